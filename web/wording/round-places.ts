/** Words of the menu of those who see the whole region. */
import type { Wording } from '../../functions/schema/wording.ts'

export const placeWording = {
  settings: { id: 'Pengaturan', en: 'Settings' },
  board: { id: 'Rekap kelengkapan', en: 'Completeness' },
  results: { id: 'Hasil', en: 'Results' },
  windows: { id: 'Jendela', en: 'Windows' },
  reviews: { id: 'Reviu', en: 'Review' },
} satisfies Record<string, Wording>
