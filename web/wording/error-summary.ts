/** Words of the list of errors above a form. They come with it. */
import type { Wording } from '../../functions/schema/wording.ts'

export const errorSummaryWording = {
  summaryTitle: { id: 'Ada yang perlu diperbaiki', en: 'There is a problem' },
  more: { id: 'Tampilkan semua', en: 'Show all' },
} satisfies Record<string, Wording>

/** "Ada 3 isian yang perlu diperbaiki sebelum dikirim." */
export function problemCount(count: number): Wording {
  return {
    id: `${count} isian perlu diperbaiki sebelum dikirim. Pilih salah satu untuk langsung ke isiannya.`,
    en: `${count} answer(s) need correcting before submitting. Choose one to go to it.`,
  }
}
