/** What changes, sheet by sheet: each row by its name, what the draft has and what the file says, and why it is taken for that row. */
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import type { Cells } from '../../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../../functions/schema/form.ts'
import type { ChangedCells, WorkbookPreview, WorkbookTable } from '../../../functions/schema/workbook.ts'
import { language, say } from '../../wording/language.ts'
import { matchWords, moreRows, rowInFile, sheetCounts, workbookWording as words } from '../../wording/workbook.ts'
import { type FormModel, useForm } from '../form-model.ts'
import { shownValue } from './shown-value.ts'
import type { Upload } from './use-upload.ts'

/** Lines of a sheet that are drawn. */
const maxLines = 100

type Line = {
  readonly key: string
  readonly name: string
  readonly place: string
  readonly field?: Field
  readonly from?: string
  readonly to: string
  readonly why?: string
}

type Props = { readonly upload: Upload; readonly preview: WorkbookPreview; readonly definition: FormDefinition }

export function PreviewSheets({ upload, preview, definition }: Props) {
  const model = useForm()
  const { headerSheet } = preview
  const header = linesOf(preview.fields, {
    fields: definition.fields,
    model,
    there: model.answers.value.fields,
    base: { name: '', place: '' },
  })
  return (
    <>
      {headerSheet !== null && header.length > 0 && (
        <Sheet upload={upload} name={headerSheet} told={sheetCounts({ fields: header.length })} lines={header} />
      )}
      {preview.tables.map((table) => {
        const { added, changed, removed, missing } = table
        if (added.length + changed.length + removed.length + missing.length === 0) return null
        const told = sheetCounts({ added: added.length, changed: changed.length, removed: removed.length })
        return (
          <Sheet
            key={table.sheet}
            upload={upload}
            name={table.sheet}
            told={told}
            lines={linesOfTable(table, { definition, model, removing: upload.choices.value.removing })}
          />
        )
      })}
    </>
  )
}

type SheetProps = {
  readonly upload: Upload
  readonly name: string
  readonly told: string
  readonly lines: readonly Line[]
}

function Sheet({ upload, name, told, lines }: SheetProps) {
  const choices = upload.choices.value
  const take = (taken: boolean) => {
    const without = new Set(choices.without)
    if (taken) without.delete(name)
    else without.add(name)
    upload.choices.value = { ...choices, without }
  }
  return (
    <section class="workbook-sheet">
      <h4>
        <label class="check">
          <input
            type="checkbox"
            checked={!choices.without.has(name)}
            onChange={(event) => take(event.currentTarget.checked)}
          />{' '}
          {say(words.takeSheet)} “{name}”
        </label>{' '}
        <span class="hint">{told}</span>
      </h4>
      {!choices.without.has(name) && lines.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <section class="workbook-errors" tabIndex={0} aria-label={name}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.row)}</th>
                <th scope="col">{say(words.column)}</th>
                <th scope="col">{say(words.draftNow)}</th>
                <th scope="col">{say(words.file)}</th>
              </tr>
            </thead>
            <tbody>
              {lines.slice(0, maxLines).map(({ key, name: row, place, field, from, to, why }) => (
                <tr key={key}>
                  <th scope="row">
                    {row} <span class="sheet-name">{[place, why].filter((each) => each).join(' · ')}</span>
                  </th>
                  <td data-label={say(words.column)}>{field?.label[language.value]}</td>
                  <td data-label={say(words.draftNow)}>{from}</td>
                  <td data-label={say(words.file)}>{to}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {lines.length > maxLines && <p>{say(moreRows(lines.length - maxLines))}</p>}
    </section>
  )
}

type TableParts = { readonly definition: FormDefinition; readonly model: FormModel; readonly removing: boolean }

function linesOfTable(preview: WorkbookTable, { definition, model, removing }: TableParts): Line[] {
  const table = definition.tables.find(({ id }) => id === preview.tableId)
  if (table === undefined) return []
  const rows = model.answers.value.rows[table.id] ?? []
  const index = new Map(rows.map((row, at) => [row.rowKey, at]))
  const nameOf = (rowKey: string, cells: Cells, at: number) =>
    rowLabel(table, { rowKey, cells }, at, model.context.value)[language.value]
  const there = (rowKey: string) => rows[index.get(rowKey) ?? -1]
  const removal = (rowKey: string, to: string): Line[] => {
    const row = there(rowKey)
    return row === undefined
      ? []
      : [{ key: `-${rowKey}`, name: nameOf(rowKey, row.cells, index.get(rowKey) ?? 0), place: '', to }]
  }
  return [
    ...preview.changed.flatMap(({ rowKey, cells }) => {
      const row = there(rowKey)
      const place = preview.places[rowKey]
      const name = nameOf(rowKey, row?.cells ?? {}, index.get(rowKey) ?? 0)
      const why = place?.match === undefined ? undefined : say(matchWords[place.match])
      const base = {
        name,
        place: place === undefined ? '' : say(rowInFile(place.row)),
        ...(why === undefined ? {} : { why }),
      }
      return linesOf(cells, { fields: table.fields, model, there: row?.cells ?? {}, base, prefix: rowKey })
    }),
    ...(removing ? preview.removed : []).flatMap((rowKey) => removal(rowKey, say(words.removed))),
    ...preview.added.map(({ rowKey, cells }): Line => {
      const at = preview.places[rowKey]?.row
      const filled = table.fields.filter(({ id }) => cells[id] !== undefined).slice(0, 4)
      const told = filled.map((field) => shownValue(field, cells[field.id], model.context.value)).join(' · ')
      return {
        key: `+${rowKey}`,
        name: say(words.newRow),
        place: at === undefined ? '' : say(rowInFile(at)),
        to: told,
      }
    }),
    ...preview.missing.flatMap((rowKey) => removal(rowKey, say(words.notInFile))),
  ]
}

type CellParts = {
  readonly fields: readonly Field[]
  readonly model: FormModel
  readonly there: Cells
  readonly base: { readonly name: string; readonly place: string; readonly why?: string }
  readonly prefix?: string
}

function linesOf(cells: ChangedCells, { fields, model, there, base, prefix = '' }: CellParts): Line[] {
  return Object.entries(cells).flatMap(([id, value]) => {
    const field = fields.find((each) => each.id === id)
    if (field === undefined) return []
    const [from, to] = [there[id], value].map((each) => shownValue(field, each, model.context.value))
    return [{ ...base, key: `${prefix}/${id}`, field, from: from ?? '', to: to ?? '' }]
  })
}
