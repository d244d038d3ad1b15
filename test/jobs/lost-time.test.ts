/** Nothing ran over the final instant of a round: its coordinator is offered the time that was lost. */
import { describe, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { townIn } from './job-town.ts'
import { type Post, postOfficeOf } from './post-office.ts'

// When a run last began is known of the whole table, so this round has one of its own.
const endpoint = useStoreEndpoint('lost-time')

describe('an outage over the final instant', () => {
  const minutes = (from: Date, count: number) =>
    Array.from({ length: count }, (_, i) => new Date(from.getTime() + i * 60_000))
  const offer = (mails: readonly Post[], name: string) =>
    mails.find(({ kind, to }) => kind === 'closing-report' && to.name.includes(name))?.text ?? ''

  it('is offered to the coordinator as a re-opening by the time that was lost, and to nobody else', async () => {
    const town = townIn(endpoint(), 'lost-time')
    await town.settle(['dinsos', 'perikanan'])
    const office = postOfficeOf(town, endpoint().table)
    await office.minute(at(10, '09:00'))
    for (const now of minutes(at(17, '19:58'), 3)) await office.minute(now)
    // From 20.00 on the last day to 02.00.
    for (const now of minutes(at(18, '02:00'), 2)) await office.minute(now)
    for (let quarter = 1; quarter <= 24; quarter += 1)
      await office.planAt(new Date(at(18, '02:00').getTime() + quarter * 14 * 60_000))
    const mails = await office.minute(at(18, '08:00'))
    const text = offer(mails, 'koordinator')
    expect(text).toContain(
      'Sistem tidak berjalan dari Selasa, 17 Februari 2026 pukul 20.00 WITA sampai Rabu, 18 Februari 2026 pukul 02.00 WITA',
    )
    expect(text).toContain('Buka kembali sampai Rabu, 18 Februari 2026: ')
    expect(text).toContain('jenis=reopen&akhir=2026-02-18')
    expect(offer(mails, 'viewer')).not.toContain('Sistem tidak berjalan')
  })
})
