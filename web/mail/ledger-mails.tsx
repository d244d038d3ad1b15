/** Mails of the ledger one by one, newest first. */
import { fetchNotifications, type LedgerQuestion, type Notification, type NotificationList } from '../api/mails.ts'
import { MorePages, usePages } from '../controls/pages.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { byHandWords, kindWords } from '../wording/mail.ts'
import { mailWording as words } from '../wording/mail-desk.ts'
import { outcomeTone, outcomeWords } from '../wording/mail-outcomes.ts'
import { reasonWords } from '../wording/mail-reasons.ts'
import { clockTime, longDate } from '../wording/moments.ts'

export function isFiltered({ agency, person, kind, outcome }: LedgerQuestion): boolean {
  return [agency, person, kind, outcome].some((part) => part)
}

export type MailsProps = {
  readonly first: NotificationList
  readonly question: LedgerQuestion
  readonly isWide: boolean
}

export function Mails({ first, question, isWide }: MailsProps) {
  const pages = usePages({ items: first.notifications, next: first.next }, async (after) => {
    const { notifications: items, next } = await fetchNotifications({ ...question, after })
    return { items, next }
  })
  if (pages.items.length === 0) return <p>{say(isFiltered(question) ? words.none : words.noneYet)}</p>
  return (
    <>
      <ol class="mail-list">
        {pages.items.map((mail) => (
          <li key={mail.nid}>
            <MailLine mail={mail} isWide={isWide} />
          </li>
        ))}
      </ol>
      <MorePages pages={pages} />
    </>
  )
}

export function MailLine({ mail, isWide }: { mail: Notification; isWide: boolean }) {
  const { nid, kind, slot, outcome, recipient, subject, reason, sentAt, dueAt } = mail
  // A mail that was not written has no subject, but a reason.
  const said = subject ?? (reason === undefined ? undefined : say(reasonWords(reason)))
  const at = sentAt ?? dueAt
  return (
    <a class="mail-line" href={`/surat/${nid}`}>
      <span class="mail-when">
        {longDate(at, zone.value)} {clockTime(at, zone.value)} {zone.value.zoneName}
      </span>
      <span class="mail-what">
        <strong>{say(slot.startsWith('hand.') ? byHandWords : kindWords[kind])}</strong>
        {said !== undefined && <small>{said}</small>}
      </span>
      {isWide && (
        <span class="mail-whom">
          {recipient.name}
          {recipient.email !== undefined && <small>{recipient.email}</small>}
        </span>
      )}
      <span class="mail-outcome">
        <span class={`tag ${outcomeTone(outcome)}`}>{say(outcomeWords[outcome])}</span>
      </span>
    </a>
  )
}
