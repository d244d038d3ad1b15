/** What a supposed decision would do: to the dates, and to the mails. */
import type { MailPlan, PlanQuestion } from '../api/mails.ts'
import type { RoundView } from '../api/rounds.ts'
import { say } from '../wording/language.ts'
import { mailCount, planWording as words } from '../wording/mail-desk.ts'
import { longLocalDate } from '../wording/moments.ts'
import { agencyNames } from './load-round.ts'
import { MailDays } from './mail-days.tsx'

type DifferenceProps = {
  readonly difference: NonNullable<MailPlan['difference']>
  readonly question: PlanQuestion
  readonly view: RoundView
}

export function Difference({ difference, question, view }: DifferenceProps) {
  const { added, removed, changed } = difference
  const lists = [
    { title: words.removed, mails: removed, tone: 'bad', canPreview: false },
    { title: words.added, mails: added, tone: 'good', canPreview: true },
    { title: words.changed, mails: changed, tone: '', canPreview: true },
  ] as const
  return (
    <section class="panel warning" aria-labelledby="beda">
      <h2 id="beda">{say(words.difference)}</h2>
      <ChangedDates dates={difference.dates} view={view} />
      {lists.every(({ mails }) => mails.length === 0) && <p>{say(words.same)}</p>}
      {lists
        .filter(({ mails }) => mails.length > 0)
        .map(({ title, mails, canPreview }) => (
          <details key={title.id} class="difference-list">
            <summary>
              <strong>
                {say(title)}: {say(mailCount(mails.length))}
              </strong>
            </summary>
            <MailDays mails={mails} view={view} question={question} canPreview={canPreview} level="h3" />
          </details>
        ))}
    </section>
  )
}

/** Agencies whose dates move alike are one line. */
function ChangedDates({
  dates,
  view,
}: Pick<DifferenceProps, 'view'> & { dates: DifferenceProps['difference']['dates'] }) {
  const groups = new Map<string, { one: (typeof dates)[number]; ids: string[] }>()
  for (const each of dates) {
    const key = JSON.stringify([each.targetOn, each.closesOn])
    const group = groups.get(key) ?? { one: each, ids: [] }
    group.ids.push(each.agencyId)
    groups.set(key, group)
  }
  return (
    <ul>
      {[...groups].map(([key, { one, ids }]) => (
        <li key={key}>
          {ids.length === view.dates.length ? say(words.everybody) : agencyNames(view, ids)}
          <DatePair name={say(words.target)} {...one.targetOn} />
          <DatePair name={say(words.final)} {...one.closesOn} />
        </li>
      ))}
    </ul>
  )
}

function DatePair({ name, before, after }: { name: string; before: string; after: string }) {
  if (before === after) return null
  return (
    <span class="date-move">
      {name}: <s>{longLocalDate(before)}</s> {say(words.becomes)} <strong>{longLocalDate(after)}</strong>
    </span>
  )
}
