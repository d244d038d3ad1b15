/** What was explained or put aside, folded: it stands, and asks for nothing. Drawn only when opened. */
import { useState } from 'preact/hooks'
import { countOf } from '../../functions/rules/finding-groups.ts'
import type { Finding } from '../../functions/schema/round.ts'
import type { RoundView } from '../api/rounds.ts'
import { groupWording, moreFindings } from '../wording/findings-page.ts'
import { say } from '../wording/language.ts'
import { byWeight, FindingEntry } from './finding-entry.tsx'

const shownAtOnce = 25

export function DealtWith({ findings, view }: { readonly findings: readonly Finding[]; readonly view: RoundView }) {
  const [open, setOpen] = useState(false)
  const [most, setMost] = useState(shownAtOnce)
  if (findings.length === 0) return null
  const left = findings.length - most
  return (
    <details class="card" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {say(groupWording.dealtWith)} ({countOf(findings)})
      </summary>
      {open &&
        [...findings]
          .sort(byWeight)
          .slice(0, most)
          .map((finding) => (
            <FindingEntry
              key={`${finding.agencyId}|${finding.formId}|${finding.id}`}
              finding={finding}
              view={view}
              titled
            />
          ))}
      {open && left > 0 && (
        <button type="button" class="button" onClick={() => setMost(most + shownAtOnce)}>
          {say(moreFindings(Math.min(shownAtOnce, left), left))}
        </button>
      )}
    </details>
  )
}
