/** What readers keep of a region holds until it changes, however writers and readers fall together, and whatever dies between. */
import { describe, expect, it } from 'vitest'
import { createRegionVersions } from '../../functions/store/region-versions.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable, type Table } from '../../functions/store/table.ts'
import { agency, person, region as regionOf } from '../fixtures/region.ts'
import { round, roundId, window } from './samples.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

const store = useStoreEndpoint('region-versions')
/** Another process over the same table: it shares no memory. */
const another = () => createTable(store().client, store().tableName)

/** Reads are counted by what they ask for. */
function watched(table: Table): { table: Table; reads: string[] } {
  const reads: string[] = []
  return {
    reads,
    table: {
      ...table,
      get: (key) => {
        reads.push(key.pk.split('#')[0] ?? '')
        return table.get(key)
      },
      query: (pk, range) => {
        reads.push(pk.split('#')[0] ?? '')
        return table.query(pk, range)
      },
      queryAll: (pk, range) => {
        reads.push(pk.split('#')[0] ?? '')
        return table.queryAll(pk, range)
      },
    },
  }
}

async function settle(id: string): Promise<void> {
  const regions = createRegions(another())
  const facts = regionOf(['dinsos'])
  await regions.reviseSettings({ ...facts.settings, region: id })
  await regions.reviseAgency(id, agency('dinsos'))
  await createRounds(another()).insertRound(id, round())
}

describe('what is kept of a region', () => {
  it('costs one small read while nothing changes, however many ask in one turn', async () => {
    await settle('diam')
    const { table, reads } = watched(another())
    const [regions, rounds] = [createRegions(table), createRounds(table)]
    const all = () =>
      Promise.all([regions.directory('diam'), regions.references('diam'), rounds.loadFrame('diam', roundId)])
    const first = await all()
    reads.length = 0
    expect(await all()).toEqual(first)
    expect(reads).toEqual(['VERSION'])
  })

  it('is a person too, who is put out everywhere by the next request', async () => {
    await settle('orang')
    const sari = person('sari', ['dinsos'])
    await createRegions(another()).revisePerson('orang', sari)
    const { table, reads } = watched(another())
    const regions = createRegions(table)
    const seen = () => regions.person('orang', 'sari', regions.look('orang'))
    expect(await seen()).toEqual(sari)
    await regions.directory('orang')
    reads.length = 0
    expect(await seen()).toEqual(sari)
    expect(reads).toEqual(['VERSION'])
    await createRegions(another()).revisePerson('orang', { ...sari, disabled: true })
    expect(await seen()).toMatchObject({ disabled: true })
    await createRegions(another()).chooseLanguage('orang', { personId: 'sari', language: 'en' })
    expect(await seen()).toMatchObject({ disabled: true, language: 'en' })
  })

  it('is read again as soon as another process has changed it', async () => {
    await settle('berubah')
    const [regions, rounds] = [createRegions(another()), createRounds(another())]
    const look = async () => {
      const [directory, frame] = await Promise.all([regions.directory('berubah'), rounds.loadFrame('berubah', roundId)])
      return [directory?.people.length, frame?.round.revision, frame?.windows.length]
    }
    expect(await look()).toEqual([0, 1, 0])
    const elsewhere = createRounds(another())
    await createRegions(another()).revisePerson('berubah', person('op-dinsos', ['dinsos']))
    expect(await look()).toEqual([1, 1, 0])
    await elsewhere.insertWindow('berubah', roundId, window(1))
    expect(await look()).toEqual([1, 1, 1])
    await elsewhere.insertRound('berubah', round({ revision: 2 }))
    expect(await look()).toEqual([1, 2, 1])
  })

  it('is not kept while somebody writes: what was read in between is read again', async () => {
    const writer = createRegionVersions(another(), () => 0)
    const reader = createRegionVersions(another(), () => 0)
    let value = 'before'
    const look = () => reader.remembered('tulis', 'x', async () => value)
    expect(await look()).toBe('before')
    await writer.changing('tulis', async () => {
      expect(await look()).toBe('before')
      value = 'after'
      expect(await look()).toBe('after')
    })
    expect(await look()).toBe('after')
  })

  it('is kept again two minutes after a writer died in the middle', async () => {
    let now = 0
    const dying = createRegionVersions(another(), () => now)
    const reader = createRegionVersions(another(), () => now)
    void dying.changing('mati', () => new Promise(() => undefined))
    await expect.poll(async () => (await store().table.get({ pk: 'VERSION#mati', sk: 'VERSION' }))?.writers).toBe(1)
    let reads = 0
    const look = () => reader.remembered('mati', 'x', async () => (reads += 1))
    await look()
    now += 119_000
    await look()
    now += 2_000
    await look()
    expect(reads).toBe(3)
    await look()
    await look()
    expect(reads).toBe(4)
  })

  it('is read again after a minute, should something have written past it', async () => {
    let now = 0
    const reader = createRegionVersions(another(), () => now)
    let reads = 0
    const look = () => reader.remembered('lama', 'x', async () => (reads += 1))
    await look()
    now += 59_000
    await look()
    expect(reads).toBe(1)
    now += 2_000
    await look()
    expect(reads).toBe(2)
  })
})
