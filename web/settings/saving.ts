/**
 * Editing something that has a history: what was loaded, what is typed over it, and what happened when it was sent. A refusal
 * leaves everything as typed, with each error beside its field; somebody else's newer revision is shown and never silently
 * written over.
 */
import { useEffect, useState } from 'preact/hooks'
import { isProblem, Problem } from '../api/problem.ts'
import { fetchHistory, type History, type Revised } from '../api/settings.ts'

export type Saving = {
  readonly state: 'resting' | 'busy' | 'saved' | 'failed'
  readonly failure: unknown
  /** The sentence about a field, by its pointer. */
  error(pointer: string): string | undefined
  /** Runs `send`; true when it went through. */
  run(send: () => Promise<unknown>): Promise<boolean>
  /** Called when something is typed again. */
  rest(): void
}

export function useSaving(): Saving {
  const [state, setState] = useState<Saving['state']>('resting')
  const [failure, setFailure] = useState<unknown>()
  return {
    state,
    failure,
    error: (pointer) =>
      failure instanceof Problem ? failure.body.errors.find((each) => each.pointer === pointer)?.detail : undefined,
    run: async (send) => {
      setState('busy')
      try {
        await send()
        setFailure(undefined)
        setState('saved')
        return true
      } catch (error) {
        setFailure(error)
        setState('failed')
        return false
      }
    },
    rest: () => setState((old) => (old === 'saved' ? 'resting' : old)),
  }
}

export type Edited<R extends Revised, T> = {
  readonly history: History<R> | undefined
  readonly typed: T | undefined
  readonly error: unknown
  readonly saving: Saving
  /** Sets some of what is typed. */
  change(part: Partial<T>): void
  save(send: (typed: T, etag: string) => Promise<unknown>): Promise<boolean>
  /** Loads the newest revision over what is typed. */
  reload(): void
  /** Keeps what is typed and bases it on the newest revision. */
  rebase(): Promise<void>
}

/** `typedOf` says what of the newest revision can be edited. */
export function useEdited<R extends Revised, T extends object>(
  path: string,
  typedOf: (newest: R | undefined) => T,
): Edited<R, T> {
  const [loaded, setLoaded] = useState<{ history: History<R>; typed: T }>()
  const [error, setError] = useState<unknown>()
  const saving = useSaving()
  const reload = async () => {
    try {
      const history = await fetchHistory<R>(path)
      setLoaded({ history, typed: typedOf(history.revisions[0]) })
      setError(undefined)
    } catch (failure) {
      setError(failure)
    }
  }
  useEffect(() => {
    setLoaded(undefined)
    void reload()
  }, [path])
  return {
    history: loaded?.history,
    typed: loaded?.typed,
    error,
    saving,
    change: (part) => {
      saving.rest()
      setLoaded((old) => old && { ...old, typed: { ...old.typed, ...part } })
    },
    save: async (send) => {
      if (loaded === undefined) return false
      const { typed, history } = loaded
      const done = await saving.run(() => send(typed, history.etag))
      if (done) await reload()
      return done
    },
    reload: () => void saving.run(reload),
    rebase: async () => {
      const history = await fetchHistory<R>(path)
      setLoaded((old) => old && { ...old, history })
      await saving.run(async () => undefined)
      saving.rest()
    },
  }
}

export function isConflict(failure: unknown): boolean {
  return isProblem(failure, 'revision-conflict')
}
