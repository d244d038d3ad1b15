/**
 * The table of pages. Each is its own piece of JavaScript, fetched when it is first opened; so is the table of those that few visits
 * begin with.
 */
import { signal } from '@preact/signals'
import { NotFoundPage } from './error-pages.tsx'
import { type Page, page, pagePiece } from './page-piece.tsx'

export const pages = signal<readonly Page[]>([
  page('/masuk', 'anyone', async () => (await import('../sign-in/sign-in-page.tsx')).SignInPage),
  page('/tugas', 'agency', async () => (await import('../tasks/tasks-page.tsx')).TasksPage),
  page('/rekap', 'region', async () => (await import('../board/board-page.tsx')).BoardPage),
  page('/putaran/:round/:agency/:form', 'agency', async () => (await import('../form/form-page.tsx')).FormPage),
])

let others: Promise<void> | undefined

/** From then on all pages are known. */
export function loadOtherPages(): Promise<void> {
  others ??= import('./other-pages.ts').then(
    ({ otherPages }) => {
      pages.value = [...pages.value, ...otherPages]
    },
    (failure: unknown) => {
      others = undefined
      throw failure
    },
  )
  return others
}

/** What stands at an address that is not known yet. Once all are, there is no such page. */
export const Elsewhere = pagePiece(async () => {
  await loadOtherPages()
  return NotFoundPage
})
