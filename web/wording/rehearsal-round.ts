/** Words of rehearsal rounds: the bar on all their pages, their own page, and the way to make one. */
import type { Wording } from '../../functions/schema/wording.ts'

export const rehearsalRoundWording = {
  flag: { id: 'LATIHAN', en: 'REHEARSAL' },
  bar: { id: 'Putaran latihan. Tidak ada surel yang dikirim.', en: 'A rehearsal round. No mail is sent.' },
  clock: { id: 'Jam latihan', en: 'Its clock' },
  hour: { id: 'Jam berikutnya', en: 'Next hour' },
  day: { id: 'Hari berikutnya', en: 'Next day' },
  moving: { id: 'Memindahkan jam…', en: 'Moving the clock…' },
  movedMeanwhile: {
    id: 'Jam ini baru saja dimajukan orang lain. Yang tampak sekarang sudah yang terbaru.',
    en: 'Somebody else has just moved this clock. What you see now is up to date.',
  },
  open: { id: 'Surel dan tugas latihan', en: 'Its mails and tasks' },
  intro: {
    id: 'Semua di sini hanya latihan. Waktunya berjalan hanya bila jamnya dimajukan, dan surelnya ditampung di halaman ini; tidak satu pun keluar.',
    en: 'All of this is a rehearsal. Time passes only when its clock is moved, and its mails are kept on this page; none of them leaves.',
  },
  board: { id: 'Rekap', en: 'Board' },
  plan: { id: 'Surel yang akan datang', en: 'Mails to come' },
  windows: { id: 'Perpanjang atau tutup', en: 'Extend or close' },
  remind: { id: 'Ingatkan sekarang', en: 'Remind now' },
  review: { id: 'Reviu', en: 'Review' },
  join: {
    id: 'Operator dan verifikator dapat ikut berlatih: bagikan alamat halaman ini kepada mereka.',
    en: 'Operators and verifiers can take part: give them the address of this page.',
  },
  lookAs: { id: 'Lihat sebagai', en: 'Look as' },
  myself: { id: 'Saya sendiri (semua)', en: 'Myself (everything)' },
  seenBy: { id: 'Beginilah yang dilihat', en: 'This is what is seen by' },
  tasks: { id: 'Tugas', en: 'Tasks' },
  noTasks: { id: 'Tidak ada formulir.', en: 'No forms.' },
  form: { id: 'Formulir', en: 'Form' },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  state: { id: 'Status', en: 'Status' },
  complete: { id: 'Kelengkapan', en: 'Completeness' },
  until: { id: 'Batas akhir', en: 'Final date' },
  mails: { id: 'Surel yang ditampung', en: 'Captured mails' },
  noMails: {
    id: 'Belum ada surel. Majukan jam untuk melihat apa yang akan terkirim.',
    en: 'No mails yet. Move the clock to see what would be sent.',
  },
  read: { id: 'Baca', en: 'Read' },
  notWritten: { id: 'Tidak ditulis', en: 'Not written' },
  notDelivered: { id: 'Tidak akan sampai', en: 'Would not arrive' },
  listTitle: { id: 'Putaran latihan', en: 'Rehearsal rounds' },
  create: { id: 'Salin menjadi latihan', en: 'Copy into a rehearsal' },
  creating: { id: 'Menyalin…', en: 'Copying…' },
  createHint: {
    id: 'Latihan memakai perangkat daerah, formulir, dan tanggal yang sama, dengan jam sendiri. Tidak ada surel yang dikirim.',
    en: 'A rehearsal has the same agencies, forms and dates, and a clock of its own. No mail is sent.',
  },
} satisfies Record<string, Wording>
