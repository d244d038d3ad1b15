/** Every mail of a round leads to the page that explains it; those that have no such page lead nowhere. */
import { describe, expect, it } from 'vitest'
import { composeNotice } from '../../../functions/domain/notices/compose.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import { codeNotice } from '../../../functions/domain/sign-in/code-notice.ts'
import { at, factsOf } from '../../fixtures/round.ts'
import {
  compose,
  compositionParts,
  noticeOf,
  operator,
  planned,
  region,
  round,
  site,
  stateAt,
} from './kota-kupang-week.ts'

describe('the link of a mail’s number', () => {
  it('is the page of that very notice, for whoever gets the mail', () => {
    for (const now of [at(10, '08:00'), at(13, '08:00'), at(18, '08:00')]) {
      const notices = plan(now, stateAt(now)).filter(({ state }) => state === 'planned')
      expect(notices.length).toBeGreaterThan(17)
      for (const notice of notices) {
        expect(compose(now, notice, {}, {})).toMatchObject({ outcome: 'mail', whyUrl: `${site}/surat/${notice.nid}` })
      }
    }
  })
  it('is of the repeating notice where a mail is sent again', () => {
    const first = planned(at(10, '08:00'), 'opening', operator('dinsos'))
    const again = { ...first, nid: 'N'.repeat(26), slot: `${first.slot}~${round.id}.0001` }
    expect(compose(at(10, '08:00'), again, {}, {})).toMatchObject({ whyUrl: `${site}/surat/${again.nid}` })
  })
  it('is in no mail of signing in, which never links and which nobody’s list holds', () => {
    const person = { region: 'kota-kupang', id: operator('dinsos') }
    const challenge = { id: 'C1', person, sendings: 1, expiresAt: at(10, '08:10').toISOString() }
    const code = codeNotice(at(10, '08:00'), challenge as never)
    const composed = compose(at(10, '08:01'), code)
    expect(composed).toMatchObject({ outcome: 'mail', content: { kind: 'sign-in-code' } })
    expect(composed).not.toHaveProperty('whyUrl')
  })
  it('is in no mail of a rehearsal, whose mails are not in the ledger', () => {
    const rehearsal = { ...round, id: `latihan-${round.id}` }
    const now = at(18, '08:00')
    const state = { region, rounds: [factsOf(rehearsal, {})] }
    const notice = plan(now, state).find(({ kind }) => kind === 'closing-report')!
    const composed = composeNotice(now, {
      notice: noticeOf(notice),
      state,
      parts: compositionParts,
    })
    expect(composed.outcome).toBe('mail')
    expect(composed).not.toHaveProperty('whyUrl')
  })
})
