/**
 * Mails to come, day by day: those that go at one time for one reason are one line, which opens to its recipients. So a week of
 * two hundred mails is read in a minute.
 */
import { useState } from 'preact/hooks'
import { fetchMailPreview, type PlannedMail, type PlanQuestion } from '../api/mails.ts'
import type { RoundView } from '../api/rounds.ts'
import { restOn } from '../controls/working-day.ts'
import { zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { mailName, mailReason, shiftWords } from '../wording/mail.ts'
import { headCount, mailCount, mailWording as words } from '../wording/mail-desk.ts'
import { clockTime, localDateAt, longDate, longLocalDate } from '../wording/moments.ts'
import { agencyNames } from './load-round.ts'
import { MailDialog } from './mail-dialog.tsx'

export type MailDaysProps = {
  readonly mails: readonly PlannedMail[]
  readonly view: RoundView
  readonly question: PlanQuestion
  /** Where the mails of this list can be asked for; absent for those that fall away. */
  readonly canPreview?: boolean
  readonly level: 'h3' | 'h4'
}

export function MailDays({ mails, view, question, canPreview = true, level: Heading }: MailDaysProps) {
  const [shown, setShown] = useState<PlannedMail>()
  return (
    <>
      {groupsOf(mails, ({ dueAt }) => longDate(dueAt, zone.value)).map(({ name, all }) => (
        <section key={name} class="mail-day">
          <Heading>
            {name} <small>({say(mailCount(all.length))})</small> <DayOff at={all[0]?.dueAt} view={view} />
          </Heading>
          {groupsOf(all, ({ dueAt, kind, step, byHand }) => [dueAt, kind, step, byHand].join()).map((group) => (
            <Occasion key={group.name} mails={group.all} view={view} onPreview={canPreview ? setShown : undefined} />
          ))}
        </section>
      ))}
      {shown !== undefined && (
        <MailDialog
          name={`${shown.nid}|${JSON.stringify(question)}`}
          to={shown.recipient.name}
          load={() => fetchMailPreview(view.round.id, shown.nid, question)}
          onClose={() => setShown(undefined)}
        />
      )}
    </>
  )
}

/** That the offices are closed on this day. */
function DayOff({ at, view }: { at: string | undefined; view: RoundView }) {
  const rest = at === undefined ? undefined : restOn(localDateAt(at, zone.value), view.holidays)
  return rest === undefined ? null : <span class="tag returned">{say(rest)}</span>
}

type OccasionProps = {
  readonly mails: readonly PlannedMail[]
  readonly view: RoundView
  readonly onPreview: ((mail: PlannedMail) => void) | undefined
}

function Occasion({ mails, view, onPreview }: OccasionProps) {
  const [first] = mails
  if (first === undefined) return null
  const { shifted } = first
  const heads = mails.filter(({ recipient }) =>
    view.people.some(({ id, role }) => id === recipient.id && role === 'verifier'),
  ).length
  return (
    <details class="mail-occasion">
      <summary>
        <span class="mail-time">{`${clockTime(first.dueAt, zone.value)} ${zone.value.zoneName}`}</span>
        <span class="mail-what">
          <strong>{say(mailName(first))}</strong>{' '}
          <span class="mail-count">
            {say(mailCount(mails.length))}
            {heads > 0 && `, ${say(headCount(heads))}`}
          </span>
          <small>
            {say(mailReason(first))}
            {shifted !== null && ` ${say(shiftWords(longLocalDate(shifted.from), shifted.holiday))}`}
          </small>
        </span>
      </summary>
      <ul>
        {byAgency(mails, view).map((mail) => (
          <li key={mail.nid}>
            <span>
              {mail.recipient.name}
              {mail.agencyIds.length > 0 && <small> {agencyNames(view, mail.agencyIds)}</small>}
            </span>
            {onPreview !== undefined && (
              <button type="button" class="link" onClick={() => onPreview(mail)}>
                {say(words.preview)}
                <span class="unseen"> {mail.recipient.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** As one looks for somebody: in the round's order of agencies, then by name. */
function byAgency(mails: readonly PlannedMail[], view: RoundView): PlannedMail[] {
  const place = ({ agencyIds, recipient }: PlannedMail) =>
    view.agencies.findIndex(({ id }) => id === (agencyIds[0] ?? recipient.agencyIds[0]))
  return [...mails].sort((a, b) => place(a) - place(b) || a.recipient.name.localeCompare(b.recipient.name))
}

/** In the order in which they come. */
export function groupsOf<T>(all: readonly T[], nameOf: (one: T) => string): { name: string; all: T[] }[] {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one])
  return [...groups].map(([name, group]) => ({ name, all: group }))
}
