/** Words for what few sendings need: a nil report, and a sending that was refused. */
import type { Wording } from '../../functions/schema/wording.ts'

export const nilWording = {
  nilTitle: { id: 'Tidak ada yang dilaporkan (nihil)', en: 'Nothing to report (nil)' },
  nilIntro: {
    id: 'Bila unit Anda memang tidak memiliki data untuk formulir ini, kirim "nihil" dengan alasannya. Isian lain tidak ikut dikirim.',
    en: 'If your agency has no data for this form, send "nil" with the reason. Nothing else is sent.',
  },
  nilReason: { id: 'Alasan nihil', en: 'Reason' },
  nilHint: { id: 'Paling sedikit 20 karakter.', en: 'At least 20 characters.' },
  nilShort: { id: 'Tuliskan alasan paling sedikit 20 karakter.', en: 'Write a reason of at least 20 characters.' },
  nilSend: { id: 'Kirim nihil', en: 'Submit nil' },
} satisfies Record<string, Wording>

export const refusedWording = {
  refusedTitle: { id: 'Belum terkirim', en: 'Not submitted' },
  nothingLost: {
    id: 'Semua yang Anda ketik tetap ada di halaman ini dan di perangkat ini.',
    en: 'Everything you typed is still on this page and on this device.',
  },
  saveFirst: {
    id: 'Draf belum dapat disimpan di server, jadi belum dapat dikirim. Coba lagi setelah sambungan kembali.',
    en: 'The draft could not be saved on the server, so it cannot be submitted yet. Try again when the connection is back.',
  },
  newer: { id: 'Lihat kiriman terbaru', en: 'See the newest submission' },
} satisfies Record<string, Wording>

export function sentAgainWords(seconds: number): Wording {
  return {
    id: `Dikirim lagi dengan sendirinya dalam ${seconds} detik. Biarkan halaman ini terbuka.`,
    en: `It is sent again by itself in ${seconds} seconds. Leave this page open.`,
  }
}
