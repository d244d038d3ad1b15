/** Which rounds a job still looks at: a round long over comes back into view for seven days with whatever is done in it. */
import { describe, expect, it } from 'vitest'
import type { RoundFacts } from '../../functions/domain/round/rounds.ts'
import { isInView, loadRegionState } from '../../functions/jobs/rounds-in-view.ts'
import type { Nudge, Resend } from '../../functions/schema/hand-mail.ts'
import { region } from '../fixtures/region.ts'
import { at, factsOf, review, round, submission, window } from '../fixtures/round.ts'

const dayMs = 86_400_000
const later = (when: Date, days: number, ms = 0) => new Date(when.getTime() + days * dayMs + ms)
/** Six weeks after the closing. */
const old = later(at(18, '00:00'), 42)
const inView = (now: Date, more: Partial<RoundFacts> = {}) =>
  isInView(now, factsOf(round(['dinsos', 'perikanan']), more), 'Asia/Makassar')
const nudge: Nudge = {
  at: old.toISOString(),
  by: 'koordinator',
  number: 1,
  agencyIds: ['dinsos'],
  heads: false,
  requestKey: 'kunci',
}
const resend: Resend = {
  at: old.toISOString(),
  by: 'koordinator',
  number: 1,
  nid: 'N'.repeat(26),
  kind: 'closed',
  scope: '3a-2026-2',
  recipientId: 'op-dinsos',
  slot: '1',
  expiresAt: later(old, 1).toISOString(),
  why: 'uji',
}

describe('a round', () => {
  it('is in view until seven days after its closing, that instant included', () => {
    expect([at(1, '00:00'), at(17, '10:00'), later(at(18, '00:00'), 7)].map((now) => inView(now))).toEqual([
      true,
      true,
      true,
    ])
    expect(inView(later(at(18, '00:00'), 7, 1))).toBe(false)
  })

  it('closes when the last of its agencies does', () => {
    const windows = [window(1, at(16, '10:00'), { closesOn: '2026-02-20', agencyIds: ['perikanan'] })]
    expect(inView(later(at(21, '00:00'), 7), { windows })).toBe(true)
    expect(inView(later(at(21, '00:00'), 7, 1), { windows })).toBe(false)
  })

  it.each<[string, Partial<RoundFacts>]>([
    ['a submission', { submissions: [submission('dinsos', old)] }],
    ['a review', { reviews: [review('dinsos', old)] }],
    ['a decision about its window', { windows: [window(1, old, { kind: 'close' })] }],
    ['a reminder by hand', { nudges: [nudge] }],
    ['something sent again', { resends: [resend] }],
  ])('long over is in view again for seven days after %s', (_, more) => {
    expect(inView(old)).toBe(false)
    expect(inView(old, more)).toBe(true)
    expect(inView(later(old, 7), more)).toBe(true)
    expect(inView(later(old, 7, 1), more)).toBe(false)
  })

  it('is in view until seven days after the last day of corrections', () => {
    const reviews = [review('dinsos', at(17, '10:00'), { decision: 'return', dueOn: '2026-02-25' })]
    expect(inView(later(at(26, '00:00'), 7), { reviews })).toBe(true)
    expect(inView(later(at(26, '00:00'), 7, 1), { reviews })).toBe(false)
  })
})

describe('the state that a job loads', () => {
  const past = { targetOn: '2025-02-13', closesOn: '2025-02-17', opensOn: '2025-02-10' }
  const reviews = [review('dinsos', at(11, '09:00'), { decision: 'return', dueOn: '2026-02-20' })]
  const rounds: Record<string, RoundFacts> = {
    kini: factsOf(round(['dinsos'], { id: 'kini' })),
    lama: factsOf(round(['dinsos'], { id: 'lama', ...past })),
    'lama-dikoreksi': factsOf(round(['dinsos'], { id: 'lama-dikoreksi', ...past }), { reviews }),
  }
  const directory = async (id: string) => (id === 'kota-kupang' ? region(['dinsos']) : undefined)
  const loaded: string[] = []
  const load = async (_: string, id: string) => rounds[id]
  const ports = {
    regions: { load: directory },
    rounds: {
      list: async () => ['lama', 'kini', 'lama-dikoreksi', 'terputus'],
      load: async (place: string, id: string) => {
        loaded.push(id)
        return load(place, id)
      },
      loadFrame: load,
      loadAfterwards: load,
    },
  }

  it('is the region with its rounds in view; one that was listed and is not there yet is passed over', async () => {
    const state = await loadRegionState(ports, 'kota-kupang', at(12, '10:00'))
    expect(state.region.settings.region).toBe('kota-kupang')
    expect(state.rounds.map((facts) => facts.round.id)).toEqual(['kini', 'lama-dikoreksi'])
    // Of a round long past only what tells that it is.
    expect(loaded).toEqual(['kini', 'lama-dikoreksi'])
  })

  it('of an unknown region is a mistake that names it', async () => {
    await expect(loadRegionState(ports, 'tidak-ada', at(12, '10:00'))).rejects.toThrow('tidak-ada')
  })
})
