/** One finding: what it is in words, what is wrong, what would mend it, and the place to say why it is right. */
import { useState } from 'preact/hooks'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { ReasonBox } from '../../controls/reason-box.tsx'
import { findingsWording as words } from '../../wording/findings.ts'
import { language, say } from '../../wording/language.ts'
import { severityWords } from '../../wording/severity.ts'
import type { FormModel } from '../form-model.ts'
import { elementId, targetOf } from '../model/place.ts'
import type { LiveFinding } from './live-finding.ts'
import '../../findings/finding.css'

/** All findings about one cell or field. */
export function Findings({ model, findings }: { model: FormModel; findings: readonly LiveFinding[] }) {
  return (
    <>
      {findings.map((finding) => (
        <FindingNote key={finding.id} model={model} finding={finding} />
      ))}
    </>
  )
}

export function FindingNote({ model, finding }: { model: FormModel; finding: LiveFinding }) {
  const { severity, text, state, explanation, submitted } = finding
  const explained = state === 'explained'
  return (
    <div class={`finding ${explained ? 'explained' : severity}`}>
      <p>
        <strong>{say(explained ? words.explained : severityWords[severity])}</strong>:{' '}
        {submitted && `${say(words.submitted)} `}
        {say(text)} <Mend model={model} finding={finding} />
      </p>
      {explanation !== undefined && (
        <p class="hint">
          {say(explained ? words.explanation : words.outgrown)}: “{explanation.text}”
        </p>
      )}
      {!explained && severity !== 'blocking' && <Explain model={model} finding={finding} />}
    </div>
  )
}

/** Offered, never put in unasked: the name must be looked at again. */
function Mend({ model, finding: { fix } }: { model: FormModel; finding: LiveFinding }) {
  const { table, rowKey, field } = targetOf(fix?.pointer ?? '')
  if (fix === undefined || table === undefined || rowKey === undefined || field === undefined) return null
  const fields = model.definition.tables.filter(({ id }) => id === table).flatMap((each) => each.fields)
  const [asked] = fields.filter(({ id }) => id === field)
  const shown = asked && formatValue(asked, fix.value, language.value, model.context.value)
  return (
    <button type="button" class="link" onClick={() => model.set({ table, rowKey, field }, fix.value)}>
      {say(words.use)} {shown ?? String(fix.value)}
    </button>
  )
}

function Explain({ model, finding }: { model: FormModel; finding: LiveFinding }) {
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <button
        type="button"
        class="link"
        aria-label={`${say(words.explain)}: ${say(finding.message)}`}
        onClick={() => setAsked(true)}
      >
        {say(words.explain)}
      </button>
    )
  }
  return (
    <ReasonBox
      id={`why-${elementId(finding.id.replace(/\./g, '-'))}`}
      label={words.why}
      saveAs={words.save}
      onSave={(text) => model.checks.peek()?.explain(finding, text) ?? Promise.resolve()}
      onCancel={() => setAsked(false)}
    />
  )
}
