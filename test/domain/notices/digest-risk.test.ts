/** Whom the digest asks to call, and why. */
import { describe, expect, it } from 'vitest'
import { composeNotice } from '../../../functions/domain/notices/compose.ts'
import { at, draft, factsOf, review, submission } from '../../fixtures/round.ts'
import {
  allSent,
  compositionParts,
  coordinator,
  head,
  mailTo,
  noticeOf,
  operator,
  planned,
  region,
  round,
  type Story,
  stateAt,
} from './kota-kupang-week.ts'

const agencyIds = [...new Set(round.assignments.map(({ agencyId }) => agencyId))]
const others = agencyIds.filter((id) => id !== 'dinsos' && id !== 'kec-alak')
const thursday = at(12, '08:00')

function reasonsFor(agency: string, story: Story, now = thursday): string[] | undefined {
  return mailTo(now, 'digest', coordinator, story).calls.find((call) => call.agency === agency)?.reasons
}

describe('the call list', () => {
  const story: Story = { submissions: allSent(others, at(11, '10:00')) }
  it('names who has entered nothing once a quarter of the time is over, with the telephone, kecamatan first', () => {
    expect(mailTo(thursday, 'digest', coordinator, story).calls).toEqual([
      {
        agency: 'Kecamatan Alak',
        people: [{ name: 'Operator Kec. Alak', phone: '0380-555-0201' }],
        reasons: ['belum ada isian'],
      },
      {
        agency: 'Dinas Sosial',
        people: [{ name: 'Operator Dinsos', phone: '0380-555-0110' }],
        reasons: ['belum ada isian'],
      },
    ])
  })
  it('tells who has not even signed in since the opening', () => {
    const signIns = [
      { personId: operator('kec-alak'), at: at(10, '10:00').toISOString() },
      { personId: operator('dinsos'), at: at(9, '10:00').toISOString() },
    ]
    const known = { ...story, region: { ...region, signIns } }
    expect(reasonsFor('Kecamatan Alak', known)).toEqual(['belum ada isian'])
    expect(reasonsFor('Dinas Sosial', known)).toEqual(['belum masuk sejak dibuka', 'belum ada isian'])
  })
  it('tells whose answers lag behind the time, and leaves out who keeps pace', () => {
    const slow = { drafts: [draft('dinsos', at(11, '09:00'), { completeness: { expected: 14, answered: 1 } })] }
    expect(reasonsFor('Dinas Sosial', { ...story, ...slow })).toEqual(['terisi 2%, waktu kerja terpakai 50%'])
    const forms = round.assignments.filter(({ agencyId }) => agencyId === 'dinsos')
    const fast = forms.map(({ formId }) => draft('dinsos', at(11, '09:00'), { formId }))
    expect(reasonsFor('Dinas Sosial', { ...story, drafts: fast })).toBeUndefined()
  })
  it('calls early and slow what the round says', () => {
    const under = (earlyPercent: number, slowPercent: number): Story => ({
      ...story,
      round: { ...round, alertPlan: { ...round.alertPlan, digest: { nearWorkingDays: 5, earlyPercent, slowPercent } } },
      drafts: [draft('dinsos', at(11, '09:00'), { completeness: { expected: 14, answered: 1 } })],
    })
    expect(reasonsFor('Kecamatan Alak', under(50, 25))).toEqual(['belum ada isian'])
    expect(reasonsFor('Kecamatan Alak', under(51, 25))).toBeUndefined()
    expect(reasonsFor('Dinas Sosial', under(50, 47))).toEqual(['terisi 2%, waktu kerja terpakai 50%'])
    expect(reasonsFor('Dinas Sosial', under(50, 48))).toBeUndefined()
  })
  it('tells when the operator cannot be reached, and names the head instead', () => {
    const mailbox = { personId: operator('dinsos'), email: 'operator@dinsos.example', state: 'bounced' as const }
    const silent = { ...mailbox, at: at(11, '08:05').toISOString(), nid: 'N'.repeat(26) }
    const call = mailTo(thursday, 'digest', coordinator, { ...story, region: { ...region, mailboxes: [silent] } })
      .calls[0]
    const name = region.people.find(({ id }) => id === head('dinsos'))?.name
    expect(call).toMatchObject({
      people: [{ name }],
      reasons: ['surel operator tidak sampai', 'belum ada isian'],
    })
  })
  it('begins with who has no operator at all, and does not speak of mail that nobody was sent', () => {
    const people = region.people.filter(({ id }) => id !== operator('kec-alak'))
    const [call] = mailTo(thursday, 'digest', coordinator, { ...story, region: { ...region, people } }).calls
    expect(call?.reasons[0]).toBe('tidak ada operator')
    expect(call?.reasons).not.toContain('surel operator tidak sampai')
  })
  describe('where the operator has a deputy', () => {
    const named = (more: Partial<typeof region> = {}): Story => {
      const people = region.people.map((person) =>
        person.id === operator('dinsos') ? { ...person, deputyId: head('dukcapil') } : person,
      )
      const deputy = people.map((each) => (each.id === head('dukcapil') ? { ...each, phone: '0811-555-0199' } : each))
      return { ...story, region: { ...region, people: deputy, ...more } }
    }
    const dinsos = (given: Story) =>
      mailTo(thursday, 'digest', coordinator, given).calls.find(({ agency }) => agency === 'Dinas Sosial')?.people
    const operatorOf = { name: 'Operator Dinsos', phone: '0380-555-0110' }
    const deputy = {
      name: region.people.find(({ id }) => id === head('dukcapil'))?.name,
      phone: '0811-555-0199',
      deputyOf: 'Operator Dinsos',
    }
    it('names the deputy after an operator who has not signed in, and nobody else once that happened', () => {
      const signedIn = { personId: operator('dinsos'), at: at(10, '10:00').toISOString() }
      expect(dinsos(named({ signIns: [] }))).toMatchObject([operatorOf, deputy])
      expect(dinsos(named({ signIns: [signedIn] }))).toEqual([operatorOf])
      expect(dinsos(named())).toEqual([operatorOf])
    })
    it('names the deputy in place of an operator whose mail does not arrive, in call list and list of addresses alike', () => {
      const since = { at: at(11, '08:05').toISOString(), nid: 'N'.repeat(26) }
      const bounced = { personId: operator('dinsos'), email: 'operator@dinsos.example', state: 'bounced' as const }
      const silent = named({ mailboxes: [{ ...bounced, ...since }] })
      expect(dinsos(silent)).toMatchObject([deputy])
      expect(mailTo(thursday, 'digest', coordinator, silent).unreachable.map(({ instead }) => instead)).toEqual([
        deputy,
      ])
    })
    it('names no deputy who has left', () => {
      const { region: its = region } = named({ signIns: [] })
      const people = its.people.map((each) => (each.id === head('dukcapil') ? { ...each, disabled: true } : each))
      expect(dinsos({ ...story, region: { ...its, people } })).toEqual([operatorOf])
    })
  })
  it('begins with what only has to be sent, then who has stopped, and names at most five', () => {
    const whole = draft('dinsos', at(12, '07:00'), {
      completeness: { expected: 37, answered: 37 },
      missing: [],
      missingCount: 0,
    })
    const begun = draft('kec-alak', at(10, '09:00'), { completeness: { expected: 14, answered: 13 } })
    const now = at(13, '08:00')
    const { calls } = mailTo(now, 'digest', coordinator, { ...story, drafts: [whole, begun] })
    expect(calls.map(({ agency, reasons }) => `${agency}: ${reasons[0]}`)).toEqual([
      'Dinas Sosial: tinggal kirim (37 dari 37 terisi)',
      'Kecamatan Alak: berhenti mengisi sejak Selasa, 10 Februari 2026',
    ])
    const many = mailTo(thursday, 'digest', coordinator, {})
    expect(many.calls).toHaveLength(5)
    expect(many.moreCalls).toBe(agencyIds.length - 5)
  })
  it('has a message ready for a mobile number, and none for an office', () => {
    const people = region.people.map((person) =>
      person.id === operator('dinsos') ? { ...person, phone: '0812-3456-7890' } : person,
    )
    const { calls } = mailTo(thursday, 'digest', coordinator, { ...story, region: { ...region, people } })
    const [alak, dinsos] = calls.map((call) => call.people[0]?.whatsapp)
    expect(alak).toBeUndefined()
    expect(decodeURIComponent(dinsos ?? '')).toMatch(
      /^https:\/\/wa\.me\/6281234567890\?text=Yth\. Operator Dinsos, .* Dinas Sosial .*17 Februari 2026 pukul 23\.59 WITA.*\/tugas$/,
    )
  })
  it('tells what is past its target', () => {
    const late = { ...story, round: { ...round, targetOn: '2026-02-11' } }
    expect(reasonsFor('Dinas Sosial', late)).toContain('3 formulir lewat target')
  })
  it('adds who was late in the round before, and does not list them for that alone', () => {
    const before = { ...round, id: 'sebelumnya', opensOn: '2026-01-05', targetOn: '2026-01-09', closesOn: '2026-01-12' }
    const state = stateAt(thursday, story)
    const facts = factsOf(before, { submissions: [submission('dlhk', at('09', '10:00'))] })
    const notice = noticeOf(planned(thursday, 'digest', coordinator, story))
    const composed = composeNotice(thursday, {
      notice,
      state: { ...state, rounds: [...state.rounds, facts] },
      parts: compositionParts,
    })
    const calls = composed.outcome === 'mail' && 'calls' in composed.content ? composed.content.calls : []
    expect(calls.map(({ reasons }) => reasons.at(-1))).toEqual([
      'terlambat pada putaran sebelumnya',
      'terlambat pada putaran sebelumnya',
    ])
  })
  it('leads with one link to the page that reminds exactly these', () => {
    expect(mailTo(thursday, 'digest', coordinator, story).remindUrl).toBe(
      'https://lengkap.example/surat/ingatkan?putaran=3a-2026-2&perangkat=kec-alak%2Cdinsos',
    )
  })
  it('calls nobody about corrections that are in time, when all else is closed', () => {
    const sent = submission('dinsos', at(13, '10:00'), { by: operator('dinsos') })
    const returned = review('dinsos', at(17, '15:00'), { decision: 'return', dueOn: '2026-02-20' })
    const report = mailTo(at(18, '08:00'), 'closing-report', coordinator, {
      submissions: [...allSent(others, at(11, '10:00')), sent],
      reviews: [returned],
    })
    expect(report.calls).toEqual([])
  })
  it('is empty after the closing, when nobody can send any more', () => {
    const report = mailTo(at(18, '08:00'), 'closing-report', coordinator, story)
    expect([report.calls, report.remindUrl]).toEqual([[], ''])
  })
})
