/** Looks of the template. */
import type { CellStyle } from 'hucre/xlsx'
import type { Field } from '../../schema/form.ts'
import { sheetColumn } from '../fields.ts'
import { font } from '../sheet-layout.ts'

const thin = { style: 'thin', color: { rgb: 'B7C4D1' } } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }

export const headStyle: CellStyle = {
  font: { ...font, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
  alignment: { wrapText: true, vertical: 'center' },
  border,
}
/** Of columns that need not be filled in. */
export const lightHeadStyle: CellStyle = {
  ...headStyle,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '5B7C99' } },
}
export const titleStyle: CellStyle = { font: { ...font, bold: true, size: 14 } }
export const wrapStyle: CellStyle = { alignment: { wrapText: true, vertical: 'top' }, border }
export const labelStyle: CellStyle = { ...wrapStyle, font: { ...font, bold: true } }
/** Cells that the form fixes. */
const fixedFill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EDF2' } } as const
export const wrongColour = 'FFD9D6'

export function cellStyle(field: Field, fixed: boolean): CellStyle {
  const { format } = sheetColumn(field.type)
  return {
    numFmt: format,
    border,
    alignment: { vertical: 'top', wrapText: format === '@' },
    ...(fixed ? { fill: fixedFill } : {}),
  }
}

/** In characters, for the header and what is usually in the column. */
export function columnWidth(field: Field, header: string): number {
  const wide =
    field.type === 'text' && (field.multiline === true || field.maxLength > 200) ? 44 : sheetColumn(field.type).width
  return Math.max(wide, Math.min(24, Math.ceil(header.length / 2) + 2))
}
