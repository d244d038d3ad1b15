/** Words for what an older version of a form left beside the new one. */
import type { Wording } from '../../functions/schema/wording.ts'

export const leftWording = {
  lead: {
    id: 'Formulir ini dipindahkan ke versi baru. Isian lain sudah dibawa serta; yang berikut tidak ditanya lagi atau harus dijawab ulang. Salin yang masih berguna.',
    en: 'This form was moved to a new version. Your other answers were carried over; these are no longer asked, or need an answer anew. Copy what is still of use.',
  },
  discard: { id: 'Buang isian lama ini', en: 'Throw these away' },
  ask: { id: 'Buang isian lama?', en: 'Throw old answers away?' },
  askLead: {
    id: 'Isian ini tidak akan ditampilkan lagi. Isian di formulir dan kiriman yang sudah diterima tidak berubah.',
    en: 'They will not be shown any more. What stands in the form, and what was received, does not change.',
  },
} satisfies Record<string, Wording>

export const leftWords = (count: number): Wording => ({
  id: `${count} isian dari versi lama tidak muat di versi ini`,
  en: `${count} ${count === 1 ? 'answer' : 'answers'} of the old version ${count === 1 ? 'has' : 'have'} no place in this one`,
})
