/** What the checks found in one agency's form, on the page of what it submitted. */
import type { Finding } from '../../functions/schema/round.ts'
import type { RoundView } from '../api/rounds.ts'
import { findingsWording as words } from '../wording/findings.ts'
import { say } from '../wording/language.ts'
import { byWeight, FindingEntry } from './finding-entry.tsx'

/** Nothing where nothing was found. */
export function FindingsOf({ findings, view }: { findings: readonly Finding[]; view: RoundView }) {
  const found = findings.filter(({ state }) => state !== 'solved').sort(byWeight)
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
