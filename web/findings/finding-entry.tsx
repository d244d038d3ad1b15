/** One finding of a list: whose, what is wrong, what was said about it, since when, and the way to its cell. */
import { ruleTable } from '../../functions/schema/checks/rule-table.ts'
import type { Finding } from '../../functions/schema/round.ts'
import type { RoundView } from '../api/rounds.ts'
import { me, zone } from '../session/session.ts'
import { severityWords, findingsWording as words } from '../wording/findings.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'

export type FindingEntryProps = {
  readonly finding: Finding
  readonly view: RoundView
  /** Left out where the page says it already. */
  readonly titled?: boolean
}

export function FindingEntry({ finding, view, titled = false }: FindingEntryProps) {
  const { agencyId, formId, rule, severity, state, message, explanation, firstSeenAt } = finding
  const agency = view.agencies.find(({ id }) => id === agencyId)
  const form = view.forms.find(({ id }) => id === formId)
  const title = ruleTable.find(({ id }) => id === rule)?.title
  return (
    <div class={`finding ${state === 'explained' ? 'explained' : severity}`}>
      {titled && (
        <h2 class="finding-title">
          {agency === undefined ? agencyId : say(agency.name)} · {form === undefined ? formId : say(form.shortTitle)}
        </h2>
      )}
      <p>
        <strong>{say(state === 'explained' ? words.explained : severityWords[severity])}</strong>: {say(message)}
      </p>
      {explanation !== undefined && (
        <p class="hint">
          {say(state === 'explained' ? words.explanation : words.outgrown)}: “{explanation.text}”
        </p>
      )}
      <p class="hint">
        {rule} {title !== undefined && say(title)} · {say(words.since)} {fullMoment(firstSeenAt, zone.value)}
      </p>
      <p>
        <a href={placeOf(finding, view.round.id)}>{say(words.toCell)}</a>
      </p>
    </div>
  )
}

/** The agency's people go to the form, where it can be corrected or explained; others see what was submitted. */
function placeOf({ agencyId, formId, pointer }: Finding, round: string): string {
  const base = `/putaran/${round}/${agencyId}/${formId}`
  const person = me.value
  const forAgency = person?.role === 'operator' || person?.role === 'verifier'
  return forAgency ? `${base}#${pointer}` : `${base}/kiriman`
}

const ranks = { blocking: 0, warning: 1, info: 2 } as const

export function byWeight(a: Finding, b: Finding): number {
  return ranks[a.severity] - ranks[b.severity] || (a.id < b.id ? -1 : 1)
}
