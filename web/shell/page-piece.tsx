/**
 * A page's piece of JavaScript. One that could not be fetched (the server is away, a rebuild has deleted it) says so, is tried
 * again by itself, and where there is a newer build the whole page is loaded anew, which is what it needs then.
 */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Unreachable } from '../api/problem.ts'
import { errorWording as words } from '../wording/shell.ts'
import { ErrorPage } from './error-pages.tsx'
import { Loading } from './loading.tsx'

const retryMilliseconds = 5_000

/** `anyone`, those who enter data for an agency, those who see the whole region, its coordinators, or everybody signed in. */
export type Audience = 'anyone' | 'agency' | 'region' | 'coordinator' | 'signed-in'
/** `for` says who may see it. */
export type Page = { readonly path: string; readonly for: Audience; readonly component: ComponentType }

export const page = (path: string, audience: Audience, load: () => Promise<ComponentType>): Page => ({
  path,
  for: audience,
  component: pagePiece(load),
})

export function pagePiece(load: () => Promise<ComponentType>): ComponentType {
  let known: ComponentType | undefined
  return function PagePiece() {
    const [piece, setPiece] = useState(() => known)
    const [failures, setFailures] = useState(0)
    useEffect(() => {
      if (known !== undefined) return
      let shown = true
      const attempt = () =>
        load().then(
          (found) => {
            known = found
            if (shown) setPiece(() => found)
          },
          async () => {
            const watch = await import('./build-watch.ts').catch(() => undefined)
            if (shown && (await watch?.lookForNewBuild())) watch?.loadNewBuild()
            if (shown) setFailures((count) => count + 1)
          },
        )
      const timer = setTimeout(attempt, failures === 0 ? 0 : retryMilliseconds)
      return () => {
        shown = false
        clearTimeout(timer)
      }
    }, [failures])
    const Page = piece
    if (Page !== undefined) return <Page />
    return failures === 0 ? (
      <Loading />
    ) : (
      <ErrorPage error={new Unreachable()} title={words.piece} retry={() => location.reload()} />
    )
  }
}
