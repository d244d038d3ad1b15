/** Words of the entry window on the form page: it closes soon, it has closed. */
import type { Wording } from '../../functions/schema/wording.ts'

export const formWindowWording = {
  kept: {
    id: 'Yang sudah diketik tidak hilang: draf terakhir ada di server, dan perubahan sesudahnya tetap di perangkat ini.',
    en: 'Nothing you typed is lost: the last draft is on the server, later changes stay on this device.',
  },
  reopens: {
    id: 'Bila tambahan waktu diberikan, formulir ini terbuka lagi dengan sendirinya.',
    en: 'If more time is granted, this form opens again by itself.',
  },
  possible: { id: 'Yang masih dapat dilakukan:', en: 'What you can still do:' },
  askAbove: { id: 'Minta tambahan waktu di atas ini.', en: 'Ask for more time above.' },
  seeSent: { id: 'Lihat kiriman terakhir dan tanda terimanya', en: 'See the last submission and its receipt' },
  print: { id: 'Cetak isian ini', en: 'Print these answers' },
  askExtension: {
    id: 'Minta tambahan waktu di bagian atas halaman ini. Setelah diberikan, kirim kembali dari halaman ini.',
    en: 'Ask for more time at the top of this page. Once it is granted, submit again from here.',
  },
} satisfies Record<string, Wording>

/** The final date has passed. */
export function closedWords(when: string): Wording {
  return {
    id: `Batas akhir telah lewat: ${when}. Kiriman tidak dapat diterima lagi.`,
    en: `The final deadline has passed: ${when}. Submissions are no longer accepted.`,
  }
}

/** Within the last hour. */
export function closesSoonWords(when: string): Wording {
  return {
    id: `Kurang dari satu jam lagi: jendela penginputan ditutup ${when}. Kirim sebelum itu, atau minta tambahan waktu.`,
    en: `Less than an hour left: the entry window closes ${when}. Submit before then, or ask for more time.`,
  }
}
