/** What was held up by an outage: told once, as the day's own step, to nobody twice on one day. */
import { beforeEach, describe, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { townIn } from './job-town.ts'
import { type Post, type PostOffice, postOfficeOf, told } from './post-office.ts'

const endpoint = useStoreEndpoint('after-outage')
let office = {} as PostOffice
let towns = 0

beforeEach(async () => {
  const town = townIn(endpoint(), `outage-${++towns}`)
  await town.settle(['dinsos', 'perikanan'])
  office = postOfficeOf(town, endpoint().table)
})

/** The minutes that ran, and who was told what in each. */
async function run(...minutes: readonly (readonly [day: number, time: string])[]) {
  const mails: Record<string, string[]> = {}
  for (const [day, time] of minutes) {
    // Heads get some of these steps too.
    const sent = told(await office.minute(at(day, time))).filter((each) => !each.includes('kepala'))
    if (sent.length > 0) mails[`${day} ${time}`] = sent
  }
  return mails
}

const morning = ['digest koordinator', 'reminder op-dinsos', 'reminder op-perikanan']

describe('an outage from the evening to 07.30', () => {
  it('ends with one reminder and one digest, at the hour of the day', async () => {
    await run([10, '09:00'], [11, '08:00'])
    // From the evening of the 11th over the morning of the 12th.
    const after = await run([13, '07:30'], [13, '07:31'], [13, '08:00'], [13, '08:01'])
    expect(after).toEqual({ '13 08:00': morning })
  })

  it('and one that ends later tells the day’s own step at once, and not again', async () => {
    await run([10, '09:00'], [11, '08:00'])
    const after = await run([12, '09:40'], [12, '09:41'], [12, '17:00'])
    expect(after).toEqual({ '12 09:40': morning })
    expect(await run([13, '08:00'], [13, '08:01'])).toEqual({ '13 08:00': morning })
  })

  it('where the day has no step of its own, what was held up goes then', async () => {
    await run([10, '09:00'], [11, '08:00'], [12, '08:00'], [13, '08:00'])
    // Saturday. The last call and the evening's digest of Friday, the target, were held up.
    const after = await run([14, '07:30'], [14, '08:00'], [15, '08:00'], [16, '08:00'])
    expect(after).toEqual({ '14 07:30': morning })
  })

  it('holds of mails that were planned and could not be sent', async () => {
    await run([10, '09:00'], [11, '08:00'])
    await office.planAt(at(12, '08:00'))
    expect(told(await office.dispatchAt(at(13, '07:30')))).toEqual([])
    expect(await run([13, '08:00'])).toEqual({ '13 08:00': morning })
  })
})

describe('an outage over the closing', () => {
  const who = ({ to, kind }: Post) => `${kind} ${to.name.replace('Nama ', '')}`
  it('of less than three days leaves the mail about it as it is', async () => {
    await run([10, '09:00'], [17, '08:00'])
    const mails = (await office.minute(at(20, '07:00'))).filter(({ kind }) => kind === 'closed')
    expect(mails.map(who)).toContain('closed op-dinsos')
    expect(mails[0]?.text).not.toContain('gangguan sistem')
  })

  it('of more tells operators and heads afterwards, briefly, once', async () => {
    await run([10, '09:00'], [17, '08:00'])
    const mails = (await office.minute(at(22, '10:00'))).filter(({ kind }) => kind === 'closed')
    expect(mails.map(who)).toEqual(expect.arrayContaining(['closed op-dinsos', 'closed kepala-dinsos']))
    expect(mails[0]?.text).toContain('Karena gangguan sistem, pemberitahuan ini baru dapat dikirim sekarang.')
    expect(mails[0]?.text).not.toContain('isian wajib')
    expect(told(await office.minute(at(22, '10:01')))).toEqual([])
  })

  it('is told by the closing report: what did not reach whom, and nothing where all was sent', async () => {
    await run([10, '09:00'], [12, '08:00'], [13, '08:00'])
    const report = async () =>
      (await office.minute(at(18, '08:00'))).find(
        ({ kind, to }) => kind === 'closing-report' && to.name.includes('koord'),
      )
    const text = (await report())?.text ?? ''
    expect(text).toContain('TIDAK TERSAMPAIKAN: ')
    expect(text).toMatch(
      /- Pengingat Jumat, 13 Februari 2026 pukul 13\.00 WITA: \d orang \(Dinas Dinsos, Dinas Perikanan\)/,
    )
    expect(text).toMatch(/- Pengingat Selasa, 17 Februari 2026 pukul 08\.00 WITA: /)
    expect(text).not.toContain('Pengingat Jumat, 13 Februari 2026 pukul 08.00')
  })

  it('the report of a round without outage says nothing of it', async () => {
    await run([10, '09:00'], [11, '08:00'], [12, '08:00'], [13, '08:00'], [13, '13:00'], [17, '08:00'])
    const mails = await office.minute(at(18, '08:00'))
    const report = mails.find(({ kind }) => kind === 'closing-report')
    expect(report).toBeDefined()
    expect(report?.text).not.toContain('TIDAK TERSAMPAIKAN')
  })
})
