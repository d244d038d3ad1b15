/** One finding of a list: whose, what is wrong, what was said about it, since when, and the way to its cell. */
import { ruleTable } from '../../functions/schema/checks/rule-table.ts'
import type { Finding } from '../../functions/schema/round.ts'
import type { RoundView } from '../api/rounds.ts'
import { me, zone } from '../session/session.ts'
import { findingsWording as words } from '../wording/findings.ts'
import { decideWording } from '../wording/findings-page.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { severityWords } from '../wording/severity.ts'
import { DecideFinding } from './decide-finding.tsx'
import './finding.css'

export type FindingEntryProps = {
  readonly finding: Finding
  readonly view: RoundView
  /** Left out where the page says it already. */
  readonly titled?: boolean
  /** On the page of the city itself there is no way to it. */
  readonly inCity?: boolean
  /** Where a coordinator may decide on it: what is done afterwards. */
  readonly onDecided?: (() => void) | undefined
}

export function FindingEntry({ finding, view, titled = false, inCity = false, onDecided }: FindingEntryProps) {
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
        <strong>{say(stateWords(finding))}</strong>: {say(message)}
      </p>
      {explanation !== undefined && (
        <p class="hint">
          {say(state === 'explained' ? words.explanation : words.outgrown)}: “{explanation.text}”
          {explanation.byName !== undefined && ` (${explanation.byName})`}
        </p>
      )}
      <p class="hint">
        {rule} {title !== undefined && say(title)} · {say(words.since)} {fullMoment(firstSeenAt, zone.value)}
      </p>
      {!inCity && (
        <p>
          <a href={addressOf(finding, view)}>{say(isOfCity(finding, view) ? decideWording.toCity : words.toCell)}</a>
        </p>
      )}
      {onDecided !== undefined && state === 'open' && me.value?.role === 'coordinator' && (
        <DecideFinding round={view.round.id} finding={finding} onDecided={onDecided} />
      )}
    </div>
  )
}

/** What it is, or what became of it. */
export function stateWords({ severity, state, explanation }: Finding) {
  if (state !== 'explained') return severityWords[severity]
  return explanation?.setAside === true ? decideWording.wasSetAside : words.explained
}

/** About no agency's answers, so there is no form to open. */
export function isOfCity({ agencyId, formId }: Finding, { round }: RoundView): boolean {
  return !round.assignments.some((each) => each.agencyId === agencyId && each.formId === formId)
}

/** The agency's people go to the form, where it can be corrected or explained; others see what was submitted. */
export function addressOf(finding: Finding, view: RoundView): string {
  const { agencyId, formId, pointer } = finding
  const { id: round } = view.round
  if (isOfCity(finding, view)) return `/hasil/kota?putaran=${round}`
  const base = `/putaran/${round}/${agencyId}/${formId}`
  const person = me.value
  const forAgency = person?.role === 'operator' || person?.role === 'verifier'
  return forAgency ? `${base}#${pointer}` : `${base}/kiriman#${pointer}`
}

const ranks = { blocking: 0, warning: 1, info: 2 } as const

export function byWeight(a: Finding, b: Finding): number {
  return ranks[a.severity] - ranks[b.severity] || (a.id < b.id ? -1 : 1)
}
