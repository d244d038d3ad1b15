/**
 * The mails of a rehearsal, newest first: those that were written can be read, of the others it says why they were not. Seen with
 * somebody's eyes they are those to that person, also of whoever may read all.
 */
import { useState } from 'preact/hooks'
import { type CapturedMailView, fetchCapturedMail, fetchCapturedMails } from '../api/rehearsals.ts'
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { groupsOf } from '../mail/mail-days.tsx'
import { MailDialog } from '../mail/mail-dialog.tsx'
import { zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { kindWords } from '../wording/mail.ts'
import { mailCount } from '../wording/mail-desk.ts'
import { reasonWords } from '../wording/mail-reasons.ts'
import { clockTime, longDate } from '../wording/moments.ts'
import { rehearsalRoundWording as words } from '../wording/rehearsal-round.ts'
import { MailFaces } from './mail-faces.tsx'
import '../mail/mail.css'

export function CapturedMails({ view, as }: { readonly view: RoundView; readonly as: string }) {
  const round = view.round.id
  const [shown, setShown] = useState<CapturedMailView>()
  const { value: all, error, reload } = useResource(`captured|${round}|${as}`, () => fetchCapturedMails(round, as))
  const value = all?.filter(({ recipient }) => as === '' || recipient.id === as)
  return (
    <>
      <h2>{say(words.mails)}</h2>
      {value === undefined && (error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />)}
      {value?.length === 0 && <p>{say(as === '' ? words.noMails : words.noMailsTo)}</p>}
      {groupsOf(value ?? [], ({ at }) => longDate(at, zone.value)).map(({ name, all: ofDay }) => (
        <section key={name} class="mail-day">
          <h3>
            {name} <small>({say(mailCount(written(ofDay)))})</small>
          </h3>
          {groupsOf(ofDay, ({ at, kind }) => `${at} ${kind}`).map((group) => (
            <Occasion key={group.name} mails={group.all} onRead={setShown} />
          ))}
        </section>
      ))}
      {shown !== undefined && (
        <MailDialog
          name={shown.nid}
          to={shown.recipient.name}
          load={() => fetchCapturedMail(round, shown.nid)}
          onClose={() => setShown(undefined)}
          show={(mail) => <MailFaces mail={mail} round={round} nid={shown.nid} />}
        />
      )}
    </>
  )
}

function written(mails: readonly CapturedMailView[]): number {
  return mails.filter(({ outcome }) => outcome === 'captured').length
}

type OccasionProps = { readonly mails: readonly CapturedMailView[]; readonly onRead: (mail: CapturedMailView) => void }

function Occasion({ mails, onRead }: OccasionProps) {
  const [first] = mails
  if (first === undefined) return null
  return (
    <details class="mail-occasion" open={mails.length === 1}>
      <summary>
        <span class="mail-time">{`${clockTime(first.at, zone.value)} ${zone.value.zoneName}`}</span>
        <span class="mail-what">
          <strong>{say(kindWords[first.kind])}</strong> <span class="mail-count">{say(mailCount(written(mails)))}</span>
          <small>{mails.find(({ subject }) => subject !== undefined)?.subject}</small>
        </span>
      </summary>
      <ul>
        {mails.map((mail) => (
          <li key={mail.nid}>
            <span>
              {mail.recipient.name} <small>{mail.recipient.title}</small>
            </span>
            {mail.subject !== undefined && (
              <button type="button" class="link" onClick={() => onRead(mail)}>
                {say(words.read)}
                <span class="unseen"> {mail.recipient.name}</span>
              </button>
            )}
            {mail.outcome !== 'captured' && (
              <small>
                {say(mail.subject === undefined ? words.notWritten : words.notDelivered)}:{' '}
                {say(reasonWords(mail.reason ?? mail.outcome))}
              </small>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
