/**
 * Editing something that has a history: what was loaded, what is typed over it, and what happened when it was sent. A refusal
 * leaves everything as typed, with each error beside its field. Where somebody else saved meanwhile, what he changed alone is taken
 * over, what was typed here stays, and the parts that both changed are shown with both values until one is chosen.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
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

/** Who was asked once more before a save went back instead: nothing was sent, and nothing failed. */
export class ThoughtBetter extends Error {}

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
        if (error instanceof ThoughtBetter) setState('resting')
        else {
          setFailure(error)
          setState('failed')
        }
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
  /** What somebody else saved meanwhile, until one of the two versions is chosen. */
  readonly clash: Clash | undefined
  /** Loads the newest revision over what is typed. */
  reload(): void
  /** Takes over what was changed meanwhile; what is typed stays. */
  refresh(): void
  /** Saves what is typed, on top of the newest revision. */
  keepMine(): Promise<boolean>
}
/** `mine` holds also what only the other changed; they differ in what was typed here. */
export type Clash = { readonly mine: object; readonly theirs: object; readonly newest: Revised }

/** `typedOf` says what of the newest revision can be edited. */
export function useEdited<R extends Revised, T extends object>(
  path: string,
  typedOf: (newest: R | undefined) => T,
): Edited<R, T> {
  const [loaded, setLoaded] = useState<{ history: History<R>; typed: T; base: T }>()
  const [clash, setClash] = useState<Clash>()
  const sender = useRef<((typed: T, etag: string) => Promise<unknown>) | undefined>(undefined)
  const [error, setError] = useState<unknown>()
  const saving = useSaving()
  const reload = async () => {
    try {
      const history = await fetchHistory<R>(path)
      const typed = typedOf(history.revisions[0])
      setLoaded({ history, typed, base: typed })
      setClash(undefined)
      setError(undefined)
    } catch (failure) {
      setError(failure)
    }
  }
  useEffect(() => {
    setLoaded(undefined)
    void reload()
  }, [path])
  /** Takes over what only the other changed. */
  const meet = async ({ typed, base }: { typed: T; base: T }) => {
    const history = await fetchHistory<R>(path)
    const theirs = typedOf(history.revisions[0])
    const mine = merged({ base, mine: typed, theirs })
    setLoaded({ history, typed: mine, base: theirs })
    const newest = history.revisions[0]
    setClash(newest && { mine, theirs, newest })
  }
  const send = async () => {
    if (loaded === undefined || sender.current === undefined) return false
    const { typed, history } = loaded
    let failure: unknown
    const done = await saving.run(
      () =>
        sender.current?.(typed, history.etag).catch((error: unknown) => {
          failure = error
          throw error
        }) ?? Promise.resolve(),
    )
    if (done) await reload()
    else if (isConflict(failure)) await meet(loaded).catch(() => undefined)
    return done
  }
  return {
    history: loaded?.history,
    typed: loaded?.typed,
    error,
    saving,
    change: (part) => {
      saving.rest()
      setLoaded((old) => old && { ...old, typed: { ...old.typed, ...part } })
    },
    clash,
    save: (act) => {
      sender.current = act
      return send()
    },
    reload: () => {
      void saving.run(reload).then(() => saving.rest())
    },
    refresh: () => {
      if (loaded !== undefined) void meet(loaded).catch(() => undefined)
    },
    keepMine: send,
  }
}

function merged<T extends object>({ base, mine, theirs }: { base: T; mine: T; theirs: T }): T {
  const [was, typed] = [base, mine].map((each) => new Map<string, unknown>(Object.entries(each)))
  const changed = [...new Set([...(was?.keys() ?? []), ...(typed?.keys() ?? [])])].filter(
    (part) => JSON.stringify(was?.get(part)) !== JSON.stringify(typed?.get(part)),
  )
  return { ...theirs, ...Object.fromEntries(changed.map((part) => [part, typed?.get(part)])) }
}

export function isConflict(failure: unknown): boolean {
  return isProblem(failure, 'revision-conflict')
}
