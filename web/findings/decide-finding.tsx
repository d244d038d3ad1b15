/** A coordinator explains a finding, or sets it aside, with the reason; both are kept with the name. */
import { useState } from 'preact/hooks'
import type { Finding } from '../../functions/schema/round.ts'
import { decideFinding } from '../api/findings.ts'
import { ReasonBox } from '../controls/reason-box.tsx'
import { findingsWording as words } from '../wording/findings.ts'
import { decideWording } from '../wording/findings-page.ts'
import { say } from '../wording/language.ts'

type Kind = 'explain' | 'set-aside'

export function DecideFinding({
  round,
  finding,
  onDecided,
}: {
  readonly round: string
  readonly finding: Finding
  readonly onDecided: () => void
}) {
  const [kind, setKind] = useState<Kind>()
  if (kind === undefined) {
    return (
      <p class="cluster">
        <button
          type="button"
          class="link"
          aria-label={`${say(words.explain)}: ${say(finding.message)}`}
          onClick={() => setKind('explain')}
        >
          {say(words.explain)}
        </button>
        <button
          type="button"
          class="link"
          aria-label={`${say(decideWording.setAside)}: ${say(finding.message)}`}
          onClick={() => setKind('set-aside')}
        >
          {say(decideWording.setAside)}
        </button>
      </p>
    )
  }
  const aside = kind === 'set-aside'
  return (
    <ReasonBox
      id={`reason-${finding.id.replace(/[^A-Za-z0-9-]/g, '-')}`}
      label={aside ? decideWording.whyAside : words.why}
      {...(aside ? { hint: decideWording.asideMeans } : {})}
      saveAs={aside ? decideWording.setAside : words.save}
      onSave={async (text) => {
        await decideFinding(round, finding.id, { text, setAside: aside })
        onDecided()
      }}
      onCancel={() => setKind(undefined)}
    />
  )
}
