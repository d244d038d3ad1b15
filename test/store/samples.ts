/** Small facts with overrides, for the stores' law. */

import { contentHash } from '../../functions/domain/content-hash.ts'
import { nidOf } from '../../functions/domain/notices/plan/nid.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { Call } from '../../functions/schema/call.ts'
import type { ExtensionRefusal, ExtensionRequest } from '../../functions/schema/extension.ts'
import type { Nudge, Resend } from '../../functions/schema/hand-mail.ts'
import type { NoticePlan } from '../../functions/schema/notice.ts'
import type { Agency, Person, RegionSettings } from '../../functions/schema/region.ts'
import type { Draft, Finding, Review, Round, Submission, Window } from '../../functions/schema/round.ts'

export const at = '2026-02-10T01:00:00.000Z'
export const stamp = { at, by: 'operator-dlhk' }

export function answers(pagu: number, over: Partial<Answers> = {}): Answers {
  return { fields: { nomorDokumen: 'DPA-1' }, rows: { penandaan: [{ rowKey: 'R1', cells: { pagu } }] }, ...over }
}

export const roundId = '3a-2026-2'

export function round(over: Partial<Round> = {}): Round {
  return {
    ...stamp,
    id: roundId,
    revision: 1,
    title: { id: 'Pengumpulan data', en: 'Data collection' },
    fiscalYear: 2026,
    phase: 'awal',
    opensOn: '2026-02-10',
    opensAtTime: '08:00',
    targetOn: '2026-02-13',
    closesOn: '2026-02-17',
    alertPlan: {
      workingDaysBeforeTarget: [2, 1],
      morning: '08:00',
      targetDayTimes: ['08:00', '13:00'],
      evening: '17:00',
      headSteps: ['overdue'],
    },
    assignments: [{ agencyId: 'dlhk', formId: 'data-sasaran', formVersion: 1 }],
    ...over,
  }
}

export function window(number: number, over: Partial<Window> = {}): Window {
  return { ...stamp, number, kind: 'extend', closesOn: '2026-02-20', reason: 'Jaringan terputus', ...over }
}

export function extension(number: number): ExtensionRequest {
  return { ...stamp, number, agencyId: 'dlhk', days: 2, closesOn: '2026-02-19', reason: 'Jaringan terputus' }
}

export function extensionRefusal(number: number): ExtensionRefusal {
  return { ...stamp, number, reason: 'Data diperlukan sebelum Musrenbang' }
}

/** A submission of `body`, with its true hash. */
export function submission(revision: number, body: Answers, over: Partial<Submission> = {}): Submission {
  return {
    ...stamp,
    agencyId: 'dlhk',
    formId: 'data-sasaran',
    formVersion: 1,
    revision,
    nil: false,
    completeness: { expected: 2, answered: 2 },
    missing: [],
    missingCount: 0,
    rowCount: 1,
    totals: {},
    findings: { blocking: 0, warning: 0, info: 0 },
    sha256: contentHash(body),
    chain: 'c'.repeat(64),
    previousSha256: null,
    requestKey: `request-${revision}`,
    receiptNumber: `3A-dlhk-r${revision}-0123456789`,
    ...over,
  }
}

export function review(number: number, over: Partial<Review> = {}): Review {
  const of = { agencyId: 'dlhk', formId: 'data-sasaran', revision: 1 }
  return { ...stamp, ...of, number, decision: 'accept', comments: [], ...over }
}

export function draft(version: number, body: Answers, over: Partial<Draft> = {}): Draft {
  return {
    agencyId: 'dlhk',
    formId: 'data-sasaran',
    formVersion: 1,
    version,
    savedAt: at,
    savedBy: 'operator-dlhk',
    completeness: { expected: 2, answered: 1 },
    missing: [],
    missingCount: 0,
    rowCount: 1,
    sha256: contentHash(body),
    ...over,
  }
}

export function finding(over: Partial<Finding> = {}): Finding {
  const of = { rule: 'A07', agencyId: 'dlhk', formId: 'data-sasaran', rowKey: 'R1' }
  return {
    ...of,
    id: 'A07.dlhk.data-sasaran.R1',
    severity: 'warning',
    pointer: '/rows/penandaan/R1/pagu',
    message: { id: 'Pagu melonjak', en: 'The budget jumps' },
    state: 'open',
    firstSeenAt: at,
    lastSeenAt: at,
    ...over,
  }
}

export function settings(region: string, over: Partial<RegionSettings> = {}): RegionSettings {
  return {
    ...stamp,
    region,
    name: { id: 'Kota Kupang', en: 'Kupang City' },
    zone: 'Asia/Makassar',
    zoneName: 'WITA',
    replyTo: 'koordinator@bappeda.example',
    helpPhone: '0380 123456',
    ...over,
  }
}

export function agency(id: string, over: Partial<Agency> = {}): Agency {
  const name = { id: `Dinas ${id}`, en: `Agency ${id}` }
  return { ...stamp, id, name, shortName: id.toUpperCase(), kind: 'opd', sectors: ['1.06'], workingWeek: 5, ...over }
}

export function person(id: string, over: Partial<Person> = {}): Person {
  return {
    ...stamp,
    id,
    name: `Nama ${id}`,
    title: 'Operator',
    email: `${id}@dlhk.example`,
    role: 'operator',
    agencyIds: ['dlhk'],
    language: 'id',
    disabled: false,
    ...over,
  }
}

/** A receipt's notice, due at `at`; `slot` makes it another one. */
export function noticePlan(slot: string, over: Partial<NoticePlan> = {}): NoticePlan {
  const of = { kind: 'receipt' as const, region: 'kota-kupang', scope: roundId, recipientId: 'operator-dlhk', slot }
  const identity = { ...of, ...over }
  return {
    ...identity,
    nid: nidOf(identity),
    dueAt: at,
    expiresAt: '2026-02-12T01:00:00.000Z',
    state: 'planned',
    why: 'test',
    ...over,
  }
}

export function nudge(number: number, over: Partial<Nudge> = {}): Nudge {
  return {
    ...stamp,
    number,
    agencyIds: ['dlhk'],
    heads: false,
    note: 'Mohon hari ini',
    requestKey: `kunci-uji-${number}`,
    ...over,
  }
}

export function call(number: number, over: Partial<Call> = {}): Call {
  return { ...stamp, agencyId: 'dlhk', number, asked: ['dlhk'], requestKey: `kunci-uji-${number}`, ...over }
}

export function resend(number: number, over: Partial<Resend> = {}): Resend {
  const of = { kind: 'reminder', scope: 'all', recipientId: 'operator-dlhk', slot: at } as const
  return { ...stamp, ...of, number, nid: 'N'.repeat(26), expiresAt: at, why: 'step target-day', ...over }
}
