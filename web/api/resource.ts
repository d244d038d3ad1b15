/**
 * Something a page shows that comes from the server. While it is loaded again the old value stays, so nothing jumps;
 * moving the rehearsal clock or coming back online loads everything again.
 */
import { signal } from '@preact/signals'
import { useEffect, useState } from 'preact/hooks'

export type Resource<T> = {
  readonly value: T | undefined
  readonly error: unknown
  readonly loading: boolean
  readonly reload: () => void
}

/** Counts up when all that is shown may be stale. */
const freshness = signal(0)

export function refreshAll(): void {
  freshness.value += 1
}

/** Loads when the page appears, when `key` changes and when all is stale. A slow old answer never replaces a newer one. */
export function useResource<T>(key: string, load: () => Promise<T>): Resource<T> {
  const [state, setState] = useState<{ key: string; value?: T; error?: unknown; loading: boolean }>({
    key,
    loading: true,
  })
  const [attempt, setAttempt] = useState(0)
  const fresh = freshness.value
  // `load` is new on every render; `key` says what it loads.
  useEffect(() => {
    let current = true
    setState((old) => (old.key === key ? { ...old, loading: true } : { key, loading: true }))
    load().then(
      (value) => current && setState({ key, value, loading: false }),
      (error: unknown) => current && setState((old) => ({ ...old, key, error, loading: false })),
    )
    return () => {
      current = false
    }
  }, [key, fresh, attempt])
  const known = state.key === key
  return {
    value: known ? state.value : undefined,
    error: known ? state.error : undefined,
    loading: !known || state.loading,
    reload: () => setAttempt((n) => n + 1),
  }
}
