/** Checks that a coordinator chose, over answers as they are typed: what they say, and where they say nothing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFar } from '../../../functions/domain/checks/own-jumps.ts'
import type { Answers, Value } from '../../../functions/schema/answers.ts'
import type { CheckContext } from '../../../functions/schema/checks/check-context.ts'
import { defaultSettings } from '../../../functions/schema/checks/check-settings.ts'
import { createChecker } from '../../../functions/schema/checks/create-checker.ts'
import type { OwnCheck } from '../../../functions/schema/checks/own/own-check.ts'
import { checkOneSubmission } from '../../../functions/schema/checks/run-form-checks.ts'
import { type FormDefinition, formDefinitionSchema } from '../../../functions/schema/form.ts'
import { runsOf } from '../../setup/thorough.ts'

const words = (text: string) => ({ id: text, en: text })
const number = (id: string) => ({
  id,
  label: words(id),
  required: false,
  type: 'decimal',
  decimals: 2,
  absences: ['not-yet'],
})
const form: FormDefinition = formDefinitionSchema.parse({
  id: 'uji',
  version: 1,
  title: words('Uji'),
  shortTitle: words('Uji'),
  description: words('Uji'),
  nilAllowed: false,
  fields: [number('semua')],
  tables: [
    {
      id: 'pos',
      title: words('Pos'),
      minRows: 0,
      maxRows: 100,
      fields: [
        { id: 'nama', label: words('nama'), required: false, type: 'text', maxLength: 50 },
        ...['laki', 'perempuan', 'jumlah'].map(number),
      ],
    },
  ],
})
const agency = { id: 'dinsos', name: words('Dinsos'), kind: 'opd' as const, sectors: [] }
const draft = { agency, definition: form, revision: 1, nil: false, afterApproval: false }
const contextOf = (checks: readonly OwnCheck[]): CheckContext => ({
  today: '2026-02-11',
  fiscalYear: 2026,
  references: {},
  settings: defaultSettings,
  submissions: [],
  ownChecks: { uji: checks },
})
type Cells = { nama?: string; laki?: Value; perempuan?: Value; jumlah?: Value }
const answersOf = (rows: readonly Cells[], semua?: Value): Answers => ({
  fields: semua === undefined ? {} : { semua },
  rows: { pos: rows.map((cells, index) => ({ rowKey: `R${index}`, cells: { ...cells } })) },
})
const found = (checks: readonly OwnCheck[], answers: Answers) =>
  checkOneSubmission(contextOf(checks), { ...draft, answers }).map(({ rule, pointer }) => `${rule} ${pointer}`)

const column = (field: string) => ({ table: 'pos', field })
const rowTotal: OwnCheck = { kind: 'total', total: column('jumlah'), parts: [column('laki'), column('perempuan')] }
const whole: OwnCheck = { kind: 'total', total: { field: 'semua' }, parts: [column('jumlah')] }
const sameName: OwnCheck = { kind: 'duplicate', table: 'pos', fields: ['nama', 'laki'], across: false }
const notYet = { absent: 'not-yet' } as const

describe('a total', () => {
  it('is held to its row where all stand in one table; a blank part is nothing, a fraction is no difference', () => {
    const rows = [
      { laki: 1, perempuan: 2, jumlah: 3 },
      { laki: 1, jumlah: 1 },
      { laki: 0.1, perempuan: 0.2, jumlah: 0.3 },
      { laki: 1, perempuan: 2, jumlah: 4 },
    ]
    expect(found([rowTotal], answersOf(rows))).toEqual(['A38 /rows/pos/R3/jumlah'])
  })
  it('of the header is held to the sum of a column, and to nothing while one of them is not known', () => {
    const rows = [{ jumlah: 3 }, { jumlah: 4 }]
    expect(found([whole], answersOf(rows, 7))).toEqual([])
    expect(found([whole], answersOf(rows, 8))).toEqual(['A38 /fields/semua'])
    expect(found([whole], answersOf(rows))).toEqual([])
    expect(found([whole], answersOf([], 8))).toEqual([])
    expect(found([whole], answersOf([...rows, { jumlah: notYet }], 8))).toEqual([])
    expect(found([whole], answersOf(rows, notYet))).toEqual([])
  })
})

it('rows are the same whatever their capitals and blanks, and not while one of the questions is blank', () => {
  const rows = [
    { nama: 'Pos  Melati', laki: 2 },
    { nama: 'pos melati ', laki: 2 },
    { nama: 'Pos Melati', laki: 3 },
  ]
  expect(found([sameName], answersOf(rows))).toEqual(['A35 /rows/pos/R1/nama'])
  expect(found([sameName], answersOf([{ nama: 'A' }, { nama: 'A' }]))).toEqual([])
})

it('a question that this version of the form lacks is not asked for', () => {
  const gone: OwnCheck = { ...whole, parts: [column('tidakAda')] }
  expect(found([gone, { ...sameName, fields: ['tidakAda'] }], answersOf([{ nama: 'A' }, { nama: 'A' }], 3))).toEqual([])
})

it('far is more than a share or a factor, from nothing too, save for small changes', () => {
  const percent = { limit: { by: 'percent' as const, value: 50 } }
  expect([isFar(percent, 100, 150), isFar(percent, 100, 151), isFar(percent, 100, 49)]).toEqual([false, true, true])
  const factor = { limit: { by: 'factor' as const, value: 3 } }
  expect([isFar(factor, 2, 6), isFar(factor, 2, 7), isFar(factor, 7, 2), isFar(factor, -1, 1)]).toEqual([
    false,
    true,
    true,
    true,
  ])
  expect([isFar(factor, 0, 5), isFar({ ...factor, least: 6 }, 0, 5), isFar(percent, 0, 0)]).toEqual([
    true,
    false,
    false,
  ])
})

it('page and server find the same of any answers', () => {
  const value = fc.option(fc.constantFrom<Value>(0, 1, 2, 3, 0.5, notYet), { nil: undefined })
  const row = fc.record(
    { nama: fc.constantFrom('A', 'a', 'B', ''), laki: value, perempuan: value, jumlah: value },
    { requiredKeys: [] },
  )
  const checks = [rowTotal, whole, sameName]
  const context = contextOf(checks)
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), value, (rows, semua) => {
      const cells = rows.map((each) =>
        Object.fromEntries(Object.entries(each).filter(([, cell]) => cell !== undefined)),
      )
      const answers = answersOf(cells, semua)
      const said = (all: readonly { id: string; message: object }[]) => all.map(({ id, message }) => ({ id, message }))
      const live = createChecker(context, draft).check(answers, [])
      expect(said(live)).toEqual(said(checkOneSubmission(context, { ...draft, answers })))
    }),
    { numRuns: runsOf(200) },
  )
})
