/** One list of problems: every place once, common ones as one line with a count, the same numbers on server and page. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measureDraft } from '../../functions/domain/round/measure-draft.ts'
import { problemCountsOf, problemWords } from '../../functions/rules/problem-counts.ts'
import { type Filled, listProblems, nextPlace } from '../../functions/rules/problems.ts'
import { measureCompleteness } from '../../functions/schema/answers/completeness.ts'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Answers, Value } from '../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../functions/schema/form.ts'

const words = (id: string) => ({ id, en: `${id} (en)` })
const field = (id: string, type: 'text' | 'rupiah', more: Partial<Field> = {}) =>
  ({ id, type, label: words(id), required: true, ...(type === 'text' ? { maxLength: 20 } : {}), ...more }) as Field
const definition = {
  id: 'uji',
  version: 1,
  title: words('Uji'),
  shortTitle: words('Uji'),
  description: words('Uji'),
  nilAllowed: false,
  fields: [field('nama', 'text'), field('catatan', 'text', { required: false })],
  tables: [
    {
      id: 'baris',
      title: words('Anggaran'),
      minRows: 1,
      maxRows: 1_000,
      fields: [
        field('kode', 'text'),
        field('pagu', 'rupiah', { min: 1, absences: ['not-yet'] } as Partial<Field>),
        field('ket', 'text', { required: false }),
      ],
    },
  ],
} as unknown as FormDefinition
const context = { today: '2026-02-12', agencyId: 'dinsos', fiscalYear: 2026, references: {} }

function problemsOf(answers: Answers) {
  const filled: Filled = { definition, answers, context }
  const flaws = validateAnswers(definition, answers, context)
  const gaps = measureCompleteness(definition, answers, context).missing
  return { filled, ...listProblems(filled, { flaws, gaps, warnings: [] }) }
}
const rows = (count: number, cells: (index: number) => Record<string, Value>) =>
  Array.from({ length: count }, (_, index) => ({ rowKey: `r${index}`, cells: cells(index) }))

describe('the list of problems', () => {
  it('says of 500 rows with one column empty one line with a count, leading to the first', () => {
    const { lines, counts, places } = problemsOf({
      fields: { nama: 'x' },
      rows: { baris: rows(500, (index) => ({ kode: `k${index}` })) },
    })
    expect(lines).toEqual([
      {
        kind: 'empty',
        pointer: '/rows/baris/r0/pagu',
        count: 500,
        label: { id: 'pagu: 500 baris', en: 'pagu (en): 500 rows' },
      },
    ])
    expect(counts).toEqual({ wrong: 0, empty: 500, explain: 0 })
    expect(places).toHaveLength(500)
  })

  it('names the row of a single one, and tells wrong, empty and "belum ada data" apart', () => {
    const { lines, counts } = problemsOf({
      fields: {},
      rows: {
        baris: [
          { rowKey: 'r0', cells: { kode: 'a', pagu: 'seratus' } },
          { rowKey: 'r1', cells: { kode: 'b', pagu: { absent: 'not-yet' } } },
          { rowKey: 'r2', cells: { pagu: 5 } },
        ],
      },
    })
    expect(lines.map(({ kind, pointer, count }) => [kind, pointer, count])).toEqual([
      ['wrong', '/rows/baris/r0/pagu', 1],
      ['empty', '/fields/nama', 1],
      ['empty', '/rows/baris/r1/pagu', 1],
      ['empty', '/rows/baris/r2/kode', 1],
    ])
    expect(lines[0]?.label.id).toMatch(/^Baris 1 · a: /)
    expect(lines[2]?.label.id).toBe('Baris 2 · b: pagu (belum ada data)')
    expect(counts).toEqual({ wrong: 1, empty: 3, explain: 0 })
  })

  it('has the rows that nobody began as one line of their table, and says of an empty table that it is empty once', () => {
    const begun = problemsOf({
      fields: { nama: 'x' },
      rows: { baris: rows(4, (i): Record<string, Value> => (i === 0 ? { kode: 'a', pagu: 1 } : {})) },
    })
    expect(begun.lines).toMatchObject([{ kind: 'empty', count: 3, label: { id: 'Anggaran: 3 baris belum diisi' } }])
    expect(problemsOf({ fields: { nama: 'x' }, rows: { baris: [] } }).counts.empty).toBe(1)
  })

  it('counts warnings one by one, for each has figures of its own', () => {
    const answers = { fields: { nama: 'x' }, rows: { baris: rows(2, () => ({ kode: 'a', pagu: 1 })) } }
    const warnings = [0, 1].map((row) => ({ pointer: `/rows/baris/r${row}/pagu`, rule: 'A01', text: words(`w${row}`) }))
    const { lines, counts } = listProblems({ definition, answers, context }, { flaws: [], gaps: [], warnings })
    expect(lines).toHaveLength(2)
    expect(problemWords(counts).id).toBe('2 perlu dijelaskan')
  })

  it('gives, over any answers, the lines’ counts as its numbers, each place once in the form’s order, and F8 visits them all', () => {
    const value = fc.oneof(
      fc.constantFrom<Value>('a', 'bukan angka', 0, 5, -3, { absent: 'not-yet' }, { absent: 'not-applicable' }, ''),
      fc.constant(undefined),
    )
    const cells = fc.record({ kode: value, pagu: value, ket: value }).map((all) => {
      const kept = Object.entries(all).filter((entry): entry is [string, Value] => entry[1] !== undefined)
      return Object.fromEntries(kept)
    })
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 8 }), value, (table, nama) => {
        const fields: Record<string, Value> = nama === undefined ? {} : { nama }
        const answers = { fields, rows: { baris: rows(table.length, (index) => table[index] ?? {}) } }
        const { filled, lines, counts, places } = problemsOf(answers)
        for (const kind of ['wrong', 'empty', 'explain'] as const) {
          expect(lines.reduce((sum, line) => sum + (line.kind === kind ? line.count : 0), 0)).toBe(counts[kind])
        }
        expect(places).toHaveLength(counts.wrong + counts.empty)
        expect(new Set(places).size).toBe(places.length)
        const flaws = validateAnswers(definition, answers, context)
        if (flaws.length > 0) expect(counts.wrong + counts.empty).toBeGreaterThan(0)
        const visited: string[] = []
        for (let at: string | undefined; visited.length < places.length; ) {
          at = nextPlace(filled, places, at)
          visited.push(at ?? '')
        }
        expect(visited).toEqual(places)
        // What the server keeps of the same draft tells the same numbers, on the list of tasks and in mails.
        const kept = measureDraft(definition, answers, context)
        const findings = { blocking: 0, warning: 0, info: 0 }
        expect(problemCountsOf({ nil: false, ...kept, findings })).toEqual(counts)
      }),
      { numRuns: 300 },
    )
  })
})
