/** Words of the panel that tells that no mail goes. */
import type { Wording } from '../../functions/schema/wording.ts'

export const mailServiceWording = {
  held: { id: 'Surel tertahan sejak', en: 'No mail goes since' },
  heldMeans: {
    id: 'Tidak ada surel yang hilang: semuanya menunggu dan dikirim begitu layanan surel menerima lagi, kode masuk lebih dahulu. Yang waktunya lewat dicatat sebagai kedaluwarsa.',
    en: 'No mail is lost: all wait and go as soon as the mail service takes them again, sign-in codes first. What comes too late is recorded as expired.',
  },
  unheard: { id: 'Laporan surel tidak datang sejak', en: 'No reports on mails arrive since' },
  unheardMeans: {
    id: 'Surel tetap dikirim, tetapi terpental atau tidaknya tidak diketahui. Beri tahu pengelola sistem.',
    en: 'Mails go, but whether they bounce is not known. Tell whoever runs the system.',
  },
  otherTrouble: { id: 'ditolak', en: 'refused' },
  codes: { id: 'Kode masuk yang ditunggu', en: 'Sign-in codes that are waited for' },
  codesHint: {
    id: 'Bacakan kode hanya kepada orang yang Anda kenal, misalnya lewat telepon. Kode dapat ditunjukkan sekali, berlaku di peramban yang memintanya, dan dicatat dengan kedua nama.',
    en: 'Read a code only to somebody you know, for instance on the telephone. It is shown once, works in the browser that asked for it, and is recorded with both names.',
  },
  nobodyWaits: {
    id: 'Belum ada yang menunggu. Orang yang ingin masuk lebih dahulu meminta kode di halaman masuk.',
    en: 'Nobody waits. Who wants to sign in first asks for a code on the sign-in page.',
  },
  until: { id: 'berlaku sampai', en: 'valid until' },
  show: { id: 'Tunjukkan kode', en: 'Show the code' },
  handedBy: { id: 'kode diserahkan oleh', en: 'code handed over by' },
} satisfies Record<string, Wording>

/** By the causes that the dispatcher knows. */
export const mailTroubles: Readonly<Record<string, Wording>> = {
  throttled: { id: 'terlalu cepat bagi layanan surel', en: 'too fast for the mail service' },
  quota: { id: 'kuota harian habis', en: 'the daily quota is used up' },
  paused: { id: 'akun pengirim dihentikan sementara', en: 'the sending account is paused' },
  credentials: { id: 'kredensial pengirim tidak berlaku', en: 'the sender’s credentials are not valid' },
  rights: { id: 'hak mengirim dicabut', en: 'the right to send is missing' },
  identity: {
    id: 'alamat atau domain pengirim belum diverifikasi',
    en: 'the sender’s address or domain is not verified',
  },
  configuration: { id: 'pengaturan pengiriman tidak ditemukan', en: 'the configuration set is missing' },
  unreachable: { id: 'layanan surel tidak dapat dihubungi', en: 'the mail service cannot be reached' },
  failing: { id: 'layanan surel sedang rusak', en: 'the mail service fails' },
  silent: { id: 'layanan surel tidak menjawab', en: 'the mail service does not answer' },
}
