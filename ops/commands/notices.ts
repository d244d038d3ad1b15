/** Mails: how many stand where, why one did (not) go, a plan replayed, and what a restored table still has to say. */
import type { NoticesStatus, Reconciliation } from '../../functions/admin/notice-verbs.ts'
import type { MailEvent, Notice, PlanCounts } from '../../functions/schema/notice.ts'
import { type Command, needed, neededWord, OpsError } from '../command.ts'

export const noticesStatus: Command = {
  name: 'notices status',
  summary: 'How many mails are planned, sent, failed, parked or held, by region',
  usage: '[REGION]',
  details: [
    'held: planned under another epoch, as after a restore or an import; restore reconcile decides about them.',
  ],
  writes: false,
  async run({ admin, words: [region] }) {
    const answers = (await admin.ask('notices.status', region ? { region } : {})) as NoticesStatus[]
    const lines = answers.flatMap((each) => [
      `${each.region}: ${wordsOf(each.states)}${each.held > 0 ? `, ${each.held} held` : ''}`,
      ...(each.oldestWaiting
        ? [
            `  oldest waiting: ${each.oldestWaiting.nid}, due ${each.oldestWaiting.dueAt}, tried ${each.oldestWaiting.attempts} times`,
          ]
        : []),
      ...each.inTrouble.map(({ nid, kind, state, reason }) => `  ${state}: ${nid} ${kind} ${reason}`),
    ])
    return { lines: lines.length > 0 ? lines : ['There is no region yet.'], data: answers }
  },
}

export const noticesExplain: Command = {
  name: 'notices explain',
  summary: 'Why one mail did or did not go, by the number in its foot',
  usage: 'REGION NUMBER',
  details: [],
  writes: false,
  async run({ admin, words }) {
    const region = neededWord(words, 'The region', 'notices explain kota-kupang 01K…')
    const nid = neededWord(words.slice(1), 'The number of the mail', 'notices explain kota-kupang 01K…')
    const found = (await admin.ask('notices.explain', { region, nid })) as {
      notice: Notice
      held: boolean
      events: MailEvent[]
    }
    const { notice, held, events } = found
    const lines = [
      `${notice.nid} ${notice.kind} to ${notice.recipientId}: ${notice.state}${held ? ' (held: another epoch)' : ''}`,
      `  why: ${notice.why}`,
      `  planned ${notice.plannedAt}, due ${notice.dueAt}, useful until ${notice.expiresAt}, tried ${notice.attempts} times`,
      ...(notice.reason ? [`  reason: ${notice.reason}`] : []),
      ...(notice.sentAt ? [`  sent ${notice.sentAt} as ${notice.messageId} (known by ${notice.via})`] : []),
      ...events.map(({ at, type, detail }) => `  ${at} ${type} ${detail}`),
    ]
    return { lines, data: found }
  },
}

export const noticesReplay: Command = {
  name: 'notices replay',
  summary: 'Plans a region’s mails as of an instant: what is there already is not planned again',
  usage: 'REGION --time=INSTANT',
  details: ['--time  ISO 8601 with offset, e.g. 2026-02-13T08:00:00+08:00'],
  writes: true,
  options: { time: { type: 'string' } },
  async run({ admin, words, options, write }) {
    const region = neededWord(words, 'The region', 'notices replay kota-kupang')
    const time = instantOf(needed(options, 'time', '2026-02-13T08:00:00+08:00'))
    const call = write ? admin.tell : admin.ask
    const counts = (await call('notices.replay', { region, time })) as PlanCounts
    const missing = counts.planned - counts.alreadyThere
    const fate = write ? `${counts.inserted} inserted` : `${missing} would be inserted. Nothing was written; add --yes`
    return { lines: [`${counts.planned} due at ${time}, ${counts.alreadyThere} there already, ${fate}.`], data: counts }
  },
}

export const restoreReconcile: Command = {
  name: 'restore reconcile',
  summary: 'After a restore or an import: what may have been sent is not sent again, the rest goes on',
  usage: 'REGION --sent-until=INSTANT',
  details: [
    'Set a new EPOCH and deploy first: until then nothing of the old epoch is sent by anybody.',
    '--sent-until  until when the other table’s senders ran, ISO 8601 with offset. What was due before is ended as unknown:',
    '              it is listed by notices status, and a coordinator may send it again by hand. What is due later goes on.',
  ],
  writes: true,
  options: { 'sent-until': { type: 'string' } },
  async run({ admin, words, options, write }) {
    const region = neededWord(words, 'The region', 'restore reconcile kota-kupang')
    const sentUntil = instantOf(needed(options, 'sent-until', '2026-02-13T08:00:00+08:00'))
    const call = write ? admin.tell : admin.ask
    const counts = (await call('restore.reconcile', { region, sentUntil })) as Reconciliation
    const what = `${counts.released} go on, ${counts.ended} may have been sent and are ended as unknown, ${counts.expired} expired`
    const fate = write
      ? `.${counts.untouched > 0 ? ` ${counts.untouched} were moved by somebody else.` : ''}`
      : '. Nothing was written; add --yes.'
    return { lines: [`${region}: ${what}${fate}`], data: counts }
  },
}

function instantOf(typed: string): string {
  const at = /T.*(Z|[+-]\d\d:\d\d)$/.test(typed) ? new Date(typed) : new Date(Number.NaN)
  if (Number.isNaN(at.getTime())) {
    throw new OpsError(`"${typed}" is no instant with an offset`, 'Write it like 2026-02-13T08:00:00+08:00')
  }
  return at.toISOString()
}

function wordsOf(states: Record<string, number>): string {
  const words = Object.entries(states).map(([state, count]) => `${count} ${state}`)
  return words.length === 0 ? 'no mails' : words.join(', ')
}
