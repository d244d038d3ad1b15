/**
 * The actions and service indicators with the tagged budget behind them; those with none come first, since somebody must act on
 * them before the Musrenbang. It is the very function by which the checks find them.
 */
import { forms } from '../../schema/checks/check-context.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import type { Agency } from '../../schema/region.ts'
import type { Assignment } from '../../schema/round.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import { type Covered, type CoveredIndicator, coverageOf } from '../checks/coverage-of.ts'
import { column, type ResultCell, type ResultSheet } from './result-sheet.ts'
import type { ResultSubmission } from './result-submissions.ts'

export type SupportParts = {
  submissions: readonly ResultSubmission[]
  assignments: readonly Pick<Assignment, 'formId' | 'revision'>[]
  references: ReferenceLists
  agencies: readonly Agency[]
  language: Language
}

const words = {
  action: { id: 'Aksi', en: 'Action' },
  indicator: { id: 'Indikator layanan', en: 'Service indicator' },
  none: { id: 'belum ada anggaran', en: 'no tagged budget' },
  outsideOnly: { id: 'hanya Non-APBD', en: 'only outside the budget' },
  some: { id: 'ada anggaran', en: 'tagged budget' },
  unknown: { id: 'belum dapat dinilai', en: 'cannot be told yet' },
} satisfies Record<string, Wording>

export function supportSheet({ submissions, assignments, references, agencies, language }: SupportParts): ResultSheet {
  const { indicators, actions } = coverageOf({ submissions, references })
  const nameOf = (id: string) => agencies.find((agency) => agency.id === id)?.shortName ?? id
  const row = (kind: Wording, each: Covered & Partial<CoveredIndicator>): ResultCell[] => [
    kind[language],
    each.id,
    each.label[language],
    standing(each)[language],
    each.agencyIds.map(nameOf).join(', ') || null,
    each.rows,
    each.tagged - each.outside,
    each.outside,
    each.coverage === undefined ? null : Math.round(10 * each.coverage) / 10,
    each.target ?? null,
  ]
  const unknown = (references.aksi ?? []).map(({ value, label }): ResultCell[] => {
    const none = Array<null>(6).fill(null)
    return [words.action[language], value, label[language], words.unknown[language], ...none]
  })
  return {
    id: 'dukungan-anggaran',
    title: { id: 'Dukungan anggaran', en: 'Budget behind them' },
    note: noteOf(assignments, actions === undefined),
    columns: [
      column('kind', 'Jenis', 'Kind'),
      column('id', 'Kode', 'Id'),
      column('name', 'Aksi atau indikator layanan', 'Action or service indicator'),
      column('standing', 'Keadaan', 'Standing'),
      column('agencies', 'Perangkat daerah', 'Agencies'),
      column('rows', 'Baris', 'Rows', 'integer'),
      column('tagged', 'Pagu ditandai', 'Tagged budget', 'rupiah'),
      column('outside', 'Non-APBD', 'Outside the budget', 'rupiah'),
      column('coverage', 'Cakupan', 'Coverage', 'percent'),
      column('target', 'Target', 'Target', 'percent'),
    ],
    rows: [
      ...(actions?.map((each) => row(words.action, each)) ?? unknown),
      ...indicators.map((each) => row(words.indicator, each)),
    ],
  }
}

function standing({ tagged, outside }: Covered): Wording {
  if (tagged === 0) return words.none
  return tagged === outside ? words.outsideOnly : words.some
}

/** "None" means something only when everybody has sent; until then it says how many have. */
function noteOf(assignments: SupportParts['assignments'], actionsUnknown: boolean): Wording {
  const due = assignments.filter(({ formId }) => formId === forms.tagging)
  const sent = due.filter(({ revision }) => revision > 0).length
  const waiting = {
    id: ` Baru ${sent} dari ${due.length} perangkat daerah mengirim penandaan anggaran; yang belum ada dapat berkurang.`,
    en: ` Only ${sent} of ${due.length} agencies have sent their budget tagging; what has none may still get some.`,
  }
  const unmapped = {
    id: ' Aksi belum dapat dinilai karena daftar sub kegiatan belum menyebut aksi yang dilayaninya.',
    en: ' Actions cannot be told yet, because the list of sub-activities does not say which action each serves.',
  }
  const both = (language: Language) =>
    (sent < due.length ? waiting[language] : '') + (actionsUnknown ? unmapped[language] : '')
  return {
    id: `Satu baris anggaran dapat mendukung beberapa indikator; jangan dijumlahkan ke bawah.${both('id')}`,
    en: `One budget row may support several indicators; do not add the lines up.${both('en')}`,
  }
}
