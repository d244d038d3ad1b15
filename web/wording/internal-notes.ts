/** Words of what coordinators note among themselves. */
import type { Wording } from '../../functions/schema/wording.ts'

export const noteWording = {
  hint: {
    id: 'Hanya dibaca koordinator. Tidak pernah tampil bagi perangkat daerah dan tidak ikut dalam surel, tanda terima, atau ekspor.',
    en: 'Read by coordinators only. Never shown to agencies, and in no e-mail, receipt or export.',
  },
  write: { id: 'Tulis catatan internal', en: 'Write an internal note' },
  save: { id: 'Simpan catatan internal', en: 'Save the internal note' },
  saving: { id: 'Menyimpan …', en: 'Saving …' },
  saved: { id: 'Catatan internal tersimpan.', en: 'The internal note is saved.' },
  empty: { id: 'Tuliskan catatannya dahulu.', en: 'Write the note first.' },
  notLoaded: { id: 'Catatan internal belum termuat.', en: 'The internal notes are not loaded.' },
  again: { id: 'Muat lagi', en: 'Load again' },
} satisfies Record<string, Wording>

/** "Catatan internal (2)". */
export function notesTitle(count: number): Wording {
  return { id: `Catatan internal (${count})`, en: `Internal notes (${count})` }
}

/** "2 catatan internal". */
export function noteCount(count: number): Wording {
  return { id: `${count} catatan internal`, en: `${count} internal note${count === 1 ? '' : 's'}` }
}

/** "tentang revisi 2". */
export function aboutRevision(revision: number): Wording {
  return { id: `tentang revisi ${revision}`, en: `about revision ${revision}` }
}
