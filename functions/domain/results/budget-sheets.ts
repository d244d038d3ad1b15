/** The sheets of the tagged budget. */
import type { ReferenceLists } from '../../schema/form.ts'
import type { Agency } from '../../schema/region.ts'
import type { Language } from '../../schema/wording.ts'
import {
  type BudgetSums,
  interventionOf,
  interventions,
  kelurahanOf,
  ownBudget,
  sourceOf,
  sumBy,
  sumOf,
  type TaggedRow,
  whereSpent,
  wordsFor,
} from './budget-recap.ts'
import { column, type ResultCell, type ResultColumn, type ResultSheet } from './result-sheet.ts'

export type BudgetParts = {
  rows: readonly TaggedRow[]
  references: ReferenceLists
  agencies: readonly Agency[]
  language: Language
}

const sumColumns: readonly ResultColumn[] = [
  column('rows', 'Baris', 'Rows', 'integer'),
  column('budget', 'Pagu sub kegiatan', 'Sub-activity budget', 'rupiah'),
  column('tagged', 'Pagu ditandai', 'Tagged budget', 'rupiah'),
  column('direct', 'Belanja langsung ke sasaran', 'Direct spending', 'rupiah'),
  column('spent', 'Realisasi', 'Actual spending', 'rupiah'),
]
const cellsOf = ({ rows, budget, tagged, direct, spent }: BudgetSums): ResultCell[] => [
  rows,
  budget,
  tagged,
  direct,
  spent,
]
/** Totals, then by intervention, by source, by agency; each block adds up to the total above it. */
export function budgetSheet({ rows, references, agencies, language }: BudgetParts): ResultSheet {
  const own = ownBudget(rows, references)
  const inBudget = new Set(own)
  const sources = references['sumber-dana'] ?? []
  const words = (id: string, en: string) => ({ id, en })[language]
  const block = (title: string, groups: { key: string; sums: BudgetSums }[], nameOf: (key: string) => string) =>
    groups
      .filter(({ sums }) => sums.rows > 0)
      .map(({ key, sums }): ResultCell[] => [title, nameOf(key), ...cellsOf(sums)])
  const agencyName = (id: string) => agencies.find((agency) => agency.id === id)?.name[language] ?? id
  return {
    id: 'anggaran',
    title: { id: 'Anggaran', en: 'Budget' },
    note: {
      id: 'Non-APBD dijumlahkan tersendiri dan tidak termasuk dalam rincian menurut intervensi, sumber, dan perangkat daerah.',
      en: 'Money outside the budget is summed apart and is not in the breakdowns by intervention, source and agency.',
    },
    columns: [column('by', 'Menurut', 'By'), column('name', 'Nama', 'Name'), ...sumColumns],
    rows: [
      [words('Jumlah', 'Total'), words('Seluruh kota (APBD)', 'Whole city (budget)'), ...cellsOf(sumOf(own))],
      [words('Jumlah', 'Total'), 'Non-APBD', ...cellsOf(sumOf(rows.filter((row) => !inBudget.has(row))))],
      ...block(
        words('Intervensi', 'Intervention'),
        sumBy(
          own,
          interventionOf,
          interventions.map(({ value }) => value),
        ),
        (key) => wordsFor(interventions, key)[language],
      ),
      ...block(
        words('Sumber dana', 'Source'),
        sumBy(
          own,
          sourceOf,
          sources.map(({ value }) => value),
        ),
        (key) => wordsFor(sources, key)[language],
      ),
      ...block(
        words('Perangkat daerah', 'Agency'),
        sumBy(
          own,
          ({ sent }) => sent.agency.id,
          agencies.map(({ id }) => id),
        ),
        agencyName,
      ),
    ],
  }
}

/** Rows that name kelurahan of a kecamatan. One that serves two counts in both: the lines are not to be added up. */
export function districtBudgetSheet({ rows, references, agencies, language }: BudgetParts): ResultSheet {
  const own = ownBudget(rows, references)
  const districts = agencies.filter(({ kind }) => kind === 'kecamatan')
  const cityWide = own.filter((row) => whereSpent(row, new Set()) === 'city')
  return {
    id: 'anggaran-kecamatan',
    title: { id: 'Anggaran per kecamatan', en: 'Budget by kecamatan' },
    note: {
      id: 'Baris yang menyebut kelurahan di lebih dari satu kecamatan dihitung di setiap kecamatan itu; jangan dijumlahkan ke bawah.',
      en: 'A row that names kelurahan in several kecamatan counts in each of them; do not add the lines up.',
    },
    columns: [column('district', 'Kecamatan', 'Kecamatan'), ...sumColumns],
    rows: [
      ...districts.map(({ id, name }): ResultCell[] => {
        const kelurahan = new Set(kelurahanOf(references, id).map(({ value }) => value))
        return [name[language], ...cellsOf(sumOf(own.filter((row) => whereSpent(row, kelurahan) === 'here')))]
      }),
      [
        { id: 'Seluruh kota (tanpa kelurahan)', en: 'Whole city (no kelurahan named)' }[language],
        ...cellsOf(sumOf(cityWide)),
      ],
    ],
  }
}
