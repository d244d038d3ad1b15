/** Of which rounds something may still be said, in what order they come, and that of old ones no more is read than tells this. */
import { describe, expect, it } from 'vitest'
import type { RoundFacts } from '../../../functions/domain/round/rounds.ts'
import { loadRounds, roundsBefore } from '../../../functions/domain/round/rounds-before.ts'
import { loadSince, speaksSince } from '../../../functions/domain/round/rounds-since.ts'
import { at, factsOf, review, round, submission, window } from '../../fixtures/round.ts'

const zone = 'Asia/Makassar'
const closing = at(18, '00:00')
const later = (when: Date, ms: number) => new Date(when.getTime() + ms)
const old = (more: Partial<RoundFacts> = {}, id = 'lama') => factsOf(round(['dinsos'], { id }), more)
const stamped = (when: Date) => [{ at: when.toISOString(), by: 'koordinator' }] as never

describe('a round speaks', () => {
  const speaks = (since: Date, more: Partial<RoundFacts> = {}) => speaksSince(since, old(more), zone)

  it('until its last closing, that instant included', () => {
    expect(speaks(closing)).toBe(true)
    expect(speaks(later(closing, 1))).toBe(false)
    expect(speaks(later(closing, 1), { windows: [window(1, at(16, '10:00'), { closesOn: '2026-02-18' })] })).toBe(true)
  })

  it.each<[string, Partial<RoundFacts>]>([
    ['something was sent in', { submissions: [submission('dinsos', at(20, '10:00'))] }],
    ['something was decided', { reviews: [review('dinsos', at(20, '10:00'))] }],
    ['the window was decided about', { windows: [window(1, at(20, '10:00'), { kind: 'close' })] }],
    ['somebody was reminded by hand', { nudges: stamped(at(20, '10:00')) }],
    ['a mail was sent again', { resends: stamped(at(20, '10:00')) }],
  ])('until %s last, that instant included', (_, more) => {
    expect(speaks(at(20, '10:00'), more)).toBe(true)
    expect(speaks(later(at(20, '10:00'), 1), more)).toBe(false)
  })

  it('until the end of the last day of corrections', () => {
    const reviews = [review('dinsos', at(17, '10:00'), { decision: 'return', dueOn: '2026-02-20' })]
    expect(speaks(at(21, '00:00'), { reviews })).toBe(true)
    expect(speaks(later(at(21, '00:00'), 1), { reviews })).toBe(false)
    expect(speaks(at(20, '10:00'), { reviews: [review('dinsos', at(17, '10:00'))] }), 'an acceptance has none').toBe(
      false,
    )
  })
})

describe('the rounds since an instant', () => {
  /** What was read of each round, in the order of reading. */
  async function read(since: Date, stored: readonly (RoundFacts | string)[], except?: string) {
    const asked: string[] = []
    const facts = new Map(stored.flatMap((each) => (typeof each === 'string' ? [] : [[each.round.id, each] as const])))
    const tell = (what: string) => async (_: string, id: string) => {
      asked.push(`${what} ${id}`)
      return facts.get(id)
    }
    const reader = {
      list: async () => stored.map((each) => (typeof each === 'string' ? each : each.round.id)),
      loadFrame: tell('frame'),
      loadAfterwards: tell('afterwards'),
      load: tell('whole'),
    }
    const found = await loadSince(since, reader, { region: 'kota-kupang', zone, ...(except && { except }) })
    return { ids: found.map((each) => each.round.id), asked }
  }

  it('are those that close later, in the order of the list, without the one that is left out', async () => {
    expect(await read(closing, [old({}, 'a'), old({}, 'b')])).toEqual({
      ids: ['a', 'b'],
      asked: ['frame a', 'frame b', 'whole a', 'whole b'],
    })
    expect(await read(closing, [old({}, 'a'), old({}, 'b')], 'a')).toEqual({
      ids: ['b'],
      asked: ['frame b', 'whole b'],
    })
  })

  it('read of an older one only what was decided afterwards', async () => {
    expect(await read(later(closing, 1), [old()])).toEqual({ ids: [], asked: ['frame lama', 'afterwards lama'] })
    const reminded = old({ nudges: stamped(at(20, '10:00')) })
    expect(await read(at(20, '10:00'), [reminded])).toEqual({
      ids: ['lama'],
      asked: ['frame lama', 'afterwards lama', 'whole lama'],
    })
  })

  it('read one that was revised since whole, and say nothing of it unless it speaks', async () => {
    const revised = (more: Partial<RoundFacts> = {}) =>
      factsOf(round(['dinsos'], { id: 'lama', at: at(20, '10:00').toISOString() }), more)
    const whole = ['frame lama', 'whole lama']
    expect(await read(at(20, '10:00'), [revised()])).toEqual({ ids: [], asked: whole })
    const sent = revised({ submissions: [submission('dinsos', at(20, '11:00'))] })
    expect(await read(at(20, '10:00'), [sent])).toEqual({ ids: ['lama'], asked: whole })
    expect((await read(later(at(20, '10:00'), 1), [revised()])).asked).toEqual(['frame lama', 'afterwards lama'])
  })

  it('leave out one that is gone, at whatever moment it went', async () => {
    expect(await read(closing, ['hilang', old()])).toMatchObject({ ids: ['lama'] })
    const going = (what: 'load' | 'loadAfterwards', since: Date) =>
      loadSince(
        since,
        {
          list: async () => ['lama'],
          loadFrame: async () => old(),
          loadAfterwards: async () => (what === 'loadAfterwards' ? undefined : old()),
          load: async () => (what === 'load' ? undefined : old({ nudges: stamped(at(25, '10:00')) })),
        },
        { region: 'kota-kupang', zone },
      )
    expect(await going('load', closing)).toEqual([])
    expect(await going('loadAfterwards', later(closing, 1))).toEqual([])
  })
})

describe('the rounds of a region', () => {
  const opening = (id: string, opensOn: string) => factsOf(round(['dinsos'], { id, opensOn }))
  const all = [
    opening('b', '2026-02-10'),
    opening('a', '2026-01-10'),
    opening('d', '2026-03-10'),
    opening('c', '2026-02-10'),
  ]

  it('come with the newest opening first, of one day in the order of the list, without those that are gone', async () => {
    const list = async () => ['b', 'hilang', 'a', 'd', 'c']
    const loaded = await loadRounds({ list }, 'kota-kupang', async (_, id) => all.find((each) => each.round.id === id))
    expect(loaded.map((each) => each.round.id)).toEqual(['d', 'b', 'c', 'a'])
  })

  it('before one are those that opened on an earlier day', () => {
    expect(roundsBefore(all, { opensOn: '2026-03-10' }).map((each) => each.round.id)).toEqual(['b', 'a', 'c'])
    expect(roundsBefore(all, { opensOn: '2026-02-10' }).map((each) => each.round.id)).toEqual(['a'])
  })
})
