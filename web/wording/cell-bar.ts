/** Words of the bar beneath a table. */
import type { Wording } from '../../functions/schema/wording.ts'

export const cellBarWording = {
  notAsked: { id: 'Tidak ditanyakan untuk baris ini.', en: 'Not asked for this row.' },
  keys: {
    id: 'Klik sebuah sel atau gunakan tombol panah, lalu langsung mengetik. Beberapa sel dari Excel dapat ditempel sekaligus (Ctrl+V).',
    en: 'Click a cell or use the arrow keys, then simply type. A block of cells from Excel can be pasted at once (Ctrl+V).',
  },
} satisfies Record<string, Wording>
