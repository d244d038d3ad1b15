/** The ledger of a round: what went out together is one line with what became of it, which opens to its mails. */
import { useState } from 'preact/hooks'
import { fetchBatches, fetchNotifications, type LedgerQuestion, type NotificationBatches } from '../api/mails.ts'
import { sayFailure } from '../api/problem.ts'
import { useResource } from '../api/resource.ts'
import { MorePages, usePages } from '../controls/pages.tsx'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { byHandWords, kindWords } from '../wording/mail.ts'
import { mailCount, mailWording as words } from '../wording/mail-desk.ts'
import { outcomeTone, outcomeWords } from '../wording/mail-outcomes.ts'
import { clockTime, longDate } from '../wording/moments.ts'
import { isFiltered, MailLine, Mails } from './ledger-mails.tsx'

type Batch = NotificationBatches['batches'][number]
type BatchesProps = { readonly first: NotificationBatches; readonly question: LedgerQuestion }
type Outcome = keyof typeof outcomeWords

export function Batches({ first, question }: BatchesProps) {
  const pages = usePages({ items: first.batches, next: first.next }, async (after) => {
    const { batches: items, next } = await fetchBatches({ ...question, after })
    return { items, next }
  })
  if (pages.items.length === 0) return <p>{say(isFiltered(question) ? words.none : words.noneYet)}</p>
  return (
    <>
      <ol class="mail-list">
        {pages.items.map((batch) => (
          <li key={batch.id}>
            {batch.only === null ? (
              <BatchLine batch={batch} question={question} />
            ) : (
              <MailLine mail={batch.only} isWide={true} />
            )}
          </li>
        ))}
      </ol>
      <MorePages pages={pages} />
    </>
  )
}

function BatchLine({ batch, question }: { readonly batch: Batch; readonly question: LedgerQuestion }) {
  const { kind, byHand, firstAt, lastAt, count, outcomes } = batch
  const [open, setOpen] = useState(false)
  const until = firstAt === lastAt ? '' : `–${clockTime(lastAt, zone.value)}`
  return (
    <details class="mail-batch" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="mail-line">
        <span class="mail-when">
          {longDate(firstAt, zone.value)} {clockTime(firstAt, zone.value)}
          {until} {zone.value.zoneName}
        </span>
        <span class="mail-what">
          <strong>{say(byHand ? byHandWords : kindWords[kind])}</strong>
          <small>{say(mailCount(count))}</small>
        </span>
        <span class="mail-outcomes">
          {(Object.keys(outcomeWords) as Outcome[])
            .filter((outcome) => outcomes[outcome] !== undefined)
            .map((outcome) => (
              <span key={outcome} class={`tag ${outcomeTone(outcome)}`}>
                {outcomes[outcome]} {say(outcomeWords[outcome])}
              </span>
            ))}
        </span>
      </summary>
      {open && <MailsOf question={{ ...question, batch: batch.id }} />}
    </details>
  )
}

function MailsOf({ question }: { readonly question: LedgerQuestion }) {
  const { value, error } = useResource(`batch|${JSON.stringify(question)}`, () => fetchNotifications(question))
  if (value !== undefined) return <Mails first={value} question={question} isWide={true} />
  return (
    <p class={error === undefined ? 'hint loading' : 'panel bad'}>{error === undefined ? '…' : sayFailure(error)}</p>
  )
}
