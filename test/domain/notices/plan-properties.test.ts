/** What must hold of plan and composer whatever happened in the week. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kinds } from '../../../functions/domain/notices/kinds/kinds.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import { personOf } from '../../../functions/domain/region/regions.ts'
import { renderMail } from '../../../functions/mail/render-mail.ts'
import type { NoticePlan } from '../../../functions/schema/notice.ts'
import { runsOf } from '../../setup/thorough.ts'
import { anyNotice, anyStory, moment } from './any-story.ts'
import { compose, region, type Story, stateAt } from './kota-kupang-week.ts'

describe('a plan', () => {
  it('is the same for the same facts, in whatever order they were read', () => {
    fc.assert(
      fc.property(anyStory, moment, (story, now) => {
        const state = stateAt(now, story)
        const { rounds, region } = state
        const turned = rounds.map((facts) => ({
          ...facts,
          submissions: facts.submissions.toReversed(),
          reviews: facts.reviews.toReversed(),
          windows: facts.windows.toReversed(),
          findings: facts.findings.toReversed(),
        }))
        expect(plan(now, { region, rounds: turned })).toEqual(plan(now, state))
      }),
      { numRuns: runsOf(90) },
    )
  })
  it('never holds one notice twice, nor one that is not due or has no time left', () => {
    fc.assert(
      fc.property(anyStory, moment, (story, now) => {
        const notices = plan(now, stateAt(now, story))
        expect(new Set(notices.map(({ nid }) => nid)).size).toBe(notices.length)
        for (const { dueAt, expiresAt, state } of notices) {
          expect(new Date(dueAt) <= now).toBe(true)
          expect(state).toBe(new Date(expiresAt) <= now ? 'expired' : 'planned')
        }
      }),
      { numRuns: runsOf(90) },
    )
  })
  it('holds at most one reminder to one person that is still of use', () => {
    fc.assert(
      fc.property(anyStory, moment, (story, now) => {
        const people = plan(now, stateAt(now, story))
          .filter(({ kind, state }) => kind === 'reminder' && state === 'planned')
          .map(({ recipientId }) => recipientId)
        expect(new Set(people).size).toBe(people.length)
      }),
      { numRuns: runsOf(90) },
    )
  })
  it('asks for what it planned a minute ago again, unless the facts took its reason away', () => {
    fc.assert(
      fc.property(anyStory, moment, (story, now) => {
        const state = stateAt(now, story)
        const later = new Set(plan(new Date(now.getTime() + 60_000), state).map(({ nid }) => nid))
        const lost = plan(now, state).filter(({ nid, state: end }) => end === 'planned' && !later.has(nid))
        // Only what closed in that minute, or grew a week old.
        expect(lost.every(({ dueAt }) => isEdge(now, dueAt))).toBe(true)
      }),
      { numRuns: runsOf(90) },
    )
  })
})

/** Midnights end windows; a week ends the look-back. */
function isEdge(now: Date, dueAt: string): boolean {
  const later = now.getTime() + 60_000
  const midnight = Math.floor((later + 8 * 3_600_000) / 86_400_000) * 86_400_000 - 8 * 3_600_000
  return later - midnight < 120_000 || later - Date.parse(dueAt) >= 7 * 86_400_000
}

/** As the dispatcher reads it: the work of the agencies that the recipient serves, and of the notice's own. */
function ownPart(story: Story, { recipientId, agencyId }: NoticePlan): Story {
  const served = personOf(region, recipientId)?.agencyIds ?? []
  const own = <T extends { agencyId: string }>(all: readonly T[] = []) =>
    all.filter((each) => served.includes(each.agencyId) || each.agencyId === agencyId)
  const { submissions, reviews, findings } = story
  return { ...story, submissions: own(submissions), reviews: own(reviews), findings: own(findings) }
}

describe('the composer', () => {
  it('writes or drops every notice of every plan, and every mail can be printed in both languages', () => {
    fc.assert(
      fc.property(anyStory, moment, (story, now) => {
        for (const notice of plan(now, stateAt(now, story)).slice(0, 25)) {
          const composed = compose(now, notice, story, {})
          if (composed.outcome === 'drop') expect(composed.reason).toMatch(/^[a-z-]+$/)
          else for (const language of ['id', 'en'] as const) renderMail(composed.content, language)
        }
      }),
      { numRuns: runsOf(50) },
    )
  })
  it('says the same of the recipient’s own part of the round as of the whole, save where it writes about all', () => {
    fc.assert(
      fc.property(anyStory, moment, (story, now) => {
        const notices = plan(now, stateAt(now, story)).filter(({ kind }) => !kinds[kind].needs.includes('whole-rounds'))
        for (const notice of notices.slice(-40)) {
          expect(compose(now, notice, ownPart(story, notice), {})).toEqual(compose(now, notice, story, {}))
        }
      }),
      { numRuns: runsOf(60) },
    )
  })
  it('never throws, whatever it is asked about whatever facts', () => {
    fc.assert(
      fc.property(anyNotice, anyStory, moment, (notice, story, now) => {
        expect(['mail', 'drop']).toContain(compose(now, notice, story, {}).outcome)
      }),
      { numRuns: 300 },
    )
  })
  it('says the same again', () => {
    fc.assert(
      fc.property(anyNotice, anyStory, moment, (notice, story, now) => {
        expect(compose(now, notice, story, {})).toEqual(compose(now, notice, story, {}))
      }),
      { numRuns: 50 },
    )
  })
})
