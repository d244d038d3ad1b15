/** Who is added, moved or made head in a running round is told once what is his now; nobody else ever is. */
import { beforeEach, describe, expect, it } from 'vitest'
import { revisePerson } from '../../functions/domain/region/revise-directory.ts'
import type { PersonRequest } from '../../functions/schema/region-requests.ts'
import { personRequest } from '../fixtures/region.ts'
import { at, round } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Town, townIn } from './job-town.ts'
import { type Post, type PostOffice, postOfficeOf, told } from './post-office.ts'

const endpoint = useStoreEndpoint('duties')
let [town, office] = [{} as Town, {} as PostOffice]
let towns = 0

beforeEach(async () => {
  town = townIn(endpoint(), `duties-${++towns}`)
  await town.settle(['dinsos', 'perikanan', 'pangan'])
  office = postOfficeOf(town, endpoint().table)
})

const later = (when: Date, seconds: number) => new Date(when.getTime() + seconds * 1_000)

async function change(when: Date, id: string, more: Partial<PersonRequest>): Promise<void> {
  const { region, regions } = town
  const newest = await regions.personRevision(region, id)
  const content = { ...personRequest(newest?.fact), ...more }
  await revisePerson(when, { regions }, { region, by: 'koordinator', base: newest?.revision ?? 0, content })
}

async function add(when: Date, id: string, more: Partial<PersonRequest>): Promise<void> {
  const { region, regions } = town
  const like = personRequest(await regions.person(region, 'op-dinsos'))
  const content = { ...like, id, email: `${region}-${id}@lengkap.example`, name: `Nama ${id}`, ...more }
  await revisePerson(when, { regions }, { region, by: 'koordinator', base: 'new', content })
}

/** The mails of the opening are out, and those of the next morning. */
async function opened(): Promise<void> {
  for (const morning of [at(10, '09:00'), at(11, '08:00')]) await office.minute(morning)
}
const noon = at(11, '12:00')

/** An agency's head stands in where no operator is left: those reminders are not looked at here. */
const duties = (mails: readonly Post[]) => mails.filter(({ kind }) => kind === 'duties')

describe('who is given an agency in an open round', () => {
  beforeEach(opened)

  it('is told after a minute, once, with forms and dates, and of nothing that others were told before', async () => {
    await add(noon, 'op-baru', { agencyIds: ['perikanan'] })
    expect(await office.minute(later(noon, 30))).toEqual([])
    const [mail, ...more] = await office.minute(later(noon, 60))
    expect(more).toEqual([])
    expect(mail).toMatchObject({ kind: 'duties', to: { name: 'Nama op-baru' } })
    expect(mail?.subject).toBe(
      'Tugas Anda sekarang: Dinas Perikanan, batas akhir Selasa, 17 Februari 2026 pukul 23.59 WITA',
    )
    expect(mail?.text).toContain('Anda kini operator Dinas Perikanan')
    expect(mail?.text).toContain('0 dari')
    for (const minutes of [2, 5, 60]) expect(await office.minute(later(noon, 60 * minutes))).toEqual([])
    expect(told(await office.minute(at(12, '08:00')))).toContain('reminder op-baru')
  })

  it('is told of the new agency alone, also as its head, and keeps getting what is still his', async () => {
    await change(noon, 'op-dinsos', { agencyIds: ['dinsos', 'pangan'] })
    await change(later(noon, 300), 'op-perikanan', { role: 'verifier' })
    const mails = duties([...(await office.minute(later(noon, 60))), ...(await office.minute(later(noon, 360)))])
    expect(told(mails)).toEqual(['duties op-dinsos', 'duties op-perikanan'])
    expect(mails[0]?.text).toContain('Anda kini operator Dinas Pangan')
    expect(mails[0]?.text).toContain('Anda juga bertugas untuk: Dinas Dinsos.')
    expect(mails[1]?.text).toContain('Anda kini kepala Dinas Perikanan')
  })

  it('is told one thing when several changes follow each other, and nothing when they lead back', async () => {
    await change(noon, 'op-dinsos', { agencyIds: ['pangan'] })
    await change(later(noon, 20), 'op-dinsos', { agencyIds: ['pangan', 'perikanan'] })
    await change(later(noon, 50), 'op-dinsos', { phone: '0812-0000-0000' })
    await change(noon, 'op-pangan', { agencyIds: ['dinsos'] })
    await change(later(noon, 40), 'op-pangan', { agencyIds: ['pangan'] })
    const mails = []
    for (const seconds of [60, 90, 120, 180]) mails.push(...duties(await office.minute(later(noon, seconds))))
    expect(told(mails)).toEqual(['duties op-dinsos'])
    expect(mails[0]?.text).toContain('Anda kini operator Dinas Perikanan; Dinas Pangan')
  })

  it('is told nothing that is not true any more when it would be sent', async () => {
    await change(noon, 'op-dinsos', { agencyIds: ['pangan'] })
    await change(noon, 'op-perikanan', { role: 'verifier' })
    await office.planAt(later(noon, 61))
    await change(later(noon, 130), 'op-dinsos', { agencyIds: ['dinsos'] })
    await change(later(noon, 130), 'op-perikanan', { disabled: true })
    expect(duties(await office.dispatchAt(later(noon, 131)))).toEqual([])
    const ends = (await town.ledger.list(town.region, 'all')).filter(({ kind }) => kind === 'duties')
    expect(ends.map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual([
      'cancelled not-responsible',
      'suppressed no-recipient',
    ])
  })

  it('is told nothing of a telephone, a name or an address', async () => {
    await change(noon, 'op-dinsos', { phone: '0812-0000-0000', email: `${town.region}-lain@lengkap.example` })
    expect(await office.minute(later(noon, 60))).toEqual([])
  })
})

describe('nobody is told beside the mail of an opening', () => {
  it('of a round that opens within the minute, or is opened later', async () => {
    await add(at(9, '10:00'), 'op-lama', { agencyIds: ['dinsos'] })
    await add(at(10, '08:59'), 'op-baru', { agencyIds: ['perikanan'] })
    await change(later(at(10, '08:59'), 50), 'op-pangan', { agencyIds: ['perikanan', 'pangan'] })
    const mails = []
    for (const time of ['08:00', '09:00', '09:01', '09:02', '10:00'] as const)
      mails.push(...(await office.minute(at(10, time))))
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set(['opening']))
    expect(told(mails)).toEqual(expect.arrayContaining(['opening op-baru', 'opening op-lama', 'opening op-pangan']))
    expect(new Set(told(mails)).size).toBe(mails.length)
  })

  it('and who comes after it gets this mail instead of that one', async () => {
    await office.minute(at(10, '09:00'))
    await add(at(10, '09:00'), 'op-baru', { agencyIds: ['perikanan'] })
    await add(at(10, '09:03'), 'op-lain', { agencyIds: ['perikanan'] })
    const mails = []
    for (const time of ['09:01', '09:02', '09:04', '09:05'] as const) mails.push(...(await office.minute(at(10, time))))
    expect(told(mails)).toEqual(['duties op-lain', 'opening op-baru'])
  })

  it('nor of an agency that joins the round later: its opening is told then', async () => {
    await opened()
    await add(noon, 'op-baru', { agencyIds: ['bappeda'] })
    expect(await office.minute(later(noon, 60))).toEqual([])
    const agencyIds = ['dinsos', 'perikanan', 'pangan', 'bappeda']
    await town.rounds.insertRound(town.region, {
      ...round(agencyIds),
      revision: 2,
      at: later(noon, 600).toISOString(),
    })
    const mails = [...(await office.minute(later(noon, 660))), ...(await office.minute(later(noon, 720)))]
    expect(told(mails)).toEqual(['opening op-baru'])
  })
})

it('who serves an agency of the round is told when another of his joins it', async () => {
  await change(at(9, '10:00'), 'op-dinsos', { agencyIds: ['dinsos', 'bappeda'] })
  await opened()
  await town.rounds.insertRound(town.region, {
    ...round(['dinsos', 'perikanan', 'pangan', 'bappeda']),
    revision: 2,
    at: noon.toISOString(),
  })
  const mails = [...(await office.minute(later(noon, 60))), ...(await office.minute(later(noon, 120)))]
  expect(told(mails)).toEqual(['duties op-dinsos'])
  expect(mails[0]?.text).toContain('Bappeda kini ikut')
  expect(mails[0]?.text).toContain('Koordinator menambahkan perangkat daerah Anda.')
  expect(mails[0]?.text).toContain('Anda juga bertugas untuk: Dinas Dinsos.')
})

it('who has but one agency is told so too where it joins when the opening lies too far back to be told', async () => {
  await add(at(9, '10:00'), 'op-baru', { agencyIds: ['bappeda'] })
  const [agencyIds, long] = [['dinsos', 'perikanan', 'pangan'], { targetOn: '2026-02-27', closesOn: '2026-03-06' }]
  const revise = (revision: number, when: Date, agencies: readonly string[]) =>
    town.rounds.insertRound(town.region, { ...round(agencies, long), revision, at: when.toISOString() })
  await opened()
  await revise(2, noon, agencyIds)
  await revise(3, at(20, '12:00'), [...agencyIds, 'bappeda'])
  const mails = [...(await office.minute(at(20, '12:01'))), ...(await office.minute(at(20, '12:05')))]
  // Beside that morning's reminder, which an agency that joins on its day still gets.
  expect(told(mails).filter((line) => line.endsWith('op-baru'))).toEqual(['duties op-baru', 'reminder op-baru'])
})

it('nobody who was seeded, imported or stored by an older release is told, nor one of them whose telephone is changed', async () => {
  await opened()
  const { region, regions } = town
  const seeded = { ...(await regions.person(region, 'op-dinsos'))!, at: later(noon, -10).toISOString() }
  await regions.revisePerson(region, {
    ...seeded,
    id: 'op-benih',
    email: `${region}-benih@lengkap.example`,
    agencyIds: ['pangan'],
  })
  await office.minute(noon)
  await change(noon, 'op-benih', { phone: '0812-0000-0000' })
  await change(noon, 'kepala-pangan', { name: 'Nama Lain' })
  expect(duties(await office.minute(later(noon, 60)))).toEqual([])
})
