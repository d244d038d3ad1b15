/**
 * Decisions about an entry window in every order, for all and for one, against a model that keeps what was last decided apart from
 * what a closing cut; and what people are told of the last of them.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsIn, kinds } from '../../../functions/domain/notices/kinds/kinds.ts'
import { situationOf } from '../../../functions/domain/notices/plan/situation.ts'
import { composingOf } from '../../../functions/domain/notices/write/composing.ts'
import { changeWindow, whyNot, windowFrom } from '../../../functions/domain/round/change-window.ts'
import { datesFor } from '../../../functions/domain/round/windows.ts'
import { formatDeadline } from '../../../functions/rules/moments.ts'
import type { WindowRequest } from '../../../functions/schema/requests.ts'
import type { Window } from '../../../functions/schema/round.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, round, window } from '../../fixtures/round.ts'
import { noticeOf } from '../notices/kota-kupang-week.ts'

const agencyIds = ['dinsos', 'perikanan']
const place = region(agencyIds)
const zone = 'Asia/Makassar'
const first = round(agencyIds)
const end = (day: string) => Date.parse(`${day}T16:00:00.000Z`)

const step = fc.record({
  hours: fc.integer({ min: 1, max: 40 }),
  kind: fc.constantFrom('extend', 'reopen', 'close', 'correct'),
  closes: fc.integer({ min: 10, max: 28 }),
  target: fc.option(fc.integer({ min: 10, max: 28 }), { nil: undefined }),
  one: fc.boolean(),
})

/** `decided` is the target that somebody chose; `target` what is left of it. */
type Model = { decided: number; target: number; final: number }

function after(model: Model, { kind, closesOn, targetOn }: WindowRequest, now: number): Model {
  if (kind === 'close' || closesOn === undefined) {
    return now >= model.final ? model : { ...model, final: now, target: Math.min(model.target, now) }
  }
  const final = end(closesOn)
  const decided = targetOn === undefined ? model.decided : end(targetOn)
  return { decided, final, target: Math.min(decided, final) }
}

/** Decides where the rules allow it; answers the decisions and what the model makes of them. */
function decide(
  steps: readonly { hours: number; kind: string; closes: number; target?: number | undefined; one: boolean }[],
) {
  const models = new Map(
    agencyIds.map((id) => [id, { decided: end('2026-02-13'), target: end('2026-02-13'), final: end('2026-02-17') }]),
  )
  const windows: Window[] = []
  let now = at(10, '10:00').getTime()
  for (const { hours, kind, closes, target, one } of steps) {
    now += hours * 3_600_000
    const request: WindowRequest = {
      kind: kind as 'extend',
      reason: 'Rapat',
      ...(kind === 'close'
        ? {}
        : { closesOn: `2026-02-${closes}`, ...(target === undefined ? {} : { targetOn: `2026-02-${target}` }) }),
      ...(one ? { agencyIds: ['dinsos'] } : {}),
    }
    if (whyNot(new Date(now), { facts: factsOf(first, { windows }), region: place }, request) !== undefined) continue
    windows.push(windowFrom(new Date(now), request, { number: windows.length + 1, by: 'koordinator' }))
    for (const id of one ? ['dinsos'] : agencyIds) models.set(id, after(models.get(id)!, request, now))
  }
  return { windows, models, now: new Date(now) }
}

/** What an operator is told of a decision; `undefined` = nothing. */
function told(windows: readonly Window[], now: Date, personId: string) {
  const facts = factsOf(first, { windows })
  const situation = situationOf(now, { region: place, rounds: [facts] })
  const number = String(windows.at(-1)?.number ?? 0).padStart(4, '0')
  const candidate = kinds.window
    .candidates(situation)
    .find(({ recipientId, slot }) => recipientId === personId && slot === number)
  if (candidate === undefined || !holdsIn(situation, candidate)) return undefined
  const person = place.people.find(({ id }) => id === personId)!
  const notice = noticeOf({ ...candidate, state: 'planned' })
  const parts = { definitions: new Map(), siteUrl: 'https://lengkap.example' }
  return kinds.window.content(composingOf(now, { notice, person, state: situation, parts }))
}

describe('decisions about a window', () => {
  it('give in every order the dates of the model, and the mail about the last of them says these', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        const { windows, models, now } = decide(steps)
        const facts = factsOf(first, { windows })
        for (const id of agencyIds) {
          const { targetAt, closesAt } = datesFor(facts, zone, id)
          const model = models.get(id)!
          expect([targetAt.getTime(), closesAt.getTime()], JSON.stringify(windows)).toEqual([model.target, model.final])
        }
        const mail = told(windows, now, 'op-dinsos')
        const dates = datesFor(facts, zone, 'dinsos')
        if (windows.length > 0) expect(mail?.closes).toBe(formatDeadline(dates.closesAt, place.settings, 'id'))
        if (mail?.target !== undefined) expect(mail.target).toBe(formatDeadline(dates.targetAt, place.settings, 'id'))
        if (windows.at(-1)?.agencyIds !== undefined) expect(told(windows, now, 'op-perikanan')).toBeUndefined()
      }),
      { numRuns: 300 },
    )
  })

  it('re-open with a blank target on the target from before the closing, and say so', () => {
    const windows = [
      window(1, at(10, '11:00'), { kind: 'close', agencyIds: ['dinsos'] }),
      window(2, at(10, '15:00'), { kind: 'reopen', agencyIds: ['dinsos'], closesOn: '2026-02-17' }),
    ]
    expect(datesFor(factsOf(first, { windows }), zone, 'dinsos').targetOn).toBe('2026-02-13')
    expect(told(windows, at(10, '15:01'), 'op-dinsos')).toMatchObject({
      change: 'reopen',
      target: 'Jumat, 13 Februari 2026 pukul 23.59 WITA',
    })
  })

  it('ask what becomes of an agency that was closed alone, before an extension for all opens it', async () => {
    const decided = async (closedAlone?: 'reopen' | 'leave') => {
      const windows = [window(1, at(10, '11:00'), { kind: 'close', agencyIds: ['dinsos'] })]
      const ports = {
        regions: { directory: async () => place },
        rounds: {
          load: async () => factsOf(first, { windows }),
          insertWindow: async (_region: string, _round: string, fact: Window) => {
            windows.push(fact)
            return { inserted: true as const }
          },
        },
      } as unknown as Parameters<typeof changeWindow>[1]
      const request = {
        kind: 'extend',
        closesOn: '2026-02-20',
        reason: 'Rapat',
        ...(closedAlone && { closedAlone }),
      } as const
      await changeWindow(at(11, '09:00'), ports, {
        region: 'kota-kupang',
        round: first.id,
        by: 'koordinator',
        ...request,
      })
      return agencyIds.map((id) => datesFor(factsOf(first, { windows }), zone, id).closesOn)
    }
    await expect(decided()).rejects.toMatchObject({ refusal: { code: 'window-invalid', reason: 'closed-alone' } })
    expect(await decided('leave')).toEqual(['2026-02-10', '2026-02-20'])
    expect(await decided('reopen')).toEqual(['2026-02-20', '2026-02-20'])
  })

  it('that grant a request are told as its grant, with the decider’s words', () => {
    const windows = [
      window(1, at(12, '11:00'), {
        agencyIds: ['dinsos'],
        closesOn: '2026-02-19',
        request: 1,
        reason: 'Listrik padam',
        note: 'Ini yang terakhir.',
      }),
    ]
    expect(told(windows, at(12, '11:01'), 'op-dinsos')).toMatchObject({
      change: 'grant',
      note: 'Ini yang terakhir.',
      by: 'Nama koordinator',
      reason: 'Listrik padam',
    })
  })
})
