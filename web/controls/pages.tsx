/** A long list that comes page by page, each when somebody asks for it. */
import { useState } from 'preact/hooks'
import { sayFailure } from '../api/problem.ts'
import { say } from '../wording/language.ts'
import { mailWording as words } from '../wording/mail-desk.ts'

/** `next`: where the page after it begins; `null`: it is the last. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }
export type Pages<T> = {
  readonly items: readonly T[]
  readonly next: string | null
  readonly failure: unknown
  readonly loadMore: () => void
}

export function usePages<T>(first: Page<T>, load: (after: string) => Promise<Page<T>>): Pages<T> {
  const [more, setMore] = useState<readonly T[]>([])
  const [next, setNext] = useState(first.next)
  const [failure, setFailure] = useState<unknown>()
  const loadMore = async (after: string) => {
    try {
      const page = await load(after)
      setMore((old) => [...old, ...page.items])
      setNext(page.next)
      setFailure(undefined)
    } catch (error) {
      setFailure(error)
    }
  }
  return { items: [...first.items, ...more], next, failure, loadMore: () => next !== null && void loadMore(next) }
}

/** Below the list: why the next page did not come, and the button that asks for it. */
export function MorePages<T>({ pages: { next, failure, loadMore } }: { readonly pages: Pages<T> }) {
  return (
    <>
      {failure !== undefined && <p class="panel bad">{sayFailure(failure)}</p>}
      {next !== null && (
        <button type="button" class="button" onClick={loadMore}>
          {say(words.more)}
        </button>
      )}
    </>
  )
}
