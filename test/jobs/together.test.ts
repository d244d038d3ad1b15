/** Over real stores: what opens together, and what is digested at one instant, is one mail, and leaves out what stands in the ledger already. */
import { beforeEach, expect, it } from 'vitest'
import { nidOf } from '../../functions/domain/notices/plan/nid.ts'
import { at, round } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Town, townIn } from './job-town.ts'
import { type PostOffice, postOfficeOf, told } from './post-office.ts'

const endpoint = useStoreEndpoint('together')
let [town, office] = [{} as Town, {} as PostOffice]
let towns = 0
const monev = { id: 'monev', title: { id: 'Monev Tahap I', en: 'Monitoring Phase I' } }

beforeEach(async () => {
  town = townIn(endpoint(), `together-${++towns}`)
  await town.settle(['dinsos', 'perikanan'])
  await town.rounds.insertRound(town.region, round(['dinsos'], { ...monev, opensAtTime: '09:10' }))
  office = postOfficeOf(town, endpoint().table)
})

/** As the release before planned it: one for each round. */
async function plannedBefore(kind: 'opening' | 'digest', recipientId: string, when: Date): Promise<void> {
  const step = { kind, region: town.region, scope: 'monev', recipientId, slot: when.toISOString() }
  const times = { dueAt: when.toISOString(), expiresAt: at(13, '08:00').toISOString() }
  await town.ledger.insert({ ...step, ...times, nid: nidOf(step), state: 'planned', why: 'before' }, when)
}

it('tells both openings in one mail to whom both ask, and one to whom one asks', async () => {
  const first = await office.minute(at(10, '09:00'))
  expect(told(first)).toEqual(['opening kepala-perikanan', 'opening op-perikanan'])
  const mails = await office.minute(at(10, '09:10'))
  expect(told(mails)).toEqual(['opening kepala-dinsos', 'opening op-dinsos'])
  for (const { subject } of mails) expect(subject).toBe('2 kegiatan dibuka: Aksi 3A Tahap II; Monev Tahap I')
  expect(await office.minute(at(10, '09:11'))).toEqual([])
})

it('digests both in one mail, each since its own last digest', async () => {
  for (const time of ['09:00', '09:10']) await office.minute(at(10, time))
  const digests = async (day: number) => (await office.minute(at(day, '08:00'))).filter(({ kind }) => kind === 'digest')
  const [mail, ...more] = await digests(11)
  expect(more).toEqual([])
  expect(mail?.subject).toBe('Rekap 2 kegiatan: Aksi 3A Tahap II, 0 dari 2; Monev Tahap I, 0 dari 1')
  await town.submit('dinsos', at(11, '10:00'), [])
  const [next] = await digests(12)
  expect(next?.text.match(/PERUBAHAN SEJAK RABU, 11 FEBRUARI 2026 PUKUL 08\.00 WITA/g)).toHaveLength(2)
})

it('leaves out what the release before planned for one of them', async () => {
  await plannedBefore('opening', 'op-dinsos', at(10, '09:10'))
  await plannedBefore('digest', 'koordinator', at(11, '08:00'))
  await office.minute(at(10, '09:00'))
  const openings = (await office.minute(at(10, '09:10'))).filter(({ to }) => to.email.includes('op-dinsos'))
  expect(openings.map(({ text }) => [text.includes('Aksi 3A Tahap II'), text.includes('Monev')]).toSorted()).toEqual([
    [false, true],
    [true, false],
  ])
  const digests = (await office.minute(at(11, '08:00'))).filter(({ kind }) => kind === 'digest')
  expect(digests.map(({ text }) => [text.includes('Aksi 3A Tahap II'), text.includes('Monev')]).toSorted()).toEqual([
    [false, true],
    [true, false],
  ])
})
