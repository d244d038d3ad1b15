/** No check may ask a list, or a column of it, that nobody can load: it could never find anything. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { referenceLists } from '../../../functions/domain/region/reference-lists.ts'
import { checkLists } from '../../../functions/schema/checks/check-context.ts'
import { references } from '../../../local/seed/kota-kupang/references.ts'

const root = join(import.meta.dirname, '../../..')
const sources = globSync(['functions/{schema,domain}/checks/*.ts', 'functions/schema/sipd/*.ts'], { cwd: root }).map(
  (file) => readFileSync(join(root, file), 'utf8'),
)
const found = (pattern: RegExp) =>
  new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name)))

it('every list that a check reads may be loaded', () => {
  const loadable = new Set(referenceLists.map(({ id }) => id))
  const named = found(/\b(?:list|entryOf|labelOf)\([\w.]+, '([a-z-]+)'/g)
  expect(named.size).toBeGreaterThan(6)
  expect([...named, ...checkLists].filter((name) => !loadable.has(name ?? ''))).toEqual([])
})

it('every fact that a check reads is a column of some list', () => {
  const columns = new Set(referenceLists.flatMap(({ facts }) => facts))
  const read = found(/\bfacts\?\.(\w+)/g)
  expect(read.size).toBeGreaterThan(5)
  expect([...read].filter((name) => !columns.has(name ?? ''))).toEqual([])
})

it('every list of the seed may be loaded again, with the columns that it has', () => {
  for (const { id, entries } of references) {
    const about = referenceLists.find((each) => each.id === id)
    expect(about, id).toBeDefined()
    const facts = new Set(entries.flatMap(({ facts = {} }) => Object.keys(facts)))
    expect(
      [...facts].filter((name) => !about?.facts.includes(name)),
      id,
    ).toEqual([])
  }
})
