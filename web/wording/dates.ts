/** Words about when work opens, is due and ends. */
import type { Wording } from '../../functions/schema/wording.ts'

export const dateWording = {
  target: { id: 'Target penyelesaian', en: 'Target date' },
  final: { id: 'Batas akhir', en: 'Final deadline' },
  corrections: { id: 'Batas perbaikan', en: 'Corrections due' },
  holiday: { id: 'hari libur', en: 'a holiday' },
  overdue: { id: 'Lewat target', en: 'Past the target' },
  notOpen: { id: 'Jendela penginputan belum dibuka.', en: 'The entry window has not opened.' },
  byWorkbook: { id: 'Isi lewat Excel', en: 'Fill in with Excel' },
} satisfies Record<string, Wording>
