/** The coordinator's decision, over the real store: which revision, in which order, with what, and one of two at once. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Refused } from '../../functions/domain/refusal.ts'
import { decideReview, type ReviewInput } from '../../functions/domain/round/decide-review.ts'
import { acceptSubmission } from '../../functions/domain/submission/accept-submission.ts'
import { at } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('decide-review')
const comments = [{ pointer: '', text: 'Lengkapi dokumen.' }]
const work = (agencyId: string, formId = 'uji') => ({ region: 'kota-kupang', round: roundId, agencyId, formId })
const now = at(12, '10:00')

/** The fact, or why it is none. */
const decide = (decision: Partial<ReviewInput>, when = now, agencyId = 'perikanan') =>
  decideReview(when, world().deps, {
    work: work(agencyId),
    by: 'koordinator',
    revision: 1,
    decision: 'accept',
    comments: [],
    ...decision,
  }).catch(({ refusal }: Refused) => ('reason' in refusal ? refusal.reason : refusal.code))
const reviews = async () => (await world().deps.rounds.load('kota-kupang', roundId))?.reviews ?? []
const send = (baseRevision: number, agencyId = 'perikanan') =>
  acceptSubmission(at(11, '10:00'), world().deps, {
    work: work(agencyId),
    by: `op-${agencyId}`,
    baseRevision,
    requestKey: `kunci-${agencyId}-${baseRevision}`,
    content: { answers: answers(`A/${baseRevision}`) },
  })

beforeAll(() => send(0))

describe('a decision', () => {
  it('needs something that was submitted', async () => {
    expect(await decide({}, now, 'dinsos')).toBe('not-found')
    expect(await decide({ revision: 2 })).toBe('not-found')
  })

  it('to return needs a comment and a last day that is not over', async () => {
    const back = { decision: 'return', dueOn: '2026-02-12', comments } as const
    expect(await decide({ ...back, comments: [] })).toBe('comment-required')
    expect(await decide({ ...back, dueOn: undefined })).toBe('due-date-required')
    expect(await decide({ ...back, dueOn: '2026-02-11' })).toBe('due-date-past')
    // The local day counts: 00.30 in Kupang is the day before in UTC.
    expect(await decide({ ...back, dueOn: '2026-02-12' }, at(13, '00:30'))).toBe('due-date-past')
    expect(await decide({ decision: 'reopen', comments, dueOn: '2026-02-20' })).toBe('not-accepted')
    expect(await reviews()).toEqual([])
  })

  it('stands for its revision: a second is refused, whoever makes it', async () => {
    const first = await decide({ decision: 'return', dueOn: '2026-02-12', comments })
    expect(first).toEqual({
      at: now.toISOString(),
      by: 'koordinator',
      agencyId: 'perikanan',
      formId: 'uji',
      revision: 1,
      number: 1,
      decision: 'return',
      comments,
      dueOn: '2026-02-12',
    })
    expect(await decide({})).toBe('already-decided')
    expect(await decide({ decision: 'return', dueOn: '2026-02-20', comments })).toBe('already-decided')
    expect(await reviews()).toEqual([first])
  })

  it('about a revision that was replaced comes too late', async () => {
    await send(1)
    expect(await decide({ revision: 1 })).toBe('old-revision')
    expect(await decide({ revision: 3 })).toBe('not-found')
  })

  it('of two at once is one fact, and the other coordinator is told', async () => {
    const both = await Promise.all([
      decide({ revision: 2, by: 'koordinator' }),
      decide({ revision: 2, by: 'kedua', decision: 'return', dueOn: '2026-02-20', comments }),
    ])
    expect(both.filter((each) => each === 'already-decided')).toHaveLength(1)
    expect((await reviews()).filter(({ revision }) => revision === 2)).toHaveLength(1)
  })

  it('to accept can be taken back, and what was re-opened is decided anew; a comment or a day it does not need', async () => {
    await send(0, 'dinsos')
    const of = (decision: Partial<ReviewInput>) => decide(decision, now, 'dinsos')
    expect(await of({ dueOn: '2026-02-01' })).toMatchObject({ number: 1, decision: 'accept' })
    expect(await of({ decision: 'reopen', dueOn: '2026-02-20', comments: [] })).toBe('comment-required')
    expect(await of({ decision: 'return', dueOn: '2026-02-20', comments })).toBe('already-decided')
    expect(await of({ decision: 'reopen', dueOn: '2026-02-20', comments })).toMatchObject({
      number: 2,
      dueOn: '2026-02-20',
    })
    expect(await of({ decision: 'reopen', dueOn: '2026-02-20', comments })).toBe('not-accepted')
    const last = await of({})
    expect(last).toMatchObject({ number: 3, decision: 'accept' })
    expect(last).not.toHaveProperty('dueOn')
  })
})
