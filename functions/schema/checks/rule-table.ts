/**
 * The one table of accuracy rules: A01 to A27 as the field numbers them, A28 to A33 against the budget out of SIPD, A34 for what a
 * form doubts by its own rules, A35 to A38 for what a coordinator chose to have checked. A rule is checked in up to three places:
 * by the answers' validator (`kept-by-validator.ts`), on one form's answers in browser and server alike (`form-checks.ts`), and by
 * the scheduled check over the whole city (domain/checks).
 */
import type { Severity } from '../round.ts'
import type { Wording } from '../wording.ts'

/** The widest thing that a rule has to look at: one cell, one row, one form, one agency's forms, all agencies', or several rounds'. */
export type Scope = 'field' | 'row' | 'form' | 'agency' | 'city' | 'rounds'
export type RuleHead = {
  readonly id: string
  readonly severity: Severity
  readonly scope: Scope
  readonly title: Wording
}

const rule = (id: string, [severity, scope]: readonly [Severity, Scope], title: Wording): RuleHead => ({
  id,
  severity,
  scope,
  title,
})

/** `severity` is the rule's usual one; where a case weighs more or less, its finding says so. */
export const ruleTable: readonly RuleHead[] = [
  rule('A01', ['blocking', 'field'], { id: 'Bentuk kode sub kegiatan', en: 'Shape of the sub-activity code' }),
  rule('A02', ['warning', 'row'], { id: 'Kode dan nama sub kegiatan', en: 'Sub-activity code and name' }),
  rule('A03', ['warning', 'field'], { id: 'Daftar pemetaan stunting', en: 'Stunting mapping list' }),
  rule('A04', ['warning', 'field'], { id: 'Bidang urusan unit', en: 'The agency’s sector' }),
  rule('A05', ['blocking', 'city'], { id: 'Penandaan ganda', en: 'Tagged twice' }),
  rule('A06', ['blocking', 'row'], { id: 'Bagian melebihi pagu', en: 'Part larger than its budget' }),
  rule('A07', ['warning', 'row'], { id: 'Belanja langsung ke sasaran', en: 'Direct-to-beneficiary spending' }),
  rule('A08', ['warning', 'row'], { id: 'Sekadar label', en: 'Only a label' }),
  rule('A09', ['warning', 'agency'], { id: 'Besaran nilai', en: 'Scale of amounts' }),
  rule('A10', ['blocking', 'field'], { id: 'Lokasi', en: 'Location' }),
  rule('A11', ['blocking', 'field'], { id: 'Tahun dan tanggal', en: 'Year and dates' }),
  rule('A12', ['warning', 'agency'], { id: 'Dilanjutkan dari 2025', en: 'Continued from 2025' }),
  rule('A13', ['warning', 'city'], { id: 'Belum ada anggaran', en: 'No budget yet' }),
  rule('A14', ['warning', 'city'], { id: 'Belum mengirim', en: 'Nothing sent' }),
  rule('A15', ['warning', 'city'], { id: 'Jumlah pagu ditandai', en: 'Total tagged budget' }),
  rule('A16', ['warning', 'row'], { id: 'Cakupan di atas 100%', en: 'Coverage above 100%' }),
  rule('A17', ['blocking', 'row'], { id: 'Pembilang dan penyebut', en: 'Numerator and denominator' }),
  rule('A18', ['warning', 'agency'], { id: 'Kecocokan dengan data sasaran', en: 'Fit with the target groups' }),
  rule('A19', ['warning', 'rounds'], { id: 'Lompatan atau salinan', en: 'Jump or copy' }),
  rule('A20', ['warning', 'form'], { id: 'Angka terlalu rata', en: 'Figures too even' }),
  rule('A21', ['warning', 'row'], { id: 'Indikator terbalik', en: 'Reversed indicator' }),
  rule('A22', ['info', 'city'], { id: 'Sasaran melebihi penduduk', en: 'More than the group' }),
  rule('A23', ['warning', 'city'], { id: 'Nilai antarunit berbeda', en: 'Agencies disagree' }),
  rule('A24', ['warning', 'city'], { id: 'Kelurahan terlewat', en: 'Kelurahan left out' }),
  rule('A25', ['info', 'row'], { id: 'Tautan bukti', en: 'Link to evidence' }),
  rule('A26', ['warning', 'city'], {
    id: 'Berubah setelah disetujui atau sebelum DPPA',
    en: 'Changed after approval, or before the DPPA',
  }),
  rule('A27', ['info', 'agency'], { id: 'Draf tidak disentuh', en: 'Idle draft' }),
  rule('A28', ['warning', 'city'], { id: 'Pagu berbeda dari SIPD', en: 'Budget differs from SIPD' }),
  rule('A29', ['warning', 'city'], { id: 'Kode tidak ada di SIPD unit ini', en: 'Code not in the agency’s SIPD' }),
  rule('A30', ['warning', 'city'], { id: 'Sumber dana tidak ada di SIPD', en: 'Source not in SIPD' }),
  rule('A31', ['warning', 'city'], { id: 'Ditandai melebihi pagu SIPD', en: 'Tagged above SIPD’s budget' }),
  rule('A32', ['warning', 'city'], { id: 'Belum ditandai', en: 'Not tagged yet' }),
  rule('A33', ['warning', 'city'], { id: 'Tahap anggaran lebih baru', en: 'A newer budget stage' }),
  rule('A34', ['warning', 'form'], { id: 'Aturan formulir ini', en: 'A rule of this form' }),
  rule('A35', ['warning', 'form'], { id: 'Baris ganda', en: 'Rows that are there twice' }),
  rule('A36', ['warning', 'city'], { id: 'Ganda antarunit', en: 'The same from two agencies' }),
  rule('A37', ['warning', 'rounds'], { id: 'Jauh dari putaran lalu', en: 'Far from the last round' }),
  rule('A38', ['warning', 'form'], { id: 'Jumlah tidak cocok', en: 'A total that disagrees' }),
]

const heads = new Map(ruleTable.map((head) => [head.id, head]))

/** Throws for an id that is not in the table: a check without a rule is a fault of ours. */
export function ruleOf(id: string): RuleHead {
  const head = heads.get(id)
  if (head === undefined) throw new Error(`There is no rule ${id}`)
  return head
}
