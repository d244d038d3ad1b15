/** What a budget out of SIPD puts into F1 and F2, and what it leaves to the person. */
import { describe, expect, it } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import type { AgencyBudget } from '../../functions/schema/sipd/agency-budget.ts'
import { editAnswers } from '../../web/form/model/edit-answers.ts'
import { movedOf, offersOf, takeMoved, takeOffers, targetOf } from '../../web/form/sipd/fill-rows.ts'

const row = (code: string, source: string | null, ceiling: number) => ({
  code,
  name: `Kegiatan ${code}`,
  source,
  funds: [`Dana ${source ?? 'asing'}`],
  units: ['Dinas'],
  ceiling,
})
const [single, double, strange, over] = [
  '1.06.01.2.01.0001',
  '1.06.01.2.01.0002',
  '1.06.01.2.01.0003',
  '1.06.01.2.01.0004',
]
const budget: AgencyBudget = {
  stage: 'perubahan',
  number: 1,
  loadedOn: '2026-02-10',
  rows: [
    row(single, 'DAU', 1_000),
    row(double, 'DAU', 500),
    row(double, 'PAD', 400),
    row(strange, null, 300),
    row(over, 'DAU', 50),
  ],
  bare: [],
}
const spent = [
  { code: single, amount: 900 },
  { code: double, amount: 800 },
  { code: strange, amount: 200 },
  { code: over, amount: 60 },
]
const known = { budgets: [budget], spent, agency: 'dinsos', year: 2025 }

function filled(formId: string, fields: Cells = {}, ticked: readonly string[] = budget.rows.map(({ code }) => code)) {
  const form = formDefinitions()
    .filter(({ id }) => id === formId)
    .at(-1)
  const target = targetOf(form?.tables ?? [])
  if (target === undefined) throw new Error('nothing to fill')
  const answers: Answers = { fields, rows: {} }
  let keys = 0
  const offers = offersOf(budget, [], new Set()).filter(({ code }) => ticked.includes(code))
  const edits = takeOffers(offers, { target, known, budget, answers, newKey: () => `k${keys++}` })
  return { target, answers: edits.reduce(editAnswers, answers) }
}
const cellsOf = ({ target, answers }: ReturnType<typeof filled>) =>
  (answers.rows[target.table.id] ?? []).map(({ cells }) => cells)

describe('F2', () => {
  it('gets code, name, source, ceiling, and what was spent where one source alone is in question', () => {
    expect(cellsOf(filled('reviu-aksi-2025'))).toEqual([
      {
        kodeSubKegiatan: single,
        namaSubKegiatan: `Kegiatan ${single}`,
        sumberDana: 'DAU',
        pagu2025: 1_000,
        realisasi2025: 900,
      },
      { kodeSubKegiatan: double, namaSubKegiatan: `Kegiatan ${double}`, sumberDana: 'DAU', pagu2025: 500 },
      { kodeSubKegiatan: double, namaSubKegiatan: `Kegiatan ${double}`, sumberDana: 'PAD', pagu2025: 400 },
      { kodeSubKegiatan: strange, namaSubKegiatan: `Kegiatan ${strange}`, pagu2025: 300, realisasi2025: 200 },
      // Never cut to fit: one of the two is wrong, and the form says so.
      {
        kodeSubKegiatan: over,
        namaSubKegiatan: `Kegiatan ${over}`,
        sumberDana: 'DAU',
        pagu2025: 50,
        realisasi2025: 60,
      },
    ])
  })
  it('says that there was tagged budget, or its rows would stand in a table that nobody sees', () => {
    expect(filled('reviu-aksi-2025').answers.fields).toEqual({ adaPenandaan2025: 'ya' })
    expect(filled('reviu-aksi-2025', { adaPenandaan2025: 'tidak' }).answers.fields).toEqual({ adaPenandaan2025: 'ya' })
  })
})

describe('F1', () => {
  it('gets no spending, the document where nobody named one, and the name of a fund that no rule knows', () => {
    const result = filled('aksi3a-penandaan-anggaran', {}, [strange])
    expect(result.answers.fields).toEqual({ dokumenAnggaran: 'dppa' })
    expect(cellsOf(result)).toEqual([
      {
        kodeSubKegiatan: strange,
        namaSubKegiatan: `Kegiatan ${strange}`,
        paguSubKegiatan: 300,
        keterangan: 'Sumber dana SIPD: Dana asing',
      },
    ])
    expect(filled('aksi3a-penandaan-anggaran', { dokumenAnggaran: 'dpa' }).answers.fields).toEqual({
      dokumenAnggaran: 'dpa',
    })
  })
  it('offers what is not in it yet, and new ceilings for what is', () => {
    const { target, answers } = filled('aksi3a-penandaan-anggaran', {}, [single, double])
    const rows = answers.rows[target.table.id] ?? []
    expect(offersOf(budget, rows, new Set([over])).map(({ code, stunting }) => [code, stunting])).toEqual([
      [over, true],
      [strange, false],
    ])
    const newer = { ...budget, rows: budget.rows.map((each) => ({ ...each, ceiling: each.ceiling + 1 })) }
    const moved = movedOf(target, newer, rows)
    expect(moved.map(({ typed, now }) => [typed, now])).toEqual([
      [1_000, 1_001],
      [500, 501],
      [400, 401],
    ])
    const after = editAnswers(answers, takeMoved(target, moved))
    expect(movedOf(target, newer, after.rows[target.table.id] ?? [])).toEqual([])
  })
})
