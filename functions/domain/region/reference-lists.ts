/**
 * The lists that a region may load, with the facts that forms and checks look up in them. A list without entries is one that is
 * not loaded yet: codes that it would know are then doubted by no one.
 */
import { spellingsList } from '../../schema/fields/grammar/choice.ts'
import type { Wording } from '../../schema/wording.ts'

export type ListAbout = { readonly id: string; readonly title: Wording; readonly facts: readonly string[] }

const list = (id: string, titleId: string, titleEn: string, facts: readonly string[] = []): ListAbout => ({
  id,
  title: { id: titleId, en: titleEn },
  facts,
})

export const referenceLists: readonly ListAbout[] = [
  list('kelurahan', 'Kelurahan', 'Kelurahan', ['kecamatan', 'puskesmas']),
  list('lokasi', 'Lokasi kegiatan', 'Locations of work'),
  list('puskesmas', 'Puskesmas', 'Health centres'),
  list('sub-kegiatan', 'Sub kegiatan', 'Sub-activities', [
    'namaSubKegiatan',
    'indikatorSubKegiatan',
    'satuan',
    'jenisIntervensi',
  ]),
  list('sumber-dana', 'Sumber dana', 'Funding sources', ['budget']),
  list('indikator-layanan', 'Indikator layanan', 'Service indicators', ['group', 'sumberPembilang', 'sumberPenyebut']),
  list('aksi', 'Aksi konvergensi', 'Convergence actions'),
  list('kelompok-sasaran', 'Kelompok sasaran', 'Target groups'),
  list('periode', 'Periode data', 'Periods'),
  list('sumber-data', 'Sumber data', 'Data sources'),
  list('satuan', 'Satuan', 'Units'),
  list('data-pendukung', 'Data pendukung', 'Supporting data'),
  list(spellingsList, 'Ejaan sehari-hari', 'Everyday spellings'),
  list('ambang', 'Ambang pemeriksaan', 'Thresholds of checks', ['value']),
]
