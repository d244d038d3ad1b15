/** Whatever stands in a draft goes out as a workbook and comes back the same, cell by cell. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { isBlank, normalValue } from '../../functions/schema/answers/absence.ts'
import type { Answers, Cells, Value } from '../../functions/schema/answers.ts'
import type { Field } from '../../functions/schema/form.ts'
import { withoutHidden } from '../../functions/schema/hidden-characters.ts'
import { anyValue, contextOf, soundAnswers } from '../schema/sound-answers.ts'
import { runsOf } from '../setup/thorough.ts'
import { blank, free, now, subjectOf, workbooks } from './subject.ts'

const nothing = { added: 0, changed: 0, removed: 0, fields: 0, clashes: 0 }

/** Texts that spreadsheets are known to spoil. */
const trap = fc.constantFrom(
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '+62 812 3456',
  '-',
  '-5',
  '@SUM(A1)',
  "'satu",
  "''",
  '#N/A',
  '#REF!',
  '0812',
  '1.02.03',
  '1/2/2026',
  '2026-02-13',
  'TRUE',
  'Tidak berlaku',
  'Belum ada data',
  "'Tidak berlaku",
  '_x0041_',
  'a_x000D_b',
  '{"absent":"not-yet"}',
  '["a"]',
  '"kutip"',
  'a;b',
  'a,b',
  'baris\nkedua',
  'tab\tdi tengah',
  '<b>&amp;',
  '1e5',
  'NaN',
  '😀',
  'é',
  '1.234.567,50',
  'Rp 5.000',
)
/** The API takes signs that turn the direction of a text out of it, and refuses U+0000. */
const text = fc
  .oneof(trap, fc.string({ unit: 'grapheme', maxLength: 30 }), fc.string({ unit: 'binary', maxLength: 12 }))
  .map((each) => withoutHidden(each).replaceAll('\u0000', ''))

/** Any value that a draft may hold in this field, sound or not. */
function anyOf(field: Field): fc.Arbitrary<Value> {
  const absence = fc.constantFrom<Value>({ absent: 'not-yet' }, { absent: 'not-applicable' })
  const number = fc.oneof(
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 0.1, 1e15, -1e-7),
  )
  if (field.type === 'choices')
    return fc.oneof(text, absence, fc.array(fc.oneof(text, fc.constant('53.71.01.1008')), { maxLength: 4 }))
  if (field.type === 'integer' || field.type === 'rupiah' || field.type === 'decimal')
    return fc.oneof(number, text, absence)
  if (field.type === 'date')
    return fc.oneof(
      fc
        .date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('9999-12-31') })
        .map((date) => date.toISOString().slice(0, 10)),
      text,
      absence,
    )
  if (field.type === 'choice')
    return fc.oneof(fc.constantFrom<Value>('DAU', 'PAD', 'Asli Daerah', '53.71.01.1009'), text, absence)
  return fc.oneof(text, absence)
}

function cellsOf(fields: readonly Field[]): fc.Arbitrary<Cells> {
  const shape = Object.fromEntries(
    fields.filter(({ type }) => type !== 'computed').map((field) => [field.id, anyOf(field)]),
  )
  return fc.record(shape, { requiredKeys: [] }) as fc.Arbitrary<Cells>
}

const table = free.tables[0]!
const grid: fc.Arbitrary<Answers> = fc.record({
  fields: cellsOf(free.fields),
  rows: fc.array(cellsOf(table.fields), { maxLength: 6 }).map((rows) => ({
    [table.id]: rows.map((cells, index) => ({ rowKey: `R${index}`, cells })),
  })),
})

/** As stored answers are compared: trimmed, without blanks. */
function normal(cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells)
      .filter(([, value]) => !isBlank(value))
      .map(([id, value]) => [id, normalValue(value)]),
  )
}

const language = fc.constantFrom('id' as const, 'en' as const)

describe('any grid', () => {
  test('out and in again is identical, into an empty draft of another round and in another language', async () => {
    await fc.assert(
      fc.asyncProperty(grid, language, language, async (answers, out, back) => {
        const file = await workbooks.template(now, subjectOf(answers, { language: out }))
        const stamp = { region: 'kota-kupang', agencyId: 'kec-alak', round: 'lain' }
        const { fields, tables } = await workbooks.preview(subjectOf(blank, { language: back, stamp }), file)
        expect(fields).toEqual(normal(answers.fields))
        const rows = (answers.rows[table.id] ?? [])
          .map(({ cells }) => normal(cells))
          .filter((cells) => Object.keys(cells).length > 0)
        expect((tables.find(({ tableId }) => tableId === table.id)?.added ?? []).map(({ cells }) => cells)).toEqual(
          rows,
        )
      }),
      { numRuns: runsOf(150) },
    )
  })

  test('untouched changes nothing, and twice gives the same answer', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (answers) => {
        const subject = subjectOf(answers)
        const file = await workbooks.template(now, subject)
        const preview = await workbooks.preview(subject, file)
        const emptied = (answers.rows[table.id] ?? []).filter(({ cells }) => Object.keys(normal(cells)).length === 0)
        expect(preview.counts).toMatchObject({ ...nothing, removed: emptied.length })
        expect(await workbooks.preview(subject, file)).toEqual(preview)
      }),
      { numRuns: runsOf(80) },
    )
  })

  test('with its notes comes back the same as without', async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (answers) => {
        const subject = subjectOf(answers)
        const file = await workbooks.template(now, subject)
        const noted = await workbooks.annotate(subject, file)
        const [plain, again] = [await workbooks.preview(subject, file), await workbooks.preview(subject, noted)]
        expect(again).toEqual(plain)
        const twice = await workbooks.annotate(subject, noted)
        expect(await workbooks.preview(subject, twice)).toEqual(plain)
      }),
      { numRuns: runsOf(50) },
    )
  })
})

describe.each(formDefinitions().map((definition) => ({ id: definition.id, definition })))('$id', ({ definition }) => {
  test('goes out and comes back whole, fixed rows and all', async () => {
    const context = contextOf(definition.id === 'data-pendukung' ? 'dinsos' : 'kec-kelapa-lima')
    await fc.assert(
      fc.asyncProperty(soundAnswers(definition, context), async (answers) => {
        const subject = subjectOf(answers, { definition, context })
        const file = await workbooks.template(now, subject)
        expect((await workbooks.preview(subject, file)).counts).toMatchObject({ ...nothing, wrong: 0, blank: 0 })
        const stamp = { ...subject.stamp, round: 'lain' }
        const { tables } = await workbooks.preview({ ...subject, stamp, answers: blank }, file)
        for (const { id, fields } of definition.tables) {
          const computed = new Set(fields.filter(({ type }) => type === 'computed').map((field) => field.id))
          const stored = (cells: Cells) =>
            Object.fromEntries(Object.entries(normal(cells)).filter(([field]) => !computed.has(field)))
          const found = tables.find(({ tableId }) => tableId === id)?.added ?? []
          expect(found.map(({ cells }) => cells)).toEqual((answers.rows[id] ?? []).map(({ cells }) => stored(cells)))
        }
      }),
      { numRuns: 2 },
    )
  })

  test('has no two columns of one name in either language', () => {
    for (const { fields } of definition.tables) {
      for (const spoken of ['id', 'en'] as const) {
        const bare = fields.map(({ label }) =>
          label[spoken]
            .replace(/\([^)]*\)\s*$/, '')
            .trim()
            .toLowerCase(),
        )
        expect(new Set(bare).size).toBe(bare.length)
      }
    }
  })
})

test('what a test calls any value is also kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyValue, { maxLength: 5 }), async (values) => {
      const rows = values.map((value, index) => ({
        rowKey: `R${index}`,
        cells: { judul: typeof value === 'number' ? String(value) : value },
      }))
      const subject = subjectOf({
        fields: {},
        rows: { [table.id]: rows.filter(({ cells }) => !Array.isArray(cells.judul)) },
      })
      const { counts } = await workbooks.preview(subject, await workbooks.template(now, subject))
      expect(counts.changed + counts.added).toBe(0)
    }),
    { numRuns: runsOf(90) },
  )
})
