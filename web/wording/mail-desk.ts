/** Words of the mail pages: ledger, one mail, plan, reminding, people who cannot be reached. */
import type { Wording } from '../../functions/schema/wording.ts'

export const mailWording = {
  ledger: { id: 'Surel', en: 'Mails' },
  own: { id: 'Surel untuk saya', en: 'My mails' },
  plan: { id: 'Rencana surel', en: 'Mails to come' },
  remind: { id: 'Ingatkan sekarang', en: 'Remind now' },
  unreachable: { id: 'Tidak terjangkau', en: 'Unreachable' },
  sections: { id: 'Bagian surel', en: 'Mail pages' },
  noRound: { id: 'Belum ada putaran.', en: 'There is no round yet.' },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  person: { id: 'Penerima', en: 'Recipient' },
  kind: { id: 'Jenis surel', en: 'Kind' },
  all: { id: 'Semua', en: 'All' },
  filters: { id: 'Saring', en: 'Filter' },
  clear: { id: 'Tampilkan semua', en: 'Show all' },
  none: { id: 'Tidak ada surel dengan saringan ini.', en: 'There are no mails with these filters.' },
  noneYet: { id: 'Belum ada surel.', en: 'There are no mails yet.' },
  more: { id: 'Muat lebih banyak', en: 'Load more' },
  preview: { id: 'Lihat isi', en: 'Preview' },
  close: { id: 'Tutup', en: 'Close' },
  subject: { id: 'Perihal', en: 'Subject' },
  mailTo: { id: 'Untuk', en: 'To' },
  failed: { id: 'Belum berhasil', en: 'That did not work' },
} satisfies Record<string, Wording>

export const planWording = {
  intro: {
    id: 'Semua surel yang akan dikirim dalam putaran ini bila tidak ada yang berubah lagi. Daftar ini dihitung oleh perencana yang sama dengan yang mengirim.',
    en: 'Every mail to come in this round if nothing more happens, from the very planner that sends them.',
  },
  asOf: { id: 'Seolah-olah sekarang', en: 'As if it were' },
  asOfHint: { id: 'Kosongkan untuk waktu sekarang.', en: 'Leave empty for the present.' },
  suppose: { id: 'Bagaimana bila tanggal diubah?', en: 'What if the dates changed?' },
  supposeHint: {
    id: 'Hanya simulasi: tidak ada yang disimpan atau dikirim.',
    en: 'Only a simulation: nothing is saved or sent.',
  },
  noChange: { id: 'Tanpa perubahan', en: 'No change' },
  extend: { id: 'Perpanjang', en: 'Extend' },
  reopen: { id: 'Buka kembali', en: 'Re-open' },
  correct: { id: 'Koreksi (majukan)', en: 'Correct (earlier)' },
  closeNow: { id: 'Tutup sekarang', en: 'Close now' },
  closesOn: { id: 'Batas akhir baru', en: 'New final deadline' },
  targetOn: { id: 'Target baru', en: 'New target' },
  targetHint: { id: 'Kosongkan bila target tetap.', en: 'Leave empty to keep the target.' },
  whom: { id: 'Untuk', en: 'For' },
  everybody: { id: 'Semua perangkat daerah', en: 'All agencies' },
  compute: { id: 'Hitung', en: 'Compute' },
  reset: { id: 'Kembali ke rencana sebenarnya', en: 'Back to the real plan' },
  toWindows: { id: 'Ubah jendela penginputan', en: 'Change the entry window' },
  difference: { id: 'Beda karena perubahan ini', en: 'What this change does' },
  added: { id: 'Surel yang bertambah', en: 'Mails added' },
  removed: { id: 'Surel yang tidak jadi', en: 'Mails that fall away' },
  changed: { id: 'Surel yang berganti isi', en: 'Mails that say something else' },
  same: { id: 'Tidak ada surel yang berubah.', en: 'No mail changes.' },
  becomes: { id: 'menjadi', en: 'becomes' },
  final: { id: 'Batas akhir', en: 'Final deadline' },
  target: { id: 'Target', en: 'Target' },
  list: { id: 'Surel yang akan dikirim', en: 'Mails to come' },
  empty: { id: 'Tidak ada surel lagi yang akan dikirim.', en: 'No more mails are to come.' },
  only: { id: 'Tampilkan surel untuk', en: 'Show mails to' },
  emptyFor: { id: 'Tidak ada surel untuk perangkat daerah ini.', en: 'There are no mails to this agency.' },
  simulated: { id: 'Simulasi', en: 'Simulation' },
} satisfies Record<string, Wording>

export function mailCount(count: number): Wording {
  return { id: `${count} surel`, en: count === 1 ? '1 mail' : `${count} mails` }
}

export function headCount(count: number): Wording {
  return { id: `${count} di antaranya kepala`, en: count === 1 ? '1 of them a head' : `${count} of them heads` }
}

export function totalWords(mails: number, people: number): Wording {
  return {
    id: `${mails} surel untuk ${people} penerima.`,
    en: `${mails === 1 ? '1 mail' : `${mails} mails`} to ${people === 1 ? '1 recipient' : `${people} recipients`}.`,
  }
}

export const noticeWording = {
  own: { id: 'Mengapa saya menerima surel ini?', en: 'Why did I get this mail?' },
  went: { id: 'Mengapa surel ini dikirim?', en: 'Why was this mail sent?' },
  lost: { id: 'Mengapa surel ini tidak sampai?', en: 'Why did this mail not arrive?' },
  coming: { id: 'Surel yang akan dikirim', en: 'A mail to come' },
  not: { id: 'Mengapa surel ini tidak dikirim?', en: 'Why was this mail not sent?' },
  why: { id: 'Mengapa surel ini dibuat', en: 'Why it was made' },
  what: { id: 'Apa yang terjadi', en: 'What became of it' },
  number: { id: 'Nomor surel', en: 'Number' },
  dueAt: { id: 'Jadwal kirim', en: 'Due' },
  history: { id: 'Riwayat', en: 'History' },
  planned: { id: 'Direncanakan', en: 'Planned' },
  sent: { id: 'Diserahkan ke layanan surel', en: 'Handed to the mail service' },
  technical: { id: 'Keterangan teknis', en: 'Technical details' },
  planner: { id: 'Catatan perencana', en: 'Planner’s note' },
  attempts: { id: 'Percobaan', en: 'Attempts' },
  messageId: { id: 'Nomor dari layanan surel', en: 'The mail service’s number' },
  repeats: { id: 'Pengiriman ulang dari', en: 'Repeats' },
  repeatedBy: { id: 'Sudah dikirim lagi sebagai', en: 'Sent again as' },
  again: { id: 'Kirim lagi', en: 'Send again' },
  againHint: {
    id: 'Surel baru dengan nomor baru dikirim ke alamat penerima yang sekarang.',
    en: 'A new mail with a new number goes to the recipient’s present address.',
  },
  blocked: {
    id: 'Alamat penerima ditandai tidak terjangkau, jadi pengingat dan rekap tidak dikirim ke sana.',
    en: 'The recipient’s address is marked as unreachable, so reminders and digests do not go there.',
  },
  repair: { id: 'Perbaiki alamatnya', en: 'Correct the address' },
  back: { id: 'Ke daftar surel', en: 'To the list of mails' },
  agencies: { id: 'Tentang', en: 'About' },
  round: { id: 'Putaran', en: 'Round' },
  rounds: { id: 'Putaran yang dibahas', en: 'Rounds it speaks of' },
} satisfies Record<string, Wording>

export const remindWording = {
  intro: {
    id: 'Pengingat langsung dikirim kepada operator perangkat daerah yang dipilih. Setiap orang mendapat paling banyak satu pengingat sehari.',
    en: 'A reminder goes at once to the operators of the chosen agencies. Everybody gets at most one reminder a day.',
  },
  whom: { id: 'Perangkat daerah yang diingatkan', en: 'Agencies to remind' },
  allOpen: { id: 'Pilih semua yang belum selesai', en: 'Choose all that are not done' },
  noneChosen: { id: 'Kosongkan pilihan', en: 'Choose none' },
  heads: { id: 'Kirim juga kepada kepala perangkat daerah atau camat', en: 'Also to the heads of the agencies' },
  note: { id: 'Catatan pribadi', en: 'Personal note' },
  noteHint: {
    id: 'Ditulis di awal surel dengan nama Anda. Paling banyak 1.000 huruf.',
    en: 'Stands at the head of the mail under your name. At most 1,000 characters.',
  },
  force: {
    id: 'Kirim juga kepada yang sudah diingatkan hari ini',
    en: 'Also to those who were reminded today already',
  },
  because: { id: 'Alasan mengingatkan lagi pada hari yang sama', en: 'Why remind again on the same day' },
  becauseMissing: { id: 'Tuliskan alasannya; alasan ini tercatat.', en: 'Give the reason; it is kept on record.' },
  choose: { id: 'Pilih paling sedikit satu perangkat daerah.', en: 'Choose at least one agency.' },
  look: { id: 'Lihat pratinjau', en: 'Preview' },
  previewTitle: { id: 'Pratinjau', en: 'Preview' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  sent: { id: 'Pengingat sudah dicatat dan dikirim sekarang juga.', en: 'The reminder is on record and goes at once.' },
  seeLedger: { id: 'Lihat di daftar surel', en: 'See it among the mails' },
  another: { id: 'Buat pengingat lain', en: 'Make another reminder' },
  nobody: { id: 'Tidak ada petugas yang dapat dikirimi surel', en: 'There is nobody to write to' },
  nothingOpen: { id: 'Tidak ada yang perlu diingatkan', en: 'Nothing is left to remind of' },
  done: { id: 'Semua sudah dikirim', en: 'All submitted' },
  shut: { id: 'pengisian tidak terbuka', en: 'entry is not open' },
  noneGets: {
    id: 'Tidak ada yang akan menerima pengingat ini. Bila memang perlu mengingatkan lagi hari ini, centang "Kirim juga kepada yang sudah diingatkan hari ini" dan tulis alasannya.',
    en: 'Nobody would get this reminder. If reminding again today is really needed, tick "Also to those who were reminded today already" and give the reason.',
  },
  stale: {
    id: 'Pilihan berubah; lihat pratinjau lagi sebelum mengirim.',
    en: 'The choice has changed; preview again before sending.',
  },
  firstReader: { id: 'Isi surel untuk', en: 'The mail to' },
} satisfies Record<string, Wording>

export const verdictWords: Record<'gets-it' | 'reminded-today' | 'unreachable', Wording> = {
  'gets-it': { id: 'Menerima pengingat ini', en: 'Gets this reminder' },
  'reminded-today': { id: 'Sudah diingatkan hari ini', en: 'Reminded today already' },
  unreachable: { id: 'Alamat surelnya tidak terjangkau', en: 'The address is unreachable' },
}

export function openForms(count: number): Wording {
  return {
    id: `${count} formulir belum dikirim`,
    en: count === 1 ? '1 form not submitted' : `${count} forms not submitted`,
  }
}

export function sendToWords(count: number): Wording {
  return { id: `Kirim kepada ${count} orang`, en: count === 1 ? 'Send to 1 person' : `Send to ${count} people` }
}

export const unreachableWording = {
  intro: {
    id: 'Surel kepada orang-orang ini tidak sampai atau mereka tolak. Hubungi mereka atau penggantinya lewat telepon, lalu perbaiki alamatnya.',
    en: 'Mail to these people does not arrive, or they refuse it. Call them or who stands in, then correct the address.',
  },
  none: { id: 'Semua alamat terjangkau.', en: 'Everybody can be reached.' },
  bounced: { id: 'Surel terpental sejak', en: 'Mail bounces since' },
  complained: { id: 'Menandai surel kami sebagai spam sejak', en: 'Marked our mail as spam on' },
  call: { id: 'Hubungi', en: 'Call' },
  deputy: { id: 'wakil', en: 'deputy' },
  office: { id: 'Kantor', en: 'Main number of' },
  noPhone: { id: 'telepon belum tercatat', en: 'no telephone on record' },
  seeMail: { id: 'Lihat surelnya', en: 'See that mail' },
  newAddress: { id: 'Alamat surel yang benar', en: 'The right address' },
  invalid: {
    id: 'Tulis alamat surel lengkap, misalnya operator@dinas.go.id.',
    en: 'Give a whole address, e.g. operator@dinas.go.id.',
  },
  save: { id: 'Simpan alamat', en: 'Save the address' },
  works: { id: 'Alamat ini sudah berfungsi lagi', en: 'This address works again' },
  repaired: { id: 'Alamat diperbaiki untuk', en: 'The address was corrected for' },
  next: {
    id: 'Lihat surel yang belum sampai dan kirim lagi',
    en: 'See the mails that did not arrive, and send them again',
  },
  fresh: {
    id: 'Demi keamanan, Anda diminta memasukkan kode baru bila masuk lebih dari 15 menit lalu.',
    en: 'For safety you are asked for a new code when you signed in more than 15 minutes ago.',
  },
} satisfies Record<string, Wording>
