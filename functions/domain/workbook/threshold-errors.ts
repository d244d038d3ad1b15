/** The thresholds of the checks are a list like others, but a code that no check reads or a value that is no number would count for nothing. */
import type { AnswerError, Answers } from '../../schema/answers.ts'
import { thresholdCodes } from '../../schema/checks/check-settings.ts'
import { entriesTable, wordOf } from './reference-form.ts'

export function thresholdErrors({ rows }: Answers): AnswerError[] {
  return (rows[entriesTable] ?? []).flatMap(({ rowKey, cells }) => {
    const [code, value] = [wordOf(cells.kode), wordOf(cells.value)]
    const unknown: AnswerError = {
      pointer: `/rows/${entriesTable}/${rowKey}/kode`,
      code: 'unknown-threshold',
      message: {
        id: `Tidak ada pemeriksaan yang memakai kode "${code}". Kode yang dipakai: ${thresholdCodes.join(', ')}.`,
        en: `No check reads the code "${code}". Codes that are read: ${thresholdCodes.join(', ')}.`,
      },
    }
    const noNumber: AnswerError = {
      pointer: `/rows/${entriesTable}/${rowKey}/value`,
      code: 'not-a-threshold',
      message: {
        id: 'Tulis angka nol atau lebih tanpa pemisah ribuan, misalnya 25 atau 1200000000.',
        en: 'Write a number of zero or more without separators, such as 25 or 1200000000.',
      },
    }
    return [
      ...(code === '' || thresholdCodes.includes(code) ? [] : [unknown]),
      ...(/^\d+(\.\d+)?$/.test(value) ? [] : [noNumber]),
    ]
  })
}
