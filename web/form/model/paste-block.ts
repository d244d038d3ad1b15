/**
 * A block copied from a spreadsheet, laid over the table from the cell that has the focus: right over the columns that can be
 * typed in, down over the rows. Free tables grow; fixed ones do not.
 */
import type { Row } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'

/** `rowKey: undefined` = a row that has to be added, `offset` says which. */
export type PastedCell = {
  readonly rowKey: string | undefined
  readonly offset: number
  readonly field: Field
  readonly text: string
}

/** Is it a block? A single value is an ordinary paste. */
export function isBlock(text: string): boolean {
  return /\t|\n./.test(text.replace(/\r/g, ''))
}

/** The cells that the block fills. `fields` are the columns that can be typed in, in the table's order. */
export function spreadBlock(
  text: string,
  fields: readonly Field[],
  rows: readonly Row[],
  from: { readonly field: string; readonly rowKey: string },
): readonly PastedCell[] {
  const column = fields.findIndex(({ id }) => id === from.field)
  const top = rows.findIndex(({ rowKey }) => rowKey === from.rowKey)
  if (column < 0 || top < 0) return []
  return linesOf(text).flatMap((line, down) =>
    line.flatMap((cell, right) => {
      const field = fields[column + right]
      if (field === undefined) return []
      return [{ rowKey: rows[top + down]?.rowKey, offset: top + down - rows.length, field, text: cell }]
    }),
  )
}

/** Cells with line breaks come in quotes, quotes doubled. */
function linesOf(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const lines: string[][] = [[]]
  let cell = ''
  let quoted = false
  const endCell = () => {
    lines[lines.length - 1]?.push(cell)
    cell = ''
  }
  for (let at = 0; at < plain.length; at += 1) {
    const mark = plain.charAt(at)
    if (quoted && mark === '"' && plain.charAt(at + 1) === '"') {
      cell += mark
      at += 1
    } else if (mark === '"' && (quoted || cell === '')) quoted = !quoted
    else if (mark === '\t' && !quoted) endCell()
    else if (mark === '\n' && !quoted) {
      endCell()
      lines.push([])
    } else cell += mark
  }
  endCell()
  return lines
}
