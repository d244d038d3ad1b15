/** Dates have ends: a typing error in a year is refused, the simulator looks no further than it must, and one region cannot keep others waiting. */
import { expect, it } from 'vitest'
import { upcomingNotices } from '../../../functions/domain/notices/desk/upcoming.ts'
import { planErrors } from '../../../functions/domain/round/check-plan.ts'
import { plan } from '../../../functions/jobs/plan.ts'
import { windowFlaws } from '../../../functions/rules/window-change.ts'
import { person, region } from '../../fixtures/region.ts'
import { at, factsOf, round } from '../../fixtures/round.ts'

const town = region(['perikanan'])

it.each([
  ['2027-03-17', []],
  ['2027-03-18', ['round-too-long']],
  ['2036-02-17', ['round-too-long']],
])('a round that opens on 10 February 2026 and closes on %s gives %j', (closesOn, reasons) => {
  const { assignments, ...rest } = round(['perikanan'], { closesOn })
  const errors = planErrors(
    at(9, '08:00'),
    { ...rest, assignments },
    { region: town, forms: new Set(['aksi3a-penandaan-anggaran 1']) },
  )
  expect(errors.filter(({ pointer }) => pointer === '/closesOn').map(({ reason }) => reason)).toEqual(reasons)
})

it('an extension into another century is refused', () => {
  const dates = [
    { targetOn: '2026-02-13', targetAt: at(14, '00:00'), closesOn: '2026-02-17', closesAt: at(18, '00:00') },
  ]
  const flaws = (closesOn: string) =>
    windowFlaws(at(16, '08:00'), { kind: 'extend', closesOn }, { dates, zone: 'Asia/Makassar' }).map(
      ({ reason }) => reason,
    )
  expect(flaws('2026-02-20')).toEqual([])
  expect(flaws('2126-02-20')).toContain('too-long')
})

it('mails to come are asked for up to 60 days after the end', () => {
  const state = { region: town, rounds: [factsOf(round(['perikanan']))] }
  expect(upcomingNotices(at(10, '08:00'), state, '3a-2026-2').length).toBeGreaterThan(5)
  expect(upcomingNotices(new Date('2026-08-10T00:00:00Z'), state, '3a-2026-2')).toEqual([])
})

it('a region whose plan would take the minute is reported, and the others are planned', async () => {
  const crowd = { ...town, people: Array.from({ length: 12_000 }, (_, n) => person(`p${n}`, ['perikanan'])) }
  const planned: string[] = []
  const load = async (id: string) => factsOf(round(['perikanan'], id === 'besar' ? { closesOn: '2027-03-10' } : {}))
  const ports = {
    regions: { list: async () => ['besar', 'kecil'], load: async (id: string) => (id === 'besar' ? crowd : town) },
    rounds: {
      list: async () => ['3a-2026-2'],
      load,
      loadFrame: load,
      loadAfterwards: load,
    },
    ledger: {
      insert: async () => 'inserted' as const,
      nids: async (id: string) => {
        planned.push(id)
        return []
      },
    },
    ticks: { note: async () => undefined },
  }
  await expect(plan(ports, { time: at(10, '09:00').toISOString() })).rejects.toThrow(
    /besar failed: The plan is too large/,
  )
  expect(planned).toContain('kota-kupang')
})
