/** A small city for the checks: the real forms and lists of Kota Kupang, with a few sound rows to break one at a time. */
import type { City } from '../../../functions/domain/checks/city.ts'
import { runChecks } from '../../../functions/domain/checks/run-checks.ts'
import { formDefinition } from '../../../functions/forms/catalogue.ts'
import type { Cells } from '../../../functions/schema/answers.ts'
import type { CheckedSubmission } from '../../../functions/schema/checks/check-context.ts'
import { defaultSettings } from '../../../functions/schema/checks/check-settings.ts'
import type { Detected } from '../../../functions/schema/checks/run-form-checks.ts'
import type { ReferenceEntry } from '../../../functions/schema/form.ts'
import type { Agency } from '../../../functions/schema/region.ts'
import { referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import { agency } from '../../fixtures/region.ts'

export const dinsos = agency('dinsos')
export const perikanan = agency('perikanan', { sectors: ['3.25'] })
export const alak = agency('kec-alak', { sectors: ['7.01'] })
export const oebobo = agency('kec-oebobo', { sectors: ['7.01'] })
export const bappeda = agency('bappeda')

/** A tagged row against which no rule has anything to say. */
export function tag(more: Cells = {}): Cells {
  return {
    kodeSubKegiatan: '1.06.05.2.02.0006',
    namaSubKegiatan: 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga',
    sumberDana: 'DAU',
    paguSubKegiatan: 500_000_000,
    paguDitandai: 200_000_000,
    belanjaLangsungSasaran: 150_000_000,
    jenisIntervensi: 'sensitif',
    indikatorLayanan: ['ind-24'],
    kelompokSasaran: ['krs'],
    jumlahSasaran: 100,
    lokasi: ['53.71.01.1001'],
    ...more,
  }
}

export function reviewed(more: Cells = {}): Cells {
  return {
    kodeSubKegiatan: '1.06.05.2.02.0006',
    namaSubKegiatan: 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga',
    sumberDana: 'DAU',
    pagu2025: 480_000_000,
    realisasi2025: 470_000_000,
    dilanjutkan2026: 'ya',
    ...more,
  }
}

export function coverage(
  kelurahan: string,
  indikator: string,
  pembilang: number,
  penyebut: number,
  more: Cells = {},
): Cells {
  return { kelurahan, indikator, pembilang, penyebut, catatan: 'Diperiksa.', ...more }
}

/** A submission of one table; rows get the keys `r1`, `r2`, ... */
export function submission(
  owner: Agency,
  formId: string,
  table: string,
  rows: readonly Cells[],
  more: Partial<CheckedSubmission> = {},
): CheckedSubmission {
  const definition = formDefinition(formId, 1)
  if (definition === undefined) throw new Error(`no form ${formId}`)
  const keyed = rows.map((cells, index) => ({ rowKey: `r${index + 1}`, cells }))
  return {
    agency: owner,
    definition,
    revision: 1,
    nil: false,
    answers: { fields: { periode: '2025-S2' }, rows: { [table]: keyed } },
    afterApproval: false,
    ...more,
  }
}

export const tagging = (owner: Agency, rows: readonly Cells[], more: Partial<CheckedSubmission> = {}) =>
  submission(owner, 'aksi3a-penandaan-anggaran', 'penandaan', rows, more)
export const review = (owner: Agency, rows: readonly Cells[]) => submission(owner, 'reviu-aksi-2025', 'anggaran', rows)
export const actions = (owner: Agency, rows: readonly Cells[]) => submission(owner, 'reviu-aksi-2025', 'aksi', rows)
export const cover = (owner: Agency, rows: readonly Cells[]) =>
  submission(owner, 'monev-cakupan-layanan', 'cakupan', rows)
export const groups = (owner: Agency, rows: readonly Cells[]) => submission(owner, 'data-sasaran', 'sasaran', rows)
export const support = (owner: Agency, rows: readonly Cells[]) => submission(owner, 'data-pendukung', 'pendukung', rows)

/** A city of these submissions, each form assigned and sent. */
export function city(submissions: readonly CheckedSubmission[], more: Partial<City> = {}): City {
  return {
    today: '2026-02-13',
    fiscalYear: 2026,
    agencies: [dinsos, perikanan, alak, oebobo, bappeda],
    assignments: submissions.map(({ agency: { id }, definition }) => ({
      agencyId: id,
      formId: definition.id,
      overdue: false,
      open: true,
      revision: 1,
      nil: false,
      rowCount: 1,
    })),
    submissions,
    idleDrafts: [],
    otherRounds: [],
    references: referenceLists,
    settings: defaultSettings,
    ...more,
  }
}

/** An agency that owes a form and has sent nothing. */
export function owing(agencyId: string, formId: string, more: Partial<City['assignments'][number]> = {}) {
  return { agencyId, formId, overdue: false, open: true, revision: 0, nil: false, rowCount: 0, ...more }
}

/** Another list in place of one of the city's. */
export function withList(name: string, entries: readonly ReferenceEntry[]) {
  return { references: { ...referenceLists, [name]: entries } }
}

export function found(rule: string, of: City): Detected[] {
  return runChecks(of).filter((finding) => finding.rule === rule)
}
