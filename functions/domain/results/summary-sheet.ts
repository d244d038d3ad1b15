/** The summaries of a form as a sheet: one figure a row, so that a pivot or a chart can be made of it. */
import type { FormDefinition } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import { column, type ResultCell, type ResultSheet } from './result-sheet.ts'
import type { Figures, QuestionSummary } from './summary.ts'

const by = {
  all: { id: 'Semua', en: 'All' },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  area: { id: 'Kelurahan', en: 'Kelurahan' },
}
const measures = {
  answered: { id: 'Terisi', en: 'Answered' },
  blank: { id: 'Kosong', en: 'Blank' },
  sum: { id: 'Jumlah', en: 'Sum' },
  mean: { id: 'Rata-rata', en: 'Mean' },
  least: { id: 'Terkecil', en: 'Least' },
  most: { id: 'Terbesar', en: 'Most' },
}

export function summarySheet(
  definition: FormDefinition,
  summaries: readonly QuestionSummary[],
  language: Language,
): ResultSheet {
  return {
    id: `${definition.id}.ringkasan`,
    title: { id: `${definition.shortTitle.id}: ringkasan`, en: `${definition.shortTitle.en}: summary` },
    note: {
      id: 'Isian kosong, "belum ada data" dan "tidak berlaku" tidak dihitung sebagai jawaban.',
      en: 'Blanks, "no data yet" and "does not apply" are no answers.',
    },
    columns: [
      column('part', 'Tabel', 'Table'),
      column('question', 'Pertanyaan', 'Question'),
      column('by', 'Menurut', 'By'),
      column('group', 'Siapa atau di mana', 'Who or where'),
      column('measure', 'Pilihan atau ukuran', 'Choice or measure'),
      column('value', 'Nilai', 'Value', 'decimal'),
    ],
    rows: summaries.flatMap((summary) => rowsOf(summary, language)),
  }
}

function rowsOf(summary: QuestionSummary, language: Language): ResultCell[][] {
  const groups = [
    { by: by.all, name: null, figures: summary.all },
    ...summary.byAgency.map((group) => ({ ...group, by: by.agency })),
    ...summary.byArea.map((group) => ({ ...group, by: by.area })),
  ]
  return groups.flatMap((group) =>
    figuresOf(summary, group.figures, language).map(([measure, value]) => [
      summary.part?.[language] ?? null,
      summary.label[language],
      group.by[language],
      group.name?.[language] ?? null,
      measure,
      value,
    ]),
  )
}

function figuresOf({ choices }: QuestionSummary, figures: Figures, language: Language): [string, number][] {
  const counts = choices.map(({ label }, at): [string, number] => [label[language], figures.counts?.[at] ?? 0])
  const others = Object.entries(measures).flatMap(([key, name]): [string, number][] => {
    const value = figures[key as keyof typeof measures]
    return value === undefined ? [] : [[name[language], value]]
  })
  return [...counts, ...others]
}
