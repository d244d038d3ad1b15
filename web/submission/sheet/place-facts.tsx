/** One place: its answer, what was found, what it was before and last round, what was said about it, and a box to say more. */

import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { settleHeader, settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Cells } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import type { Finding } from '../../../functions/schema/round.ts'
import { useResource } from '../../api/resource.ts'
import { stateWords } from '../../findings/finding-entry.tsx'
import { targetOf } from '../../form/model/place.ts'
import { findingsWording } from '../../wording/findings.ts'
import { language, say } from '../../wording/language.ts'
import { commentFor } from '../../wording/review.ts'
import { sheetWording as words } from '../../wording/sheet.ts'
import { submissionWording } from '../../wording/submission.ts'
import { placeLabel } from '../place-label.ts'
import { ReplyNote } from '../reply-note.tsx'
import { noNotes } from './notes.ts'
import { PlaceLine } from './place-line.tsx'
import type { Sheet } from './sheet.ts'
import '../../findings/finding.css'

export type PlaceProps = { readonly sheet: Sheet; readonly pointer: string }
type Found = { readonly fields: readonly Field[]; readonly cells: Cells; readonly visible: ReadonlySet<string> }

export function PlaceFacts({ sheet, pointer }: PlaceProps) {
  const { form, notes } = sheet
  const own = notes.value.get(pointer) ?? noNotes
  const label = placeLabel(pointer, form)
  const { change } = own
  return (
    <>
      <h3 aria-live="polite">{label}</h3>
      <Answer sheet={sheet} pointer={pointer} />
      {change !== undefined && change.kind === 'added' && <p>{say(words.newRow)}</p>}
      {change !== undefined && change.before !== null && change.kind !== 'added' && (
        <p>
          {say(words.before)}: <del>{say(change.before)}</del>
        </p>
      )}
      <LastRound sheet={sheet} pointer={pointer} />
      {own.findings.map((finding) => (
        <FoundHere key={finding.id} finding={finding} />
      ))}
      <Thread sheet={sheet} pointer={pointer} />
      <CommentBox sheet={sheet} pointer={pointer} label={label} />
    </>
  )
}

function FoundHere({ finding }: { finding: Finding }) {
  const { state, severity, message, explanation } = finding
  return (
    <div class={`finding ${state === 'explained' ? 'explained' : severity}`}>
      <p>
        <strong>{say(stateWords(finding))}</strong>: {say(message)}
      </p>
      {explanation !== undefined && (
        <p class="hint">
          {say(state === 'explained' ? findingsWording.explanation : findingsWording.outgrown)}: “{explanation.text}”
          {explanation.byName !== undefined && ` (${explanation.byName})`}
        </p>
      )}
    </div>
  )
}

/** The answer in full; of a row all its answers, each a way to its own place. */
function Answer({ sheet, pointer }: PlaceProps) {
  const { context } = sheet.form
  const { field: id } = targetOf(pointer)
  const found = cellsAt(sheet, pointer)
  if (found === undefined) return null
  if (id !== undefined) {
    const field = found.fields.find((each) => each.id === id)
    const text = field === undefined ? '' : formatValue(field, found.cells[id], language.value, context)
    return (
      <p class="cell-value">
        {text === '' ? <span class="hint">{say(submissionWording.notAnswered)}</span> : <strong>{text}</strong>}
      </p>
    )
  }
  return (
    <dl class="facts">
      {found.fields
        .filter((field) => found.visible.has(field.id))
        .map((field) => (
          <PlaceLine
            key={field.id}
            sheet={sheet}
            field={field}
            pointer={`${pointer}/${field.id}`}
            value={found.cells[field.id]}
          />
        ))}
    </dl>
  )
}

/** The answers beside which a place stands; `undefined` of a whole table, or of the whole submission. */
function cellsAt({ form, tables }: Sheet, pointer: string): Found | undefined {
  const { table: id, rowKey, field } = targetOf(pointer)
  if (id === undefined) {
    const { fields } = form.definition
    return field === undefined ? undefined : { fields, ...settleHeader(form.definition, form.answers, form.context) }
  }
  const state = tables.find((each) => each.table.id === id)
  const row = state?.all.peek().find((each) => each.rowKey === rowKey)
  if (state === undefined || row === undefined) return undefined
  return { fields: state.table.fields, ...settleRow(state.table, row, state.model.header.peek()) }
}

/** Rows that were taken over from the round before have kept their keys, so their old answers are found. */
function LastRound({ sheet, pointer }: PlaceProps) {
  const { value } = useResource('last-round', sheet.lastRound)
  const { table, rowKey, field } = targetOf(pointer)
  if (value === undefined || field === undefined) return null
  const { fields, rows } = value.answers
  const cells = table === undefined ? fields : rows[table]?.find((row) => row.rowKey === rowKey)?.cells
  const asked =
    table === undefined ? sheet.form.definition : sheet.form.definition.tables.find(({ id }) => id === table)
  const question = asked?.fields.find(({ id }) => id === field)
  const answer = cells?.[field]
  if (question === undefined || answer === undefined) return null
  return (
    <p>
      {say(words.lastRound)} <small>({say(value.title)})</small>:{' '}
      {formatValue(question, answer, language.value, sheet.form.context)}
    </p>
  )
}

function Thread({ sheet, pointer }: PlaceProps) {
  const { earlier, decided } = sheet.notes.value.get(pointer) ?? noNotes
  if (earlier.length + decided.length === 0) return null
  return (
    <>
      <h4>{say(words.comments)}</h4>
      {earlier.map(({ text, reply }, index) => (
        <div key={index} class="comment">
          <p class="comment-text">{text}</p>
          <ReplyNote reply={reply} />
        </div>
      ))}
      {decided.map(({ text }, index) => (
        <p key={index} class="comment comment-text">
          {text}
        </p>
      ))}
    </>
  )
}

function CommentBox({ sheet, pointer, label }: PlaceProps & { readonly label: string }) {
  const { commenting } = sheet
  if (commenting === undefined) return null
  return (
    <div class="comment-edit">
      <label for="catatan">{say(commentFor(label))}</label>
      <textarea
        id="catatan"
        rows={3}
        maxLength={2_000}
        value={commenting.textAt(pointer)}
        onInput={(event) => commenting.write({ pointer, label, text: event.currentTarget.value })}
      />
    </div>
  )
}
