/** All that one check found: a line that says how much is at stake; unfolded its agencies, a row a finding, and what can be done with all. */
import { useState } from 'preact/hooks'
import type { FindingGroup as Group } from '../../functions/rules/finding-groups.ts'
import { ruleTable } from '../../functions/schema/checks/rule-table.ts'
import type { Finding } from '../../functions/schema/round.ts'
import type { RoundView } from '../api/rounds.ts'
import { me } from '../session/session.ts'
import { findingsWording as words } from '../wording/findings.ts'
import { decideWording, groupCounts, moreFindings } from '../wording/findings-page.ts'
import { say } from '../wording/language.ts'
import { severityWords } from '../wording/severity.ts'
import { DecideFinding } from './decide-finding.tsx'
import { addressOf, byWeight, isOfCity } from './finding-entry.tsx'
import { GroupActs } from './group-acts.tsx'
import './finding.css'

/** So many rows of an agency at first, and so many more at each press. */
const shownRows = 10

export type FindingGroupProps = {
  readonly group: Group
  readonly view: RoundView
  readonly unfolded: boolean
  readonly onChanged: () => void
}

export function FindingGroup({ group, view, unfolded, onChanged }: FindingGroupProps) {
  const [open, setOpen] = useState(unfolded)
  const { rule, severity, count, stake, agencies } = group
  const title = ruleTable.find(({ id }) => id === rule)?.title
  return (
    <details class={`card group ${severity}`} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class={severity === 'blocking' ? 'tag late' : severity === 'warning' ? 'tag returned' : 'tag'}>
          {say(severityWords[severity])}
        </span>{' '}
        <strong>
          {title !== undefined && say(title)} <small>{rule}</small>
        </strong>{' '}
        <span class="group-counts">{say(groupCounts(count, agencies.length, stake))}</span>
      </summary>
      {open && (
        <>
          <GroupActs findings={agencies.flatMap(({ findings }) => findings)} view={view} onChanged={onChanged} />
          {agencies.map((of) => (
            <AgencyRows key={of.agencyId} {...of} view={view} onChanged={onChanged} />
          ))}
        </>
      )}
    </details>
  )
}

type AgencyRowsProps = {
  readonly agencyId: string
  readonly count: number
  readonly findings: readonly Finding[]
  readonly view: RoundView
  readonly onChanged: () => void
}

function AgencyRows({ agencyId, count, findings, view, onChanged }: AgencyRowsProps) {
  const [most, setMost] = useState(shownRows)
  const agency = view.agencies.find(({ id }) => id === agencyId)
  const left = findings.length - most
  return (
    <section>
      <h2 class="finding-title">
        {agency === undefined ? agencyId : say(agency.name)} <small>({count})</small>
      </h2>
      <ul class="finding-rows">
        {[...findings]
          .sort(byWeight)
          .slice(0, most)
          .map((finding) => (
            <li key={`${finding.formId}|${finding.id}`}>
              <span>
                {severityMark(finding)}
                {say(finding.message)}
                {finding.explanation !== undefined && (
                  <small>
                    {' '}
                    {say(words.outgrown)}: “{finding.explanation.text}”
                  </small>
                )}
              </span>
              <span class="finding-ways">
                <a href={addressOf(finding, view)}>
                  {isOfCity(finding, view) ? say(decideWording.toCity) : formOf(finding, view)}
                  <span class="unseen">: {say(words.toCell)}</span>
                </a>
                {me.value?.role === 'coordinator' && (
                  <DecideFinding round={view.round.id} finding={finding} onDecided={onChanged} />
                )}
              </span>
            </li>
          ))}
      </ul>
      {left > 0 && (
        <button type="button" class="button small" onClick={() => setMost(most + shownRows)}>
          {say(moreFindings(Math.min(shownRows, left), left))}
        </button>
      )}
    </section>
  )
}

/** Said where a row weighs otherwise than most. */
function severityMark({ severity }: Finding) {
  return severity === 'blocking' ? <strong>{say(severityWords.blocking)}: </strong> : null
}

function formOf({ formId }: Finding, view: RoundView): string {
  const form = view.forms.find(({ id }) => id === formId)
  return form === undefined ? formId : say(form.shortTitle)
}
