/** Addresses of the pages that mails lead to. They are the web app's own routes (web/shell/routes.ts); every id is escaped. */

import { signInScope } from '../../../schema/notice.ts'
import { isRehearsalId } from '../../../schema/rehearsal.ts'
import type { Composing } from './composing.ts'

type FormPlace = { round: string; agencyId: string; formId: string }

/** "Tugas saya"; of a rehearsal its own page, since the real tasks know nothing of it. */
export function tasksUrl(composing: Composing): string {
  const { scope } = composing.notice
  if (isRehearsalId(scope)) return address(composing, 'latihan', scope)
  return address(composing, 'tugas')
}

/** The coordinator's board of the notice's own round, whichever round is the newest when it is read. */
export function boardUrl(composing: Composing): string {
  const { scope } = composing.notice
  return `${address(composing, 'rekap')}?putaran=${encodeURIComponent(scope)}`
}

/** Whom to call about the round, and who was called. */
export function callsUrl(composing: Composing): string {
  return `${address(composing, 'rekap', 'hubungi')}?putaran=${encodeURIComponent(composing.notice.scope)}`
}

/** What happened in the round; at a day. */
export function timelineUrl(composing: Composing, day: string): string {
  return `${address(composing, 'rekap', 'linimasa')}?putaran=${encodeURIComponent(composing.notice.scope)}#${day}`
}

/** `pointer`: the cell to open it at. */
export function formUrl(composing: Composing, { round, agencyId, formId }: FormPlace, pointer = ''): string {
  return address(composing, 'putaran', round, agencyId, formId) + (pointer === '' ? '' : `#${pointer}`)
}

export function submissionUrl(composing: Composing, { round, agencyId, formId }: FormPlace, revision: number): string {
  return address(composing, 'putaran', round, agencyId, formId, 'kiriman', String(revision))
}

/** Where the coordinator decides a request for more time. */
export function requestUrl(composing: Composing, round: string, number: number): string {
  return `${address(composing, 'rekap', 'jendela')}?putaran=${encodeURIComponent(round)}#permintaan-${number}`
}

/** The re-opening of a round, filled in and not decided. */
export function reopenUrl(
  composing: Composing,
  round: string,
  { closesOn, reason }: { closesOn: string; reason: string },
): string {
  const query = new URLSearchParams({ putaran: round, jenis: 'reopen', akhir: closesOn, alasan: reason })
  return `${address(composing, 'rekap', 'jendela')}?${query}`
}

/** What the checks found in one agency's forms. */
export function findingsUrl(composing: Composing, round: string, agencyId: string): string {
  return `${address(composing, 'temuan')}?${new URLSearchParams({ putaran: round, unit: agencyId })}`
}

/** What the checks found in a round, of all agencies that the reader may see; `rule` narrows it to one check. */
export function checkUrl(composing: Composing, round: string, rule?: string): string {
  const query = new URLSearchParams({ putaran: round, ...(rule === undefined ? {} : { pemeriksaan: rule }) })
  return `${address(composing, 'temuan')}?${query}`
}

export function receiptUrl(composing: Composing, number: string): string {
  return address(composing, 'bukti', number)
}

/** The page on which these agencies are reminded by hand, already chosen; empty for none. */
export function remindUrl(composing: Composing, round: string, agencyIds: readonly string[]): string {
  if (agencyIds.length === 0) return ''
  const query = new URLSearchParams({ putaran: round, perangkat: agencyIds.slice(0, 60).join(',') })
  return `${address(composing, 'surat', 'ingatkan')}?${query}`
}

/** Where a coordinator enters holidays. */
export function calendarUrl(composing: Composing): string {
  return address(composing, 'pengaturan', 'kalender')
}

/** Where a coordinator sees what became of his test mails. */
export function testMailUrl(composing: Composing): string {
  return address(composing, 'pengaturan', 'uji-surel')
}

/** Where people choose how they are written to. */
export function settingsUrl(composing: Composing): string {
  return address(composing, 'saya')
}

/**
 * The page on which a notice explains itself. Mails of signing in have none, for they are in nobody's list, and a mail with a code
 * never links; those of a rehearsal are not in the ledger.
 */
export function noticeUrl(composing: Composing, nid: string): string | undefined {
  const { scope } = composing.notice
  return scope === signInScope || isRehearsalId(scope) ? undefined : address(composing, 'surat', nid)
}

/** Takes the one-click POST of mail programs (RFC 8058); a person who opens it is led to a page. */
export function unsubscribeUrl(composing: Composing, token: string): string {
  return address(composing, 'api', 'unsubscribe', token)
}

function address({ parts }: Composing, ...path: readonly string[]): string {
  return [parts.siteUrl, ...path.map(encodeURIComponent)].join('/')
}
