/** Bodies that no fact names end; whoever is just writing one, and what any fact of the region names, keeps it. */
import { expect, it } from 'vitest'
import { createDeletion } from '../../functions/store/deletion.ts'
import { endUnnamedBodies } from '../../functions/store/unnamed-bodies.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

const endpoint = useStoreEndpoint('unnamed-bodies')
const hash = (letter: string) => letter.repeat(64)
const bodyAt = (letter: string, region = 'kupang') => `BODY#${region}#${hash(letter)}`

it('of all bodies of a region those that nothing names', async () => {
  const { table, client, tableName } = endpoint()
  const put = (pk: string, sk: string, more: object = {}) => table.put({ pk, sk, ...more })
  const names = { a: 'submission', b: 'draft', c: 'other version of a draft', d: 'budget', e: 'written meanwhile' }
  for (const letter of [...Object.keys(names), 'f']) await put(bodyAt(letter), '0001', { text: 'x' })
  await put(bodyAt('f'), '0002', { text: 'x' })
  await put(bodyAt('f', 'kupang-2'), '0001', { text: 'of another region' })
  await put('ROUND#kupang#r1', 'SUBMISSION#dinsos#uji#0001', { sha256: hash('a') })
  await put('ROUND#kupang#r2', 'DRAFT#dinsos#uji', { sha256: hash('b'), versions: [{ sha256: hash('c') }] })
  await put('BUDGET#kupang#2026', 'murni#0001', { sha256: hash('d') })
  // Names it, but in a region of its own.
  await put('ROUND#kupang-2#r1', 'SUBMISSION#dinsos#uji#0001', { sha256: hash('f') })

  const counts: string[] = []
  const eraser = { ...createDeletion(client, tableName), table, count: (what: string) => counts.push(what) }
  const waits: number[] = []
  const writes = async (ms: number) => {
    waits.push(ms)
    await put('ROUND#kupang#r1', 'SUBMISSION#perikanan#uji#0001', { sha256: hash('e') })
    await put(bodyAt('0'), '0001', { text: 'came after the list' })
  }
  await endUnnamedBodies({ ...eraser, dryRun: true }, 'kupang', writes)
  expect(counts).toHaveLength(2)
  expect(waits).toEqual([])
  expect(await table.queryAll(bodyAt('f'))).toHaveLength(2)

  await endUnnamedBodies({ ...eraser, dryRun: false }, 'kupang', writes)
  expect(waits).toEqual([60_000])
  expect(await table.queryAll(bodyAt('f'))).toEqual([])
  for (const letter of [...Object.keys(names), '0'])
    expect(await table.queryAll(bodyAt(letter)), letter).not.toEqual([])
  expect(await table.queryAll(bodyAt('f', 'kupang-2'))).toHaveLength(1)
})
