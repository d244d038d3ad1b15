/**
 * The tagged budget of a round, summed in the ways in which the Musrenbang asks: by kind of intervention, by source, by kecamatan,
 * by agency. Money outside the city's own budget is summed apart. A row that serves several kecamatan counts in each of
 * them, because its amount is not split anywhere; so kecamatan are never added up.
 */
import type { Row } from '../../schema/answers.ts'
import {
  forms,
  isBudget,
  listIn,
  numberIn,
  rowsOf,
  submissionsOf,
  textIn,
  wholeCity,
} from '../../schema/checks/check-context.ts'
import type { ReferenceEntry, ReferenceLists } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import type { ResultSubmission } from './result-submissions.ts'

/** Whole rupiah. */
export type BudgetSums = { rows: number; budget: number; tagged: number; direct: number; spent: number }
export type TaggedRow = { sent: ResultSubmission; row: Row }

const noSums: BudgetSums = { rows: 0, budget: 0, tagged: 0, direct: 0, spent: 0 }

export function taggedRows(submissions: readonly ResultSubmission[]): TaggedRow[] {
  return submissionsOf({ submissions }, forms.tagging).flatMap((sent) =>
    rowsOf(sent, 'penandaan').map((row) => ({ sent, row })),
  )
}

export function sumOf(rows: readonly TaggedRow[]): BudgetSums {
  return rows.reduce(
    (sums, { row }) => ({
      rows: sums.rows + 1,
      budget: sums.budget + (numberIn(row, 'paguSubKegiatan') ?? 0),
      tagged: sums.tagged + (numberIn(row, 'paguDitandai') ?? 0),
      direct: sums.direct + (numberIn(row, 'belanjaLangsungSasaran') ?? 0),
      spent: sums.spent + (numberIn(row, 'realisasi') ?? 0),
    }),
    noSums,
  )
}

/** Sums by a key of the row, in the order of `keys`, then keys that are not among them. */
export function sumBy(
  rows: readonly TaggedRow[],
  keyOf: (row: TaggedRow) => string,
  keys: readonly string[],
): { key: string; sums: BudgetSums }[] {
  const groups = new Map<string, TaggedRow[]>(keys.map((key) => [key, []]))
  for (const each of rows) groups.set(keyOf(each), [...(groups.get(keyOf(each)) ?? []), each])
  return [...groups].map(([key, group]) => ({ key, sums: sumOf(group) }))
}

export const interventions: readonly { value: string; label: Wording }[] = [
  { value: 'spesifik', label: { id: 'Spesifik', en: 'Nutrition-specific' } },
  { value: 'sensitif', label: { id: 'Sensitif', en: 'Nutrition-sensitive' } },
  { value: 'dukungan', label: { id: 'Dukungan', en: 'Enabling' } },
]
/** The label in the list, or the value itself. */
export function wordsFor(entries: readonly { value: string; label: Wording }[], value: string): Wording {
  return entries.find((entry) => entry.value === value)?.label ?? { id: value, en: value }
}
export const interventionOf = ({ row }: TaggedRow): string => textIn(row, 'jenisIntervensi')
export const sourceOf = ({ row }: TaggedRow): string => textIn(row, 'sumberDana')
/** The list of sources says which are not the city's own money. */
export function ownBudget(rows: readonly TaggedRow[], references: ReferenceLists): TaggedRow[] {
  return rows.filter((row) => isBudget({ references }, sourceOf(row)))
}

/** Does the row name one of these kelurahan? `'city'`: it only says "the whole city". */
export function whereSpent({ row }: TaggedRow, kelurahan: ReadonlySet<string>): 'here' | 'city' | 'elsewhere' {
  const places = listIn(row, 'lokasi')
  if (places.some((place) => kelurahan.has(place))) return 'here'
  return places.includes(wholeCity) ? 'city' : 'elsewhere'
}

/** The kelurahan of a kecamatan, in the list's order. */
export function kelurahanOf(references: ReferenceLists, districtId: string): readonly ReferenceEntry[] {
  return (references.kelurahan ?? []).filter(({ scope }) => scope?.includes(districtId))
}
