/**
 * The lists that a region may load, with the facts that forms and checks look up in them. A list without entries is one that is
 * not loaded yet: codes that it would know are then doubted by no one.
 */
import { spellingsList } from '../../schema/fields/grammar/choice.ts'
import { fundRulesList } from '../../schema/sipd/fund-rules.ts'
import { unitOwnersList } from '../../schema/sipd/unit-owners.ts'
import type { Wording } from '../../schema/wording.ts'

/** `code`: what its codes are, where that is not what the list is called. */
export type ListAbout = {
  readonly id: string
  readonly title: Wording
  readonly facts: readonly string[]
  readonly code?: Wording
}

const subActivityCode: Wording = {
  id: '17 karakter, misalnya 1.02.02.2.02.0015.',
  en: '17 characters, such as 1.02.02.2.02.0015.',
}

const list = (
  id: string,
  [titleId, titleEn]: readonly [string, string],
  facts: readonly string[] = [],
  code?: Wording,
): ListAbout => ({ id, title: { id: titleId, en: titleEn }, facts, ...(code === undefined ? {} : { code }) })

export const referenceLists: readonly ListAbout[] = [
  list('kelurahan', ['Kelurahan', 'Kelurahan'], ['kecamatan', 'puskesmas', 'lokus']),
  list('lokasi', ['Lokasi kegiatan', 'Locations of work'], ['kecamatan', 'puskesmas']),
  list('puskesmas', ['Puskesmas', 'Health centres']),
  list(
    'sub-kegiatan',
    ['Sub kegiatan', 'Sub-activities'],
    ['namaSubKegiatan', 'indikatorSubKegiatan', 'satuan', 'jenisIntervensi', 'aksi', 'verified'],
    subActivityCode,
  ),
  list('pemetaan-stunting', ['Pemetaan stunting', 'Stunting mapping'], ['aksi', 'verified'], subActivityCode),
  list('total-penandaan', ['Total penandaan per unit', 'Declared tagged totals'], ['total'], {
    id: 'Kode perangkat daerah di Lengkap, misalnya dinsos. Satu perangkat daerah satu baris.',
    en: 'The agency’s id in Lengkap, such as dinsos. One row an agency.',
  }),
  list('dokumen-anggaran', ['Dokumen anggaran', 'Budget documents'], ['date'], {
    id: 'dppa- dan tahunnya, misalnya dppa-2026.',
    en: 'dppa- and its year, such as dppa-2026.',
  }),
  list('sumber-dana', ['Sumber dana', 'Funding sources'], ['budget']),
  list(fundRulesList, ['Aturan sumber dana SIPD', 'Rules of SIPD’s funds'], ['polaNama', 'awalKode', 'sumberDana'], {
    id: 'Nomor urut. Aturan pertama yang cocok dipakai.',
    en: 'A running number. The first rule that fits is used.',
  }),
  list(unitOwnersList, ['Unit SIPD', 'Units of SIPD'], ['perangkatDaerah'], {
    id: 'Kode SKPD (seluruh unitnya) atau kode satu unit, seperti di SIPD.',
    en: 'The code of an SKPD with all its units, or of one unit, as in SIPD.',
  }),
  list(
    'indikator-layanan',
    ['Indikator layanan', 'Service indicators'],
    ['group', 'sumberPembilang', 'sumberPenyebut', 'target', 'direction'],
  ),
  list('aksi', ['Aksi konvergensi', 'Convergence actions']),
  list('kelompok-sasaran', ['Kelompok sasaran', 'Target groups']),
  list('periode', ['Periode data', 'Periods']),
  list('sumber-data', ['Sumber data', 'Data sources']),
  list('satuan', ['Satuan', 'Units']),
  list('data-pendukung', ['Data pendukung', 'Supporting data'], ['target', 'item']),
  list(spellingsList, ['Ejaan sehari-hari', 'Everyday spellings']),
  list('ambang', ['Ambang pemeriksaan', 'Thresholds of checks'], ['value']),
]

/** What to write in the columns of facts that only checks and forms read. */
export const factHints: Readonly<Record<string, Wording>> = {
  lokus: { id: '"ya" bila kelurahan lokus stunting tahun ini.', en: '"ya" where it is a priority site of this year.' },
  verified: {
    id: '"no" = usulan yang belum diperiksa: kode yang tidak ada dalam daftar belum diragukan. Kosongkan bila daftar ini sudah berlaku.',
    en: '"no" = an unchecked suggestion: codes that are not on it are not doubted yet. Leave blank once the list is in force.',
  },
  aksi: { id: 'Kode aksi yang didukung, misalnya AU3A.', en: 'The actions that it serves, such as AU3A.' },
  total: {
    id: 'Total pagu ditandai yang dinyatakan unit ini, rupiah penuh, tanpa Non-APBD.',
    en: 'The tagged total that the agency declared, in whole rupiah, without money outside the budget.',
  },
  date: { id: 'Tanggal dokumen, misalnya 2026-09-30.', en: 'The date of the document, such as 2026-09-30.' },
  target: {
    id: 'Target; pada indikator layanan dalam persen, hanya angka.',
    en: 'The target; of a service indicator in percent, figures only.',
  },
  direction: { id: '"lower" bila makin rendah makin baik.', en: '"lower" where a low figure is the good one.' },
  item: {
    id: 'Nama hal yang sama pada dua unit, misalnya akta-kelahiran; nilainya lalu dibandingkan.',
    en: 'One name for what two agencies both report, such as akta-kelahiran; their values are then compared.',
  },
  polaNama: {
    id: 'Bagian nama sumber dana SIPD, pilihan dipisahkan |; = di depan berarti nama persis.',
    en: 'A part of the SIPD name, alternatives separated by |; = in front means the exact name.',
  },
  awalKode: {
    id: 'Awal kode SIPD, misalnya 1.1 | 2.1; boleh kosong.',
    en: 'How the SIPD code begins, such as 1.1 | 2.1; may be blank.',
  },
  perangkatDaerah: {
    id: 'Kode perangkat daerah di Lengkap, misalnya dinsos; - bila tidak ikut.',
    en: 'The agency’s id in Lengkap, such as dinsos; - where it takes no part.',
  },
  sumberDana: {
    id: 'Kode sumber dana di Lengkap, misalnya DAU.',
    en: 'The code of the source in Lengkap, such as DAU.',
  },
}
