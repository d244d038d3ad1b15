/** Words of the review queue. */
import type { Wording } from '../../functions/schema/wording.ts'

export const queueWording = {
  title: { id: 'Antrean reviu', en: 'Review queue' },
  intro: {
    id: 'Kiriman yang menunggu keputusan, yang paling lama menunggu lebih dahulu.',
    en: 'Submissions that wait for a decision, the longest waiting first.',
  },
  none: { id: 'Tidak ada kiriman yang menunggu reviu.', en: 'Nothing waits for review.' },
  open: { id: 'Reviu', en: 'Review' },
  clean: { id: 'Bersih', en: 'Clean' },
  cleanHint: {
    id: 'Bersih: ada barisnya, semua isian wajib dijawab, bukan nihil, dan tanpa temuan. Hanya yang bersih dapat disetujui sekaligus.',
    en: 'Clean: has rows, every required answer given, not nil, no findings. Only clean ones can be accepted together.',
  },
  pickAll: { id: 'Pilih semua yang bersih', en: 'Choose all clean ones' },
  pickNone: { id: 'Batalkan pilihan', en: 'Choose none' },
  pick: { id: 'Pilih untuk disetujui', en: 'Choose for acceptance' },
  failed: { id: 'Belum disetujui', en: 'Not accepted' },
} satisfies Record<string, Wording>

export function acceptChosen(count: number): Wording {
  return { id: `Setujui yang dipilih (${count})`, en: `Accept the chosen (${count})` }
}

export function acceptChosenAsk(count: number): Wording {
  return {
    id: count === 1 ? 'Setujui kiriman ini?' : `Setujui ${count} kiriman sekaligus?`,
    en: count === 1 ? 'Accept this submission?' : `Accept ${count} submissions together?`,
  }
}

export function acceptedCount(count: number): Wording {
  return {
    id: `${count} kiriman disetujui. Perangkat daerah diberi tahu melalui surel.`,
    en: `${count} submission${count === 1 ? '' : 's'} accepted. The agencies are told by e-mail.`,
  }
}

/** "menunggu 2 hari". */
export function waitingDays(days: number): Wording {
  if (days < 1) return { id: 'masuk hari ini', en: 'came today' }
  return { id: `menunggu ${days} hari`, en: `waiting ${days} day${days === 1 ? '' : 's'}` }
}
