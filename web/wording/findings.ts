/** Words of the accuracy checks' findings: beside the cells, on the task list, and on the page of all findings. */
import type { Wording } from '../../functions/schema/wording.ts'

export const findingsWording = {
  title: { id: 'Pemeriksaan otomatis', en: 'Automatic checks' },
  noneOpen: { id: 'Tidak ada temuan terbuka.', en: 'No open findings.' },
  more: { id: 'Temuan lainnya', en: 'More findings' },
  explained: { id: 'Sudah dijelaskan', en: 'Explained' },
  explanation: { id: 'Penjelasan', en: 'Explanation' },
  outgrown: { id: 'Penjelasan sebelumnya, untuk nilai yang lain', en: 'Earlier explanation, for another value' },
  submitted: { id: '(pada kiriman terakhir)', en: '(in what was submitted last)' },
  use: { id: 'Pakai', en: 'Use' },
  explain: { id: 'Jelaskan', en: 'Explain' },
  why: { id: 'Mengapa nilai ini benar?', en: 'Why is this right?' },
  short: { id: 'Tulis paling sedikit 10 karakter.', en: 'Write at least 10 characters.' },
  save: { id: 'Simpan penjelasan', en: 'Save explanation' },
  saving: { id: 'Menyimpan…', en: 'Saving…' },
  cancel: { id: 'Batal', en: 'Cancel' },
  pageTitle: { id: 'Temuan', en: 'Findings' },
  intro: {
    id: 'Hal yang mungkin keliru dalam isian, menurut pemeriksaan otomatis. Perbaiki datanya, atau jelaskan mengapa sudah benar.',
    en: 'What is probably wrong in the answers, by automatic checks. Correct the data, or explain why they are right.',
  },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  form: { id: 'Formulir', en: 'Form' },
  rule: { id: 'Pemeriksaan', en: 'Check' },
  state: { id: 'Keadaan', en: 'State' },
  severity: { id: 'Tingkat', en: 'Severity' },
  all: { id: 'Semua', en: 'All' },
  open: { id: 'Terbuka', en: 'Open' },
  none: { id: 'Tidak ada temuan yang sesuai.', en: 'No findings match.' },
  since: { id: 'sejak', en: 'since' },
  toCell: { id: 'Buka isiannya', en: 'Go to the answer' },
  see: { id: 'Lihat temuan', en: 'See the findings' },
} satisfies Record<string, Wording>

/** "12 dari 40 temuan". */
export function shownOf(shown: number, all: number): Wording {
  return { id: `${shown} dari ${all} temuan`, en: `${shown} of ${all} findings` }
}

/** `2 kesalahan, 1 peringatan`. */
export function findingWords(counts: { blocking: number; warning: number; info: number }): Wording {
  const parts = [
    { count: counts.blocking, id: 'kesalahan', en: 'error' },
    { count: counts.warning, id: 'peringatan', en: 'warning' },
    { count: counts.info, id: 'catatan', en: 'note' },
  ].filter(({ count }) => count > 0)
  return {
    id: parts.map(({ count, id }) => `${count} ${id}`).join(', '),
    en: parts.map(({ count, en }) => `${count} ${en}${count === 1 ? '' : 's'}`).join(', '),
  }
}
