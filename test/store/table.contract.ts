/** The law of the table: what every DynamoDB that we run on must do, and what the table makes of lost answers. */

import { describe, expect, it } from 'vitest'
import { gatherReads } from '../../functions/store/gather-reads.ts'
import { createTable, type Item, type Table } from '../../functions/store/table.ts'
import type { StoreEndpoint } from './store-endpoint.ts'
import { type Losses, unsureClient } from './unsure-client.ts'

const together = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

export function tableContract(endpoint: () => StoreEndpoint): void {
  const table = () => endpoint().table
  const unsure = (losses: Losses) => createTable(unsureClient(endpoint().endpoint, losses), endpoint().tableName)

  describe('table', () => {
    it('lets one of 200 racing inserts through and shows it to the others', async () => {
      const results = await together(200, (by) => table().insertIfAbsent({ pk: 'race', sk: 'one', by }))
      const winners = results.filter(({ inserted }) => inserted)
      const shown = new Set(results.flatMap((result) => (result.inserted ? [] : [result.existing.by])))
      expect(winners).toHaveLength(1)
      expect([...shown]).toEqual([results.findIndex(({ inserted }) => inserted)])
    })

    it('counts to a limit and never over it, whoever races', async () => {
      const key = { pk: 'limit', sk: 'five' }
      const condition = 'attribute_not_exists(#n) OR #n < :most'
      const results = await together(100, () => table().update({ key, add: { n: 1 }, condition, values: { most: 5 } }))
      expect(results.filter(({ applied }) => applied)).toHaveLength(5)
      expect(await table().get(key)).toEqual({ ...key, n: 5 })
    })

    it('makes no ghost of an item that is not there', async () => {
      const key = { pk: 'ghost', sk: 'none' }
      const update = { key, set: { state: 'sent' }, condition: 'attribute_exists(pk)' }
      expect(await table().update(update)).toEqual({ applied: false })
      expect(await table().get(key)).toBeUndefined()
    })

    it('sets, removes and adds in one update, reserved words included', async () => {
      const key = { pk: 'words', sk: 'reserved' }
      await table().insertIfAbsent({ ...key, state: 'a', token: 't', count: 1 })
      const result = await table().update({
        key,
        set: { state: 'b', reason: '', absent: undefined },
        remove: ['token'],
        add: { count: 2 },
        condition: '#state = :before',
        values: { before: 'a' },
      })
      expect(result).toEqual({ applied: true, item: { ...key, state: 'b', reason: '', count: 3 } })
    })

    it('keeps bytes, long texts, nested values and other scripts as they are', async () => {
      const content = {
        bytes: new Uint8Array([0, 255, 7]),
        list: [1, { a: null }],
        text: 'Ambon — أمبون 🏝',
        n: 9007199254740991,
      }
      await table().insertIfAbsent({ pk: 'content', sk: 'any', ...content })
      expect(await table().get({ pk: 'content', sk: 'any' })).toEqual({ pk: 'content', sk: 'any', ...content })
    })

    it('answers many items that fit into no one answer, and leaves out those that are not there', async () => {
      const filler = 'x'.repeat(300_000)
      await together(60, (n) => table().insertIfAbsent({ pk: `many-${n}`, sk: 'one', filler }))
      const keys = Array.from({ length: 70 }, (_, n) => ({ pk: `many-${n}`, sk: 'one' }))
      const found = (await table().getMany(keys)).map(({ pk }) => pk)
      expect(found.toSorted()).toEqual(
        keys
          .slice(0, 60)
          .map(({ pk }) => pk)
          .toSorted(),
      )
    })

    it('reads items of one moment in one call a hundred, each for everybody who asked', async () => {
      const calls: number[] = []
      const getMany: Table['getMany'] = (keys) => {
        calls.push(keys.length)
        return table().getMany(keys)
      }
      const get = gatherReads({ get: table().get, getMany })
      await together(130, (n) => table().insertIfAbsent({ pk: `gathered-${n}`, sk: 'one', n }))
      const asked = [...Array(130).keys(), 7, 999]
      const found = await Promise.all(asked.map((n) => get({ pk: `gathered-${n}`, sk: 'one' })))
      expect(found.map((item) => item?.n)).toEqual([...Array(130).keys(), 7, undefined])
      expect(calls).toEqual([100, 31])
      expect(await get({ pk: 'gathered-7', sk: 'one' })).toMatchObject({ n: 7 })
      expect(await get({ pk: 'gathered-999', sk: 'one' })).toBeUndefined()
      expect(calls).toHaveLength(2)
    })

    it('answers a partition of more than one page whole, in the order of bytes', async () => {
      const filler = 'x'.repeat(90_000)
      await together(15, (n) => table().insertIfAbsent({ pk: 'pages', sk: `A#${String(n).padStart(4, '0')}`, filler }))
      for (const sk of ['A', 'B#1', 'a#1']) await table().insertIfAbsent({ pk: 'pages', sk })
      const all = (await table().queryAll('pages')).map(({ sk }) => sk)
      expect(all).toHaveLength(18)
      expect(all).toEqual([...all].sort())
      expect(await table().queryAll('pages', { prefix: 'A#', pageSize: 4 })).toHaveLength(15)
      expect((await table().queryAll('pages', { below: 'B' })).at(-1)?.sk).toBe('A#0014')
      expect((await table().queryAll('pages', { prefix: 'A#', descending: true }))[0]?.sk).toBe('A#0014')
    })
  })

  describe.each([
    ['that the SDK repeats', true],
    ['that reaches us', false],
  ])('table after a lost answer %s', (_, retryable) => {
    const pk = `lost-${retryable}`

    it('knows its own insert', async () => {
      const item = { pk, sk: 'own', sum: 0.1, list: ['a'] }
      expect(await unsure({ count: 1, retryable }).insertIfAbsent(item)).toEqual({ inserted: true })
    })

    it('does not take another one for its own', async () => {
      await table().insertIfAbsent({ pk, sk: 'other', by: 'first' })
      const result = await unsure({ count: 2, retryable }).insertIfAbsent({ pk, sk: 'other', by: 'second' })
      expect(result).toEqual({ inserted: false, existing: { pk, sk: 'other', by: 'first' } })
    })

    it('knows its own update by its token and does not apply it twice', async () => {
      const key = { pk, sk: 'claim' }
      await table().insertIfAbsent({ ...key, state: 'planned', attempts: 0 })
      const claim = (token: string) => ({
        key,
        set: { state: 'claimed', token },
        add: { attempts: 1 },
        condition: '#state = :planned',
        values: { planned: 'planned' },
        mine: (item: Item) => item.token === token,
      })
      expect(await unsure({ count: 1, retryable }).update(claim('mine'))).toMatchObject({ applied: true })
      expect(await unsure({ count: 1, retryable }).update(claim('late'))).toEqual({ applied: false })
      expect(await table().get(key)).toEqual({ ...key, state: 'claimed', token: 'mine', attempts: 1 })
    })
  })

  it('throws when answers stay lost and nothing tells whether an update was its own', async () => {
    const update = {
      key: { pk: 'lost', sk: 'limit' },
      add: { n: 1 },
      condition: 'attribute_not_exists(#n) OR #n < :most',
      values: { most: 100 },
    }
    await expect(unsure({ count: 99, retryable: false }).update(update)).rejects.toThrow('answer lost')
  })
}
