/** Words of one row of a table, as a card and as a form of its own. */
import type { Wording } from '../../functions/schema/wording.ts'

export const rowWording = {
  edit: { id: 'Ubah', en: 'Edit' },
  duplicate: { id: 'Gandakan', en: 'Duplicate' },
  remove: { id: 'Hapus', en: 'Delete' },
  back: { id: 'Kembali ke daftar', en: 'Back to the list' },
  next: { id: 'Baris berikutnya', en: 'Next row' },
  wrong: { id: 'Ada yang salah', en: 'Something is wrong' },
  untouched: { id: 'Belum diisi', en: 'Not begun' },
  begun: { id: 'Belum lengkap', en: 'Incomplete' },
  done: { id: 'Lengkap', en: 'Complete' },
} satisfies Record<string, Wording>

/** "12 dari 29 lengkap". */
export function doneOf(done: number, all: number): Wording {
  return { id: `${done} dari ${all} lengkap`, en: `${done} of ${all} complete` }
}
