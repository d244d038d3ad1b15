/** Rounds as items: those of older builds read as they stand, and lists of assignments as long as a country's largest region. */
import { describe, expect, it } from 'vitest'
import { insertRound, roundHistory } from '../../functions/store/round-items.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { round, roundId } from './samples.ts'
import { useStoreEndpoint } from './store-endpoint.ts'
import older from './stored-rounds-44a23e4.json' with { type: 'json' }

const store = useStoreEndpoint('round-items')
const partition = (region: string, id = roundId) => `ROUND#${region}#${id}`
const list = (agencies: number, forms: number) =>
  Array.from({ length: agencies * forms }, (_, index) => ({
    agencyId: `dinas-kota-nomor-${Math.floor(index / forms)}`,
    formId: `formulir-${index % forms}`,
    formVersion: 1 + (index % 3),
  }))

describe('a round that an older build wrote', () => {
  it.each(older.map((item) => [item.sk, item] as const))('is read as it stands: %s of it', async (_, item) => {
    const { pk, sk: _sk, ...written } = item
    const [, , id = ''] = pk.split('#')
    await store().table.put(item)
    const rounds = createRounds(store().table)
    expect((await rounds.load('kota-kupang', id))?.round).toEqual(written)
    expect(await rounds.history('kota-kupang', id)).toEqual([written])
  })

  it('goes on with a revision of the new kind, and both stand in its history', async () => {
    const [first] = older
    if (first === undefined) throw new Error('no sample')
    const { pk: _pk, sk: _sk, ...written } = first
    await store().table.put({ ...first, pk: partition('lanjut', first.id) })
    const rounds = createRounds(store().table)
    const next = { ...round(written as object), revision: 2, assignments: list(3, 2) }
    expect(await rounds.insertRound('lanjut', next)).toEqual({ inserted: true })
    expect(await rounds.history('lanjut', first.id)).toEqual([written, next])
    const facts = await createRounds(store().table).load('lanjut', first.id)
    expect([facts?.earlier, facts?.round]).toEqual([[written], next])
  })

  it('seeded again by the new build is one effect', async () => {
    const [first] = older
    if (first === undefined) throw new Error('no sample')
    const { pk: _pk, sk: _sk, ...written } = first
    await store().table.put({ ...first, pk: partition('lagi', first.id) })
    const rounds = createRounds(store().table)
    expect(await rounds.insertRound('lagi', round(written as object))).toEqual({ inserted: true })
    expect(await rounds.insertRound('lagi', { ...round(written as object), phase: 'lain' })).toEqual({
      inserted: false,
      existing: written,
    })
  })
})

describe('a round of 2,000 agencies with 20 forms', () => {
  const large = round({ assignments: list(2_000, 20) })

  it('is stored, revised and read, its list in items far below the limit and once for all revisions', async () => {
    const rounds = createRounds(store().table)
    await rounds.insertRound('besar', large)
    await rounds.insertRound('besar', { ...large, revision: 2, phase: 'akhir' })
    await rounds.insertRound('besar', { ...large, revision: 3, assignments: large.assignments.slice(1) })
    const facts = await createRounds(store().table).load('besar', roundId)
    expect(facts?.round.assignments).toEqual(large.assignments.slice(1))
    expect(facts?.earlier?.map(({ assignments }) => assignments.length)).toEqual([40_000, 40_000])
    const items = await store().table.queryAll(partition('besar'))
    const lists = items.filter(({ sk }) => sk.startsWith('ASSIGNED#'))
    expect(new Set(lists.map(({ sk }) => sk.split('#')[1])).size).toBe(2)
    const bytes = lists.map(({ data }) => (data as Uint8Array).length)
    expect(Math.max(...bytes)).toBeLessThan(300_000)
    expect(items.filter(({ sk }) => sk.startsWith('ROUND#')).every((item) => !('assignments' in item))).toBe(true)
  })

  it('keeps few such lists in memory, the newest always', async () => {
    const known = new Map()
    for (let index = 0; index < 7; index += 1) {
      const assignments = large.assignments.slice(index)
      await insertRound(store().table, known, { region: 'banyak', round: { ...large, id: `r-${index}`, assignments } })
      await roundHistory(store().table, known, partition('banyak', `r-${index}`))
    }
    expect([...known.values()].map(({ length }) => length)).toEqual([39_998, 39_997, 39_996, 39_995, 39_994])
  })

  it('whose list was altered or lost is damage, and is said to be', async () => {
    await createRounds(store().table).insertRound('rusak', large)
    const items = await store().table.queryAll(partition('rusak'), { prefix: 'ASSIGNED#' })
    const [first] = items
    if (first === undefined) throw new Error('no list')
    await store().table.put({ ...first, of: 9 })
    await expect(createRounds(store().table).load('rusak', roundId)).rejects.toThrow(/has 2 of 9 chunks/)
  })
})
