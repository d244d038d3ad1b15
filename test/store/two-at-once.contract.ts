/** Rules over more than one item hold when two act at the same moment, whoever comes first. */
import { describe, expect, it } from 'vitest'
import { changePerson, disablePerson } from '../../functions/domain/region/change-person.ts'
import { revisePerson } from '../../functions/domain/region/revise-directory.ts'
import { changeWindow } from '../../functions/domain/round/change-window.ts'
import { askExtension } from '../../functions/domain/round/extension-requests.ts'
import { datesFor } from '../../functions/domain/round/windows.ts'
import { standing } from '../../functions/domain/sign-in/session.ts'
import type { Person } from '../../functions/schema/region.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { at, round as roundOf } from '../fixtures/round.ts'
import { agency, person, settings, stamp } from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'

const now = at(11, '10:00')
const turns = [0, 1, 2, 3, 4, 5]

export function twoAtOnceContract(endpoint: () => StoreEndpoint): void {
  const ports = () => ({ regions: createRegions(endpoint().table), rounds: createRounds(endpoint().table) })
  const coordinators = async (region: string) =>
    ((await ports().regions.load(region))?.people ?? []).filter((each) => each.role === 'coordinator' && !each.disabled)

  async function regionWith(region: string, people: readonly Person[]): Promise<void> {
    const { regions } = ports()
    for (const id of ['dlhk', 'bappeda']) await regions.reviseAgency(region, agency(id))
    for (const each of people) await regions.revisePerson(region, { ...each, email: `${each.id}@${region}.example` })
    await regions.reviseCalendar(region, { ...stamp, holidays: [] })
    await regions.reviseSettings(settings(region))
  }
  /** The same two acts, started in one order and in the other. */
  async function both<T>(turn: number, first: () => Promise<T>, second: () => Promise<T>) {
    const acts = turn % 2 === 0 ? [first, second] : [second, first]
    return Promise.allSettled(acts.map((act) => act()))
  }
  const refused = (results: readonly PromiseSettledResult<unknown>[]) =>
    results.flatMap((each) => (each.status === 'rejected' ? [each.reason?.refusal?.code ?? String(each.reason)] : []))

  describe('two at once', () => {
    it('who disable each other leave one coordinator, and the other is told why', async () => {
      for (const turn of turns) {
        const region = `saling-${turn}`
        const [a, b] = ['a', 'b'].map((id) => person(id, { role: 'coordinator', agencyIds: ['bappeda'] }))
        await regionWith(region, [a!, b!])
        const act = (by: string, personId: string) => () => disablePerson(now, ports(), { region, by, personId })
        expect(refused(await both(turn, act('a', 'b'), act('b', 'a')))).toEqual(['settings-invalid'])
        expect(await coordinators(region)).toHaveLength(1)
      }
    })

    it('who take the role from each other, or the role and the access, leave one coordinator', async () => {
      for (const turn of turns) {
        const region = `turun-${turn}`
        const people = ['a', 'b'].map((id) => person(id, { role: 'coordinator', agencyIds: ['bappeda'] }))
        await regionWith(region, people)
        const demote = (by: string, id: string) => async () => {
          const content = {
            ...people.find((each) => each.id === id)!,
            email: `${id}@${region}.example`,
            role: 'viewer' as const,
          }
          return revisePerson(now, ports(), { region, by, base: 1, content })
        }
        const other =
          turn < 3 ? demote('b', 'a') : () => disablePerson(now, ports(), { region, by: 'b', personId: 'a' })
        expect(refused(await both(turn, demote('a', 'b'), other))).toEqual(['settings-invalid'])
        expect(await coordinators(region)).toHaveLength(1)
      }
    })

    it('a refused save leaves its coordinator one, so that others may leave', async () => {
      await regionWith(
        'basi',
        ['a', 'b'].map((id) => person(id, { role: 'coordinator', agencyIds: ['bappeda'] })),
      )
      const content = { ...person('b', { agencyIds: ['bappeda'] }), email: 'b@basi.example', role: 'viewer' as const }
      await expect(revisePerson(now, ports(), { region: 'basi', by: 'a', base: 7, content })).rejects.toThrow()
      await disablePerson(now, ports(), { region: 'basi', by: 'b', personId: 'a' })
      expect((await coordinators('basi')).map(({ id }) => id)).toEqual(['b'])
    })

    it('one address goes to one of two people who are given it', async () => {
      for (const turn of turns) {
        const region = `alamat-${turn}`
        await regionWith(region, [
          person('a'),
          person('b'),
          person('k', { role: 'coordinator', agencyIds: ['bappeda'] }),
        ])
        const give = (id: string) => () =>
          revisePerson(now, ports(), {
            region,
            by: 'k',
            base: turn < 3 ? 1 : 'new',
            content: { ...person(turn < 3 ? id : `${id}-baru`), email: `bersama@${region}.example` },
          })
        expect(refused(await both(turn, give('a'), give('b')))).toEqual(['settings-invalid'])
        const people = (await ports().regions.load(region))?.people ?? []
        expect(people.filter(({ email }) => email === `bersama@${region}.example`)).toHaveLength(1)
      }
    })

    it('an address that its owner has given up is free at once', async () => {
      await regionWith('bebas', [
        person('a'),
        person('b'),
        person('k', { role: 'coordinator', agencyIds: ['bappeda'] }),
      ])
      const give = (id: string, email: string, base: number) =>
        revisePerson(now, ports(), { region: 'bebas', by: 'k', base, content: { ...person(id), email } })
      await give('a', 'satu@bebas.example', 1)
      await give('a', 'dua@bebas.example', 2)
      expect(await give('b', 'satu@bebas.example', 1)).toMatchObject({ email: 'satu@bebas.example' })
      await expect(give('a', 'satu@bebas.example', 3)).rejects.toThrow()
    })

    it('disabling wins over everything else that is being changed, and what was open before stays shut', async () => {
      await regionWith('kalah', [person('op'), person('k', { role: 'coordinator', agencyIds: ['bappeda'] })])
      const { regions } = ports()
      const before = (await regions.person('kalah', 'op'))!
      const language = (n: number) =>
        changePerson(now, ports(), { region: 'kalah', by: 'op', personId: 'op' }, (newest) => ({
          ...newest,
          language: n % 2 === 0 ? ('en' as const) : ('id' as const),
          phone: String(n),
        }))
      const results = await Promise.allSettled([
        ...turns.map(language),
        disablePerson(now, ports(), { region: 'kalah', by: 'k', personId: 'op' }),
      ])
      expect(refused(results)).toEqual([])
      const after = (await regions.person('kalah', 'op'))!
      expect(after).toMatchObject({ disabled: true, generation: 1 })
      const { revision } = (await regions.personRevision('kalah', 'op'))!
      const content = { ...after, disabled: false }
      const enabled = await revisePerson(now, ports(), { region: 'kalah', by: 'k', base: revision, content })
      expect(standing(enabled)).not.toBe(standing(before))
    })

    it('one request for more time is open, and a target is never after the final date', async () => {
      for (const turn of turns) {
        const region = `waktu-${turn}`
        await regionWith(region, [person('op'), person('k', { role: 'coordinator', agencyIds: ['bappeda'] })])
        const { rounds } = ports()
        await rounds.insertRound(region, roundOf(['dlhk']))
        const place = { region, round: '3a-2026-2', agencyId: 'dlhk' }
        const ask = (by: string) => () => askExtension(now, ports(), { ...place, by, days: 2, reason: 'Listrik padam' })
        expect(refused(await both(turn, ask('op'), ask('k')))).toEqual(['extension-invalid'])
        const change = (kind: 'extend' | 'correct', closesOn: string, targetOn: string) => () =>
          changeWindow(now, ports(), { region, round: '3a-2026-2', by: 'k', kind, closesOn, targetOn, reason: 'Rapat' })
        await both(turn, change('correct', '2026-02-14', '2026-02-13'), change('extend', '2026-02-17', '2026-02-16'))
        const facts = (await rounds.load(region, '3a-2026-2'))!
        const { targetAt, closesAt } = datesFor(facts, 'Asia/Makassar', 'dlhk')
        expect(targetAt.getTime()).toBeLessThanOrEqual(closesAt.getTime())
        expect(facts.windows.map(({ number }) => number)).toEqual(facts.windows.map((_, index) => index + 1))
      }
    })
  })
}
