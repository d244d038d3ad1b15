/** Words for the coordinator's comments and the agency's answers to them. */
import type { Wording } from '../../functions/schema/wording.ts'

export const replyWording = {
  title: { id: 'Catatan Bappeda', en: 'Comments from Bappeda' },
  whole: { id: 'Seluruh formulir', en: 'The whole form' },
  gone: { id: 'Baris yang sudah dihapus', en: 'A row that has been removed' },
  fixed: { id: 'Sudah diperbaiki', en: 'Corrected' },
  answered: { id: 'Dijawab', en: 'Answered' },
  unanswered: { id: 'Belum dijawab', en: 'Not answered yet' },
  answer: { id: 'Jawab', en: 'Answer' },
  change: { id: 'Ubah jawaban', en: 'Change the answer' },
  text: { id: 'Jawaban singkat', en: 'Short answer' },
  send: { id: 'Kirim jawaban', en: 'Send the answer' },
  cancel: { id: 'Batal', en: 'Cancel' },
  lastDecision: { id: 'Catatan pada keputusan terakhir', en: 'Comments of the last decision' },
} satisfies Record<string, Wording>

/** "2 dari 3 catatan dijawab". */
export function answeredOf(answered: number, all: number): Wording {
  return { id: `${answered} dari ${all} catatan dijawab`, en: `${answered} of ${all} comments answered` }
}

/** "2 catatan belum dijawab: Nomor dokumen, Seluruh formulir". */
export function unansweredAt(count: number, names: readonly string[], more: boolean): Wording {
  const list = `${names.join(', ')}${more ? ' …' : ''}`
  return {
    id: `${count} catatan belum dijawab: ${list}`,
    en: `${count} comment${count === 1 ? '' : 's'} not answered yet: ${list}`,
  }
}
