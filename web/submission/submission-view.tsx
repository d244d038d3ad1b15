/**
 * A submission as it was sent, read-only, with comments at their places. The coordinator's review page uses it too and gives
 * `aside`, which is drawn at every field and row.
 */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import { formatValue } from '../../functions/schema/answers/format-value.ts'
import { rowLabel } from '../../functions/schema/answers/row-label.ts'
import { isTableVisible, settleHeader, settleRow } from '../../functions/schema/answers/settle-cells.ts'
import type { Answers, Cells, Row } from '../../functions/schema/answers.ts'
import type { Field, FormDefinition, Table } from '../../functions/schema/form.ts'
import type { Comment } from '../../functions/schema/round.ts'
import { fieldWording } from '../wording/form.ts'
import { language, say } from '../wording/language.ts'
import { submissionWording as words } from '../wording/submission.ts'
import './submission.css'

export type SubmissionViewProps = {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly context: AnswerContext
  readonly comments: readonly Comment[]
  /** Drawn beside each field and row, with its pointer and its name. */
  readonly aside?: (pointer: string, label: string) => ComponentChildren
}

export function SubmissionView(props: SubmissionViewProps) {
  const { definition, answers } = props
  const { cells, visible } = settleHeader(definition, answers, props.context)
  return (
    <div class="submission">
      <h2>{say(words.answers)}</h2>
      <dl class="facts">
        {definition.fields
          .filter(({ id }) => visible.has(id))
          .map((field) => (
            <FieldFact key={field.id} {...props} field={field} cells={cells} pointer={`/fields/${field.id}`} />
          ))}
      </dl>
      {definition.tables
        .filter((table) => isTableVisible(table, cells))
        .map((table) => (
          <TableView key={table.id} {...props} table={table} header={cells} />
        ))}
    </div>
  )
}

function TableView({ table, header, ...props }: SubmissionViewProps & { table: Table; header: Cells }) {
  const rows = props.answers.rows[table.id] ?? []
  return (
    <section>
      <h2>
        {say(table.title)} <small>({rows.length})</small>
      </h2>
      <Notes {...props} pointer={`/rows/${table.id}`} label={say(table.title)} />
      {rows.length === 0 && <p>{say(words.noRows)}</p>}
      {rows.map((row, index) => (
        <RowView key={row.rowKey} {...props} table={table} row={row} index={index} header={header} />
      ))}
    </section>
  )
}

type RowViewProps = SubmissionViewProps & { table: Table; row: Row; index: number; header: Cells }

/** Folded but for the first rows and those with comments, and drawn only when opened: a form may have hundreds. */
function RowView({ table, row, index, header, ...props }: RowViewProps) {
  const pointer = `/rows/${table.id}/${row.rowKey}`
  const commented = props.comments.some((each) => each.pointer === pointer || each.pointer.startsWith(`${pointer}/`))
  const [open, setOpen] = useState(commented || index < 3)
  const name = say(rowLabel(table, row, index, props.context))
  return (
    <details
      class={commented ? 'row-view commented' : 'row-view'}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{name}</summary>
      {open && <RowFacts {...props} table={table} row={row} index={index} header={header} name={name} />}
    </details>
  )
}

function RowFacts({ table, row, header, name, ...props }: RowViewProps & { name: string }) {
  const { cells, visible } = settleRow(table, row, header)
  const pointer = `/rows/${table.id}/${row.rowKey}`
  return (
    <>
      <Notes {...props} pointer={pointer} label={name} />
      <dl class="facts">
        {table.fields
          .filter(({ id }) => visible.has(id))
          .map((field) => (
            <FieldFact
              key={field.id}
              {...props}
              field={field}
              cells={cells}
              pointer={`${pointer}/${field.id}`}
              name={name}
            />
          ))}
      </dl>
    </>
  )
}

type FieldFactProps = SubmissionViewProps & { field: Field; cells: Cells; pointer: string; name?: string }

function FieldFact({ field, cells, pointer, name, ...props }: FieldFactProps) {
  const text = formatValue(field, cells[field.id], language.value, props.context)
  const label = name === undefined ? say(field.label) : `${name}, ${say(field.label)}`
  return (
    <div>
      <dt>{say(field.label)}</dt>
      <dd>
        {text === '' ? <span class="hint">{say(words.notAnswered)}</span> : text}
        <Notes {...props} pointer={pointer} label={label} />
      </dd>
    </div>
  )
}

function Notes({
  comments,
  aside,
  pointer,
  label,
}: Pick<SubmissionViewProps, 'comments' | 'aside'> & { pointer: string; label: string }) {
  const own = comments.filter((each) => each.pointer === pointer)
  return (
    <>
      {own.map(({ text }) => (
        <p key={text} class="comment">
          <strong>{say(fieldWording.comment)}:</strong> {text}
        </p>
      ))}
      {aside?.(pointer, label)}
    </>
  )
}
