/** Words for what a workbook changes about people. */
import type { Wording } from '../../functions/schema/wording.ts'

export const peopleChangeWording = {
  title: { id: 'Yang akan berubah', en: 'What would change' },
  what: { id: 'Isian', en: 'What' },
  before: { id: 'Sekarang', en: 'Now' },
  after: { id: 'Menjadi', en: 'Becomes' },
  fresh: { id: 'Orang baru', en: 'New person' },
  coordinator: { id: 'Menjadi koordinator', en: 'Becomes coordinator' },
  addressOf: { id: 'Memakai alamat milik', en: 'Takes the address of' },
  indonesian: { id: 'Bahasa Indonesia', en: 'Indonesian' },
  english: { id: 'Bahasa Inggris', en: 'English' },
} satisfies Record<string, Wording>

/** "Tampilkan 12 orang lainnya". */
export function moreChanges(count: number): Wording {
  return { id: `Tampilkan ${count} orang lainnya`, en: `Show ${count} more` }
}
