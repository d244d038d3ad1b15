/** Why a mail cannot be sent by hand, or an address not be freed, and what to do instead. */
import type { HandMailReason } from '../domain/refusal.ts'
import type { Wording } from '../schema/wording.ts'

export const handMailReasons: Record<HandMailReason, Wording> = {
  'mail-goes': {
    id: 'Layanan surel berjalan lagi; kode dikirim lewat surel.',
    en: 'Mail goes again; the code is sent by e-mail.',
  },
  'no-code-asked': {
    id: 'Orang ini belum meminta kode, atau kodenya sudah diserahkan atau habis waktunya. Mintalah ia meminta kode baru di halaman masuk.',
    en: 'This person has not asked for a code, or it was handed over or is over. Ask him to ask for a new code on the sign-in page.',
  },
  'unknown-agency': {
    id: 'Salah satu perangkat daerah yang dipilih tidak termasuk dalam putaran ini.',
    en: 'One of the chosen agencies is not part of this round.',
  },
  'nobody-to-remind': {
    id: 'Tidak ada yang akan menerima pengingat ini: semua sudah mengirim, sudah diingatkan hari ini, atau tidak dapat dihubungi lewat surel.',
    en: 'Nobody would get this reminder: all have submitted, were reminded today, or cannot be reached by e-mail.',
  },
  'sign-in-mail': {
    id: 'Surel kode masuk tidak dikirim ulang dari sini; mintalah kode baru di halaman masuk.',
    en: 'Sign-in mails are not sent again from here; ask for a new code on the sign-in page.',
  },
  'still-waiting': {
    id: 'Surel ini masih dalam antrean dan akan dikirim dengan sendirinya.',
    en: 'This mail is still waiting and goes by itself.',
  },
  'already-sent-again': {
    id: 'Surel ini sudah dikirim lagi dengan nomor lain.',
    en: 'This mail was sent again under another number.',
  },
  arrived: {
    id: 'Surel ini sudah diserahkan ke server surel penerima, jadi tidak dikirim dua kali. Untuk mengingatkan lagi, pakai "Ingatkan sekarang".',
    en: 'This mail was handed to the recipient’s server, so it is not sent twice. To remind again, use "Remind now".',
  },
  'no-longer-true': {
    id: 'Alasan surel ini sudah tidak ada, misalnya formulir sudah dikirim atau tanggalnya sudah berubah.',
    en: 'The reason for this mail is gone, e.g. the form was submitted or the dates have changed.',
  },
  'too-late': {
    id: 'Surel ini sudah lewat masa gunanya, jadi tidak dikirim lagi.',
    en: 'This mail is past its use and is not sent again.',
  },
  'address-blocked': {
    id: 'Alamat penerima masih ditandai tidak dapat dihubungi. Perbaiki atau pulihkan alamatnya dahulu.',
    en: 'The recipient’s address is still marked as unreachable. Correct or free it first.',
  },
  'address-taken': {
    id: 'Alamat surel itu sudah dipakai petugas lain.',
    en: 'Somebody else already has that address.',
  },
  'not-blocked': {
    id: 'Alamat ini tidak ditandai bermasalah, jadi tidak ada yang perlu dipulihkan.',
    en: 'This address is not marked as unreachable, so there is nothing to free.',
  },
  'try-again': {
    id: 'Ada perubahan lain pada saat yang sama. Silakan coba lagi.',
    en: 'Something else changed at the same moment. Please try again.',
  },
}
