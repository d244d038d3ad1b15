/** Words of lists that are chosen from. */
import type { Wording } from '../../functions/schema/wording.ts'

export const choicesWording = {
  chooseMany: { id: 'Pilih', en: 'Choose' },
  chosen: { id: 'dipilih', en: 'chosen' },
  search: { id: 'Cari dalam daftar', en: 'Search the list' },
  noMatch: { id: 'Tidak ada yang cocok.', en: 'Nothing matches.' },
  all: { id: 'Pilih semua yang tampil', en: 'Choose all shown' },
  done: { id: 'Selesai', en: 'Done' },
} satisfies Record<string, Wording>
