/** Words of the results. */
import { formatDate, formatNumber } from '../../functions/schema/formats.ts'
import type { Language, Wording } from '../../functions/schema/wording.ts'

type Say = Wording | ((...parts: never[]) => Wording)

export const resultsWording = {
  title: { id: 'Hasil putaran', en: 'Results of the round' },
  intro: {
    id: 'Semua angka berasal dari kiriman terakhir setiap perangkat daerah, juga yang belum direviu atau sedang diperbaiki; draf tidak dihitung, dan nihil berarti tanpa baris. Buku kerja dan lembar Pra Musrenbang menyebut nomor tanda terima dan status setiap kiriman yang dipakai.',
    en: 'All figures come from each agency’s latest submission, also where it is not reviewed yet or was returned; drafts do not count, and nil means no rows. The workbook and the Pra Musrenbang papers name receipt and status of each submission used.',
  },
  workbook: { id: 'Buku kerja Excel', en: 'Excel workbook' },
  workbookText: {
    id: 'Rekap, daftar kiriman, anggaran menurut intervensi, sumber, perangkat daerah, dan kecamatan, aksi dan indikator tanpa anggaran, temuan, dan satu lembar untuk setiap tabel formulir.',
    en: 'Recap, submissions, budget by intervention, source, agency and kecamatan, actions and indicators without budget, findings, and a sheet for every table of a form.',
  },
  download: { id: 'Unduh buku kerja (XLSX)', en: 'Download the workbook (XLSX)' },
  csv: { id: 'CSV per formulir', en: 'CSV by form' },
  csvText: {
    id: 'Berisi kode, bukan label, untuk diolah dengan program lain; arti setiap kolom dan kode ada di kamus data. Kolom dipisahkan titik koma dan desimal memakai koma, sehingga langsung terbuka di Excel berbahasa Indonesia.',
    en: 'Holds codes, not labels, for other programs; the data dictionary says what each column and code means. Separated by commas, with decimal points, as Excel in English expects.',
  },
  byForm: { id: 'Menurut formulir', en: 'By form' },
  byAgency: { id: 'Menurut perangkat daerah', en: 'By agency' },
  barLegend: {
    id: 'Batang adalah semua yang diharapkan: gelap sudah disetujui, terang sudah dikirim, kosong belum dikirim.',
    en: 'A bar is all that is expected: dark is accepted, light is submitted, empty is outstanding.',
  },
  sent: { id: 'Dikirim', en: 'Submitted' },
  complete: { id: 'Lengkap', en: 'Complete' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
  findAgency: { id: 'Cari perangkat daerah', en: 'Find an agency' },
  mostFirst: (shown: number, all: number) => ({
    id: `Menampilkan ${shown} dari ${all} perangkat daerah, yang paling banyak belum dikirim lebih dahulu.`,
    en: `Showing ${shown} of ${all} agencies, those with most outstanding first.`,
  }),
  showAll: (all: number) => ({ id: `Tampilkan semua ${all}`, en: `Show all ${all}` }),
  form: { id: 'Formulir', en: 'Form' },
  files: { id: 'Berkas', en: 'Files' },
  header: { id: 'Isian umum', en: 'Header' },
  dictionary: { id: 'Kamus data', en: 'Data dictionary' },
  districts: { id: 'Lembar Pra Musrenbang per kecamatan', en: 'Pra Musrenbang papers by kecamatan' },
  districtsText: {
    id: 'Dua halaman untuk dicetak: yang direncanakan, ditandai, dibelanjakan, dan dilayani di satu kecamatan.',
    en: 'Two pages to print: what is planned, tagged, spent and covered in one kecamatan.',
  },
  back: { id: 'Hasil putaran', en: 'Results' },
  print: { id: 'Cetak', en: 'Print' },
  paper: { id: 'Lembar Pra Musrenbang Tematik Stunting', en: 'Paper for the thematic Pra Musrenbang on stunting' },
  preMusrenbang: { id: 'Pra Musrenbang', en: 'Pra Musrenbang' },
  musrenbang: { id: 'Musrenbang kecamatan', en: 'Musrenbang of the kecamatan' },
  unknownDate: { id: 'belum ditetapkan', en: 'not set' },
  kelurahan: { id: 'Kelurahan', en: 'Kelurahan' },
  missing: { id: 'Belum dikirim oleh kecamatan ini', en: 'Not yet submitted by this kecamatan' },
  nothingMissing: {
    id: 'Semua formulir kecamatan ini sudah dikirim.',
    en: 'All forms of this kecamatan have been submitted.',
  },
  findings: { id: 'Temuan terbuka', en: 'Open findings' },
  budgetTitle: { id: 'Anggaran yang ditandai di kecamatan ini', en: 'Budget tagged in this kecamatan' },
  budgetNote: {
    id: 'Kegiatan yang menyebut kelurahan di kecamatan ini. Kegiatan di beberapa kecamatan tampil di masing-masing, jadi jumlahnya jangan ditambahkan antar-kecamatan. Non-APBD tidak termasuk.',
    en: 'Activities that name kelurahan of this kecamatan. One in several kecamatan appears in each, so do not add kecamatan up. Money outside the budget is left out.',
  },
  noActivity: {
    id: 'Belum ada kegiatan yang menyebut kelurahan di kecamatan ini.',
    en: 'No activity names a kelurahan of this kecamatan yet.',
  },
  activity: { id: 'Kegiatan', en: 'Activity' },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  place: { id: 'Lokasi', en: 'Place' },
  target: { id: 'Target', en: 'Target' },
  budget: { id: 'Pagu', en: 'Planned' },
  tagged: { id: 'Pagu ditandai', en: 'Tagged' },
  direct: { id: 'Langsung ke sasaran', en: 'Direct' },
  spent: { id: 'Realisasi', en: 'Spent' },
  total: { id: 'Jumlah', en: 'Total' },
  cityWide: { id: 'Kegiatan seluruh kota tanpa kelurahan', en: 'City-wide activities without kelurahan' },
  coverage: { id: 'Cakupan layanan', en: 'Service coverage' },
  coverageNote: {
    id: 'Pembilang dan penyebut dijumlahkan dahulu, baru dibagi. Kelurahan tanpa data tidak dihitung sebagai nol.',
    en: 'Numerators and denominators are summed, then divided. Kelurahan without data do not count as zero.',
  },
  noCoverage: { id: 'Cakupan layanan belum dikirim.', en: 'Service coverage has not been submitted.' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  percent: { id: 'Tercapai', en: 'Reached' },
  goal: { id: 'Target', en: 'Target' },
  change: { id: 'Berubah (poin)', en: 'Change (points)' },
  byKelurahan: { id: 'Per kelurahan; yang paling tertinggal', en: 'By kelurahan; the furthest behind' },
  cityTagged: { id: 'Pagu ditandai seluruh daerah', en: 'Tagged in the whole region' },
  bare: { id: 'tidak ada', en: 'none' },
  millions: { id: '(juta rupiah)', en: '(million rupiah)' },
  barsNote: (places: string) => ({
    id: `Batang kecil, kiri ke kanan: ${places}; garis putus-putus adalah target, titik berarti tanpa data.`,
    en: `Small bars, left to right: ${places}; the dashed line is the target, a dot has no data.`,
  }),
  beforeNote: ({ id, en }: Wording) => ({
    id: `Perubahan dihitung terhadap putaran sebelumnya, ${id}.`,
    en: `Changes are against the round before, ${en}.`,
  }),
  reachedOf: (reached: number, all: number) => ({
    id: `${reached} dari ${all} indikator bertarget sudah mencapai target.`,
    en: `${reached} of ${all} indicators with a target have reached it.`,
  }),
  bareOf: (bare: number, all: number) => ({
    id: `${bare} dari ${all} indikator belum punya anggaran yang ditandai di perangkat daerah mana pun.`,
    en: `${bare} of ${all} indicators have no tagged budget in any agency.`,
  }),
  withoutData: (count: number) => ({ id: `${count} tanpa data`, en: `${count} without data` }),
  taggedThen: { id: 'Pagu ditandai di sini (juta rupiah)', en: 'Tagged here (million rupiah)' },
  thenAndNow: (now: string, then: string, { id, en }: Wording) => ({
    id: `${now}; putaran sebelumnya (${id}) ${then}`,
    en: `${now}; in the round before (${en}) ${then}`,
  }),
  groups: { id: 'Data sasaran', en: 'Target groups' },
  others: (count: number) => ({
    id: `${count} kegiatan lain (rinciannya di layar dan buku kerja)`,
    en: `${count} more activities (listed on the screen and in the workbook)`,
  }),
  everywhere: (count: string) => ({ id: `Semua ${count} kelurahan`, en: `All ${count} kelurahan` }),
  andMore: (named: string, count: number) => ({
    id: `${named}, dan ${count} lainnya`,
    en: `${named} and ${count} more`,
  }),
  tagging: { id: 'Penandaan anggaran', en: 'Budget tagging' },
  taggingOf: (sent: number, due: number) => ({
    id: `Dikirim ${sent} dari ${due} perangkat daerah`,
    en: `Sent by ${sent} of ${due} agencies`,
  }),
  asOf: { id: 'keadaan per', en: 'as of' },
  sources: { id: 'Sumber angka', en: 'Where the figures come from' },
  sourcesNote: {
    id: 'Kiriman terakhir yang memuat angka di lembar ini, dengan statusnya.',
    en: 'The latest submissions behind the figures of this paper, with their status.',
  },
  programs: { id: 'Untuk program lain', en: 'For other programs' },
  programsText: {
    id: 'Data yang sama tersedia sebagai JSON, halaman demi halaman:',
    en: 'The same data are there as JSON, page by page:',
  },
  programsLink: { id: 'dokumentasi API', en: 'documentation of the API' },
} satisfies Record<string, Say>

type Measured = {
  readonly percent: number
  readonly stunted: number
  readonly measured: number
  readonly sources: readonly Wording[]
  readonly from: string | null
  readonly to: string | null
}

/** "Prevalensi stunting 18,4% (…). Sumber: e-PPGBM; data 2 Januari 2026 sampai 15 Januari 2026." */
export function prevalenceWords({ percent, stunted, measured, sources, from, to }: Measured): Wording {
  const said = (language: Language) => {
    const number = (value: number, decimals = 0) => formatNumber(value, language, decimals)
    const days = [...new Set([from, to])].flatMap((day) => (day === null ? [] : [formatDate(day, language)]))
    return {
      share: `${number(percent, 1)}%`,
      of: `${number(stunted)}/${number(measured)}`,
      sources: sources.map((source) => source[language]).join(', ') || '–',
      days: days.join(' – ') || '–',
    }
  }
  const [id, en] = [said('id'), said('en')]
  return {
    id: `Prevalensi stunting dari balita yang diukur: ${id.share} (${id.of}). Sumber: ${id.sources}; tanggal data ${id.days}.`,
    en: `Stunting among children measured: ${en.share} (${en.of}). Source: ${en.sources}; date of the data ${en.days}.`,
  }
}
