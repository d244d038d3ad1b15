/** Words of the list of errors above a form. They come with it. */
import type { Wording } from '../../functions/schema/wording.ts'

export const errorSummaryWording = {
  summaryTitle: { id: 'Ada yang perlu diperbaiki', en: 'There is a problem' },
  choose: {
    id: 'Pilih salah satu untuk langsung ke isiannya; F8 membawa ke yang berikutnya.',
    en: 'Choose one to go to its answer; F8 leads to the next.',
  },
  more: { id: 'Tampilkan semua', en: 'Show all' },
} satisfies Record<string, Wording>
