/** The port to files of results. */
import type { Paper } from '../../schema/region.ts'
import type { Language } from '../../schema/wording.ts'
import type { ResultSheet } from './result-sheet.ts'

export type ResultFiles = {
  /** XLSX with one sheet each. */
  workbook(
    now: Date,
    content: { title: string; sheets: readonly ResultSheet[]; paper?: Paper | undefined },
    language: Language,
  ): Promise<Uint8Array>
  /** UTF-8 with a byte order mark, CRLF, column ids as header; separated by semicolons and with decimal commas in Indonesian. */
  csv(sheet: ResultSheet, language: Language): Promise<string>
}
