/** Decisions about the entry window, over the real store: what is written, for whom, and two at once. */
import { describe, expect, it } from 'vitest'
import type { Refused } from '../../functions/domain/refusal.ts'
import { changeWindow, type WindowInput } from '../../functions/domain/round/change-window.ts'
import { datesFor } from '../../functions/domain/round/windows.ts'
import type { Window } from '../../functions/schema/round.ts'
import { at } from '../fixtures/round.ts'
import { roundId, useWorld } from './world.ts'

const world = useWorld('change-window')
const now = at(12, '10:00')
const change = (input: Partial<WindowInput>, when = now) =>
  changeWindow(when, world().deps, {
    region: 'kota-kupang',
    round: roundId,
    by: 'koordinator',
    kind: 'extend',
    closesOn: '2026-02-19',
    reason: 'Listrik padam.',
    ...input,
  }).catch(({ refusal }: Refused) => ('reason' in refusal ? refusal.reason : refusal.code))
const facts = async () => {
  const found = await world().deps.rounds.load('kota-kupang', roundId)
  if (found === undefined) throw new Error('no round')
  return found
}
const closesOn = async (agencyId: string) => datesFor(await facts(), 'Asia/Makassar', agencyId).closesOn

describe('a change of the window', () => {
  it('is refused in a round that was not opened yet', async () => {
    const { rounds } = world().deps
    const { round } = await facts()
    const drafted = { ...round, id: 'belum-dibuka', openedAt: null }
    expect(await rounds.insertRound('kota-kupang', drafted)).toEqual({ inserted: true })
    expect(await change({ round: drafted.id })).toBe('not-opened')
  })

  it('is refused for an agency that takes no part, and in a round that is not there', async () => {
    expect(await change({ agencyIds: ['perikanan', 'tanpa-tugas'] })).toBe('unknown-agency')
    expect(await change({ round: 'tidak-ada' })).toBe('not-found')
    expect(await change({ closesOn: '2026-02-17' })).toBe('not-later')
    expect((await facts()).windows).toEqual([])
  })

  it('is written with what was decided and nothing else, an agency named twice once', async () => {
    const agencyIds = ['perikanan', 'perikanan']
    expect(await change({ agencyIds, basis: '' })).toEqual({
      at: now.toISOString(),
      by: 'koordinator',
      number: 1,
      kind: 'extend',
      closesOn: '2026-02-19',
      agencyIds: ['perikanan'],
      reason: 'Listrik padam.',
    })
    expect([await closesOn('perikanan'), await closesOn('dinsos')]).toEqual(['2026-02-19', '2026-02-17'])
    const bare = await change({ agencyIds: ['dinsos'], closesOn: '2026-02-18', note: '' })
    for (const absent of ['basis', 'note', 'request']) expect(bare).not.toHaveProperty(absent)
    expect(await change({ closesOn: '2026-02-20', targetOn: '2026-02-19', basis: 'ND 12/2026' })).toMatchObject({
      number: 3,
      targetOn: '2026-02-19',
      basis: 'ND 12/2026',
    })
  })

  it('of several at once is judged by those before: each day later stands, the same day twice does not', async () => {
    const days = ['2026-02-23', '2026-02-24', '2026-02-24']
    const done = await Promise.all(days.map((closesOn, index) => change({ closesOn, by: `koordinator-${index}` })))
    const stored = (await facts()).windows.slice(3)
    expect(stored.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 4))
    const days24 = stored.filter((each) => each.closesOn === '2026-02-24')
    expect(days24).toHaveLength(1)
    expect(done).toContain('not-later')
    expect(await closesOn('dinsos')).toBe('2026-02-24')
  })

  it('to close names no dates, and closes at its instant', async () => {
    const closed = await change({
      kind: 'close',
      closesOn: '2026-03-01',
      targetOn: '2026-03-01',
      agencyIds: ['dinsos'],
    })
    expect(closed).toMatchObject({ kind: 'close', agencyIds: ['dinsos'] })
    expect(closed).not.toHaveProperty('closesOn')
    expect(closed).not.toHaveProperty('targetOn')
    expect(datesFor(await facts(), 'Asia/Makassar', 'dinsos').closesAt).toEqual(now)
    expect(await change({ kind: 'close', agencyIds: ['dinsos'] })).toBe('already-closed')
    expect(await closesOn('perikanan')).toBe('2026-02-24')
  })

  it('longer for all asks about those closed alone, and leaves them or takes them along', async () => {
    const all = { closesOn: '2026-02-25' }
    expect(await change(all)).toBe('closed-alone')
    expect(await change({ ...all, agencyIds: ['perikanan'] })).not.toHaveProperty('closedAlone')
    const left = (await change({ ...all, closesOn: '2026-02-26', closedAlone: 'leave' })) as Window
    expect(left).not.toHaveProperty('closedAlone')
    expect(left.agencyIds).toContain('perikanan')
    expect(left.agencyIds).not.toEqual(expect.arrayContaining(['dinsos']))
    expect(await closesOn('dinsos')).toBe('2026-02-12')
    const along = await change({ ...all, closesOn: '2026-02-27', closedAlone: 'reopen' })
    expect(along).toMatchObject({ closesOn: '2026-02-27' })
    for (const absent of ['agencyIds', 'note']) expect(along).not.toHaveProperty(absent)
    expect(await closesOn('dinsos')).toBe('2026-02-27')
  })

  it('of all asks nothing where it closes, and nothing where all are closed', async () => {
    expect(await change({ kind: 'close', agencyIds: ['dinsos'] })).toMatchObject({ agencyIds: ['dinsos'] })
    const closed = await change({ kind: 'close' })
    expect(closed).toMatchObject({ kind: 'close' })
    expect(closed).not.toHaveProperty('agencyIds')
    const taking = [...new Set((await facts()).round.assignments.map(({ agencyId }) => agencyId))]
    expect(await change({ closesOn: '2026-02-28' })).not.toHaveProperty('agencyIds')
    expect(await change({ kind: 'close', agencyIds: taking })).toMatchObject({ kind: 'close' })
    expect(await change({ closesOn: '2026-03-02' })).not.toHaveProperty('agencyIds')
  })

  it('by a clock that was set back is never before the decision that it follows', async () => {
    const ahead = at(12, '10:05')
    expect(await change({ closesOn: '2026-03-03' }, ahead)).toMatchObject({ at: ahead.toISOString() })
    expect(await change({ closesOn: '2026-03-04' })).toMatchObject({ at: ahead.toISOString() })
  })

  it('that always meets another gives up after five times, and says so', async () => {
    let tries = 0
    const busy = Object.assign(Object.create(world().deps.rounds), {
      insertWindow: async () => {
        tries += 1
        return { inserted: false }
      },
    })
    const { deps } = world()
    const input = { region: 'kota-kupang', round: roundId, by: 'koordinator', reason: 'Listrik padam.' }
    await expect(
      changeWindow(now, { ...deps, rounds: busy }, { ...input, kind: 'extend', closesOn: '2026-03-05' }),
    ).rejects.toThrow('keep changing')
    expect(tries).toBe(5)
  })

  it('that grants a request carries its number, and grants it once', async () => {
    const grant: Partial<WindowInput> = { agencyIds: ['dinsos'], kind: 'reopen', closesOn: '2026-03-06', request: 7 }
    const later = at(12, '10:10')
    await change({ kind: 'close', agencyIds: ['dinsos'] }, later)
    const granted = await change({ ...grant, note: 'Listrik pulih.' }, later)
    expect(granted).toMatchObject({ request: 7, kind: 'reopen', note: 'Listrik pulih.' })
    expect(await change({ ...grant, kind: 'extend', closesOn: '2026-03-07' })).toBe('already-decided')
  })
})
