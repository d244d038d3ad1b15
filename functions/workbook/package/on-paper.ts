/**
 * The paper of a workbook of ours. F4 (Folio, 215.9 x 330.2 mm) has a code that the library neither writes nor keeps, so it is
 * put into the finished parts; a size in millimetres instead would be lost when LibreOffice saves.
 */
import type { Paper } from '../../schema/region.ts'
import { type PackedPart, readZip } from './read-zip.ts'
import { pack, writeZip } from './write-zip.ts'

const codes: Record<Paper, number> = { a4: 9, f4: 14 }

export function onPaper(workbook: Uint8Array, paper: Paper = 'a4'): Uint8Array {
  if (paper === 'a4') return workbook
  const zip = readZip(Buffer.from(workbook))
  const parts = new Map<string, PackedPart>()
  for (const name of zip.names) {
    const sheet = /^xl\/worksheets\/[^/]+\.xml$/.test(name) ? zip.part(name)?.toString('utf8') : undefined
    const part =
      sheet === undefined
        ? zip.packed(name)
        : pack(Buffer.from(sheet.replace(/(<pageSetup\b[^>]*paperSize=")\d+"/g, `$1${codes[paper]}"`), 'utf8'))
    if (part !== undefined) parts.set(name, part)
  }
  return writeZip(parts)
}
