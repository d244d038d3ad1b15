/** Browser and server find the same: the checker of the page, fed with any edits in any slices, against the check at submit. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { normaliseAnswers } from '../../../functions/schema/answers/normalise-answers.ts'
import { validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import type { Answers, Cells, Value } from '../../../functions/schema/answers.ts'
import { type CheckContext, scopedTo } from '../../../functions/schema/checks/check-context.ts'
import { defaultSettings } from '../../../functions/schema/checks/check-settings.ts'
import { createChecker } from '../../../functions/schema/checks/create-checker.ts'
import { checkOneSubmission } from '../../../functions/schema/checks/run-form-checks.ts'
import { referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import {
  alak,
  cover,
  coverage,
  dinsos,
  groups,
  review,
  reviewed,
  tag,
  tagging,
} from '../../domain/checks/sample-city.ts'

const amounts = [0, 45_000, 200_000_000, 500_000_000, 20_000_000_000]
const values: Readonly<Record<string, readonly Value[]>> = {
  kodeSubKegiatan: [
    '1.06.05.2.02.0006',
    '1.06.05.2.02.06',
    ' 1.06.05.2.02.0006 ',
    '2.09.03.1.01.0015',
    '1.06.01.2.02.0001',
    '',
  ],
  namaSubKegiatan: ['Fasilitasi Bantuan Sosial Kesejahteraan Keluarga', 'Rapat'],
  sumberDana: ['DAU', 'PAD', 'NON_APBD'],
  paguSubKegiatan: amounts,
  paguDitandai: amounts,
  belanjaLangsungSasaran: amounts,
  jenisIntervensi: ['sensitif', 'dukungan'],
  jumlahSasaran: [1, 1_000],
  lokasi: [['53.71.01.1001'], ['53.03.01.1001']],
}
const figures: Readonly<Record<string, readonly Value[]>> = {
  pembilang: [0, 5, 101, { absent: 'not-yet' }],
  penyebut: [0, 5, 100, { absent: 'not-yet' }],
  catatan: ['', 'Diperiksa.'],
}

const editOf = (choices: typeof values) =>
  fc
    .constantFrom(...Object.keys(choices))
    .chain((field) =>
      fc.record({ row: fc.nat(5), field: fc.constant(field), value: fc.constantFrom(...(choices[field] ?? [])) }),
    )
type Edit = { row: number; field: string; value: Value }

function edited(answers: Answers, table: string, { row, field, value }: Edit): Answers {
  const rows = (answers.rows[table] ?? []).map((each, index) =>
    index === row ? { ...each, cells: { ...each.cells, [field]: value } as Cells } : each,
  )
  return { ...answers, rows: { ...answers.rows, [table]: rows } }
}

const names = ['53.71.01.1001', '53.71.01.1002', '53.71.01.1003']
it.each([
  [
    '3A',
    tagging(
      dinsos,
      Array.from({ length: 6 }, () => tag()),
    ),
    [review(dinsos, [reviewed({ pagu2025: 1_000 })])],
    'penandaan',
    values,
  ],
  [
    'coverage',
    cover(
      alak,
      names.flatMap((name) => [coverage(name, 'ind-17', 5, 90), coverage(name, 'ind-12', 60, 100)]),
    ),
    [groups(alak, [{ kelurahan: '53.71.01.1001', balita: 100 }])],
    'cakupan',
    figures,
  ],
] as const)(
  '%s: the page and the submission find the same, whatever was typed before',
  (_, start, submissions, table, choices) => {
    const agencyId = start.agency.id
    const references = scopedTo(referenceLists, agencyId)
    const context: CheckContext = {
      today: '2026-02-13',
      fiscalYear: 2026,
      references,
      settings: defaultSettings,
      submissions,
    }
    fc.assert(
      fc.property(fc.array(editOf(choices), { maxLength: 12 }), fc.nat(3), (edits, patience) => {
        const checker = createChecker(context, start)
        let answers = start.answers
        for (const edit of edits) {
          answers = edited(answers, table, edit)
          let left = patience
          checker.prepare(answers, () => left-- > 0)
        }
        const errors = validateAnswers(start.definition, answers, { ...context, agencyId })
        const stored = { ...start, answers: normaliseAnswers(start.definition, answers, { ...context, agencyId }) }
        const shown = (found: ReturnType<typeof checkOneSubmission>) =>
          found.map(({ id, severity, pointer, message, basis }) => ({ id, severity, pointer, message, basis }))
        const server = shown(checkOneSubmission(context, stored))
        const page = shown(checker.check(answers, []))
        expect(page).toEqual(server)
        // What the validator keeps comes on top and hides nothing.
        const whole = shown(checker.check(answers, errors))
        expect(whole.slice(0, server.length)).toEqual(server)
      }),
      { numRuns: 150 },
    )
  },
)
