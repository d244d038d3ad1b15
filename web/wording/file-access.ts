/** Words of the page that says which files left. */
import type { Wording } from '../../functions/schema/wording.ts'

export const fileAccessWording = {
  title: { id: 'Berkas yang diunduh', en: 'Files that were downloaded' },
  about: {
    id: 'Siapa mengunduh hasil, daftar orang, atau berkas instansi lain, dan kapan.',
    en: 'Who downloaded results, lists of people or another agency’s files, and when.',
  },
  lead: {
    id: 'Unduhan koordinator dan pemantau selama 90 hari terakhir, yang terbaru lebih dahulu. Siapa melihat halaman apa dicatat juga, dan dapat ditanyakan kepada pengelola sistem.',
    en: 'Downloads by coordinators and viewers of the last 90 days, the newest first. Who saw which page is recorded too; the operator of the system can tell.',
  },
  when: { id: 'Waktu', en: 'When' },
  who: { id: 'Siapa', en: 'Who' },
  what: { id: 'Apa', en: 'What' },
  none: { id: 'Belum ada yang diunduh.', en: 'Nothing was downloaded yet.' },
} satisfies Record<string, Wording>

const files: readonly (readonly [RegExp, Wording])[] = [
  [/export\.xlsx$/, { id: 'Hasil putaran (XLSX)', en: 'Results of a round (XLSX)' }],
  [/export\.csv$/, { id: 'Hasil satu formulir (CSV)', en: 'Results of a form (CSV)' }],
  [/directory\/workbooks/, { id: 'Daftar orang atau perangkat daerah', en: 'List of people or agencies' }],
  [/assignments\/workbook/, { id: 'Penugasan', en: 'Assignments' }],
  [/references/, { id: 'Data acuan', en: 'Reference data' }],
  [/workbook/, { id: 'Formulir satu instansi', en: 'A form of one agency' }],
]

export function fileWords(route: string): Wording {
  return files.find(([pattern]) => pattern.test(route))?.[1] ?? { id: 'Berkas', en: 'A file' }
}
