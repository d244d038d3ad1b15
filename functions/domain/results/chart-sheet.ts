/** What the summaries of a form look like: a block of rows and a chart for each choice, by how often it was taken, and for each number, by agency. */
import type { FormDefinition } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import { column, type ResultCell, type ResultChart, type ResultSheet } from './result-sheet.ts'
import type { QuestionSummary } from './summary.ts'

/** More bars than this are told apart by nobody; the rest stands on the sheet of the summary. */
const mostBars = 20
const mostCharts = 40

type Bar = readonly [name: string, value: number]

/** None where there is nothing to compare. */
export function chartSheets(
  { id, shortTitle }: FormDefinition,
  summaries: readonly QuestionSummary[],
  language: Language,
): ResultSheet[] {
  const rows: ResultCell[][] = []
  const charts: ResultChart[] = []
  for (const summary of summaries) {
    const bars = barsOf(summary, language)
    if (bars.length < 2 || charts.length === mostCharts) continue
    const title = titleOf(summary, language)
    charts.push({ title, labels: 1, values: 2, from: rows.length, rows: bars.length })
    rows.push(...bars.map(([name, value]) => [title, name, value]))
  }
  if (charts.length === 0) return []
  return [
    {
      id: `${id}.grafik`,
      title: { id: `${shortTitle.id}: grafik`, en: `${shortTitle.en}: charts` },
      note: {
        id: `Pilihan menurut banyaknya; angka menurut perangkat daerah, paling banyak ${mostBars} yang terbesar. Selengkapnya pada lembar ringkasan.`,
        en: `Choices by how often they were taken; numbers by agency, at most the ${mostBars} largest. All of it is on the sheet of the summary.`,
      },
      columns: [
        column('question', 'Pertanyaan', 'Question'),
        column('bar', 'Pilihan atau perangkat daerah', 'Choice or agency'),
        column('value', 'Nilai', 'Value', 'decimal'),
      ],
      rows,
      charts,
    },
  ]
}

function barsOf({ choices, all, byAgency }: QuestionSummary, language: Language): readonly Bar[] {
  if (choices.length > 0) {
    const bars = choices.map(({ label }, at): Bar => [label[language], all.counts?.[at] ?? 0])
    if (all.answered === 0) return []
    return bars.length <= mostBars ? bars : largest(bars)
  }
  return largest(
    byAgency.flatMap(({ name, figures: { sum, mean } }): Bar[] => {
      const value = sum ?? mean
      return value === undefined ? [] : [[name[language], value]]
    }),
  )
}

function largest(bars: readonly Bar[]): readonly Bar[] {
  return bars.toSorted((a, b) => b[1] - a[1]).slice(0, mostBars)
}

const units: Record<'sum' | 'mean', Record<Language, string>> = {
  sum: { id: 'jumlah', en: 'sum' },
  mean: { id: 'rata-rata', en: 'mean' },
}

function titleOf({ part, label, choices, all }: QuestionSummary, language: Language): string {
  const name = part === null ? label[language] : `${part[language]} › ${label[language]}`
  return choices.length > 0 ? name : `${name} (${units[all.sum === undefined ? 'mean' : 'sum'][language]})`
}
