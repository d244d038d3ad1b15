/**
 * Part of the build, not of the page: which modules travel together. A piece is what some page imports before it can be drawn,
 * as far as it is not in a piece before it: shell first, then what pages of an agency's work share, then the form.
 */
import { join } from 'node:path'
import type { Rolldown } from 'vite'

type Context = Rolldown.ChunkingContext
const web = join(import.meta.dirname, 'web')

/** All that this module imports statically, itself included. */
function closureOf(start: string, context: Context): ReadonlySet<string> {
  const found = new Set<string>()
  const follow = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    context.getModuleInfo(id)?.importedIds.forEach(follow)
  }
  follow(join(web, start))
  return found
}

/** In how many of the closures of these starts a module must stand to be in the piece: in one, if nothing is said. */
type Rule = { readonly starts: readonly string[]; readonly shared?: number }

const ordered: readonly { readonly name: string; readonly rules: readonly Rule[] }[] = [
  {
    name: 'base',
    rules: [
      { starts: ['main.tsx', 'shell/narrow.ts'] },
      { starts: ['sign-in/sign-in-page.tsx', 'form/form-page.tsx'], shared: 2 },
    ],
  },
  {
    name: 'work',
    rules: [
      { starts: ['device/draft-copies.ts'] },
      { starts: ['wording/severity.ts'] },
      { starts: ['tasks/tasks-page.tsx', 'submission/submission-page.tsx', 'form/form-page.tsx'], shared: 2 },
    ],
  },
  { name: 'form', rules: [{ starts: ['form/form-page.tsx'] }, { starts: ['form/table/row-window.ts'] }] },
  {
    name: 'rows',
    rules: [
      { starts: ['form/table/row-cards.tsx', 'form/table/row-edit.tsx'], shared: 2 },
      { starts: ['form/table/row-window-page.ts', 'form/model/row-progress.ts', 'form/table/cards.css'] },
    ],
  },
  { name: 'grid', rules: [{ starts: ['form/table/grid.tsx'] }] },
  {
    name: 'sending',
    rules: [{ starts: ['form/draft/together.ts', 'form/submit/send-work.ts', 'form/model/refill.ts'] }],
  },
]

export const pieces = ordered.map(({ name, rules }, place) => ({
  name: (id: string, context: Context) => {
    const fits = ({ starts, shared = 1 }: Rule) =>
      starts.filter((start) => closureOf(start, context).has(id)).length >= shared
    return rules.some(fits) ? name : undefined
  },
  debugName: name,
  priority: ordered.length - place,
}))
