/** What the checks found in one agency's form, on the page of what it submitted. */
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { fetchFindings, type Work } from '../api/work.ts'
import { findingsWording as words } from '../wording/findings.ts'
import { say } from '../wording/language.ts'
import { byWeight, FindingEntry } from './finding-entry.tsx'

/** Nothing where nothing was found, or the list cannot be had. */
export function FindingsOf({ work, view }: { work: Work; view: RoundView }) {
  const { round, agency, form } = work
  const { value } = useResource(`findings|${round}|${agency}|${form}`, () => fetchFindings(work))
  const found = (value ?? []).filter(({ state }) => state !== 'solved').sort(byWeight)
  if (found.length === 0) return null
  return (
    <details class="no-print">
      <summary>
        {say(words.title)} ({found.length})
      </summary>
      {found.map((finding) => (
        <FindingEntry key={finding.id} finding={finding} view={view} />
      ))}
    </details>
  )
}
