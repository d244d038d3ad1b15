/** Words of the guide that leads a new region to its first round. */
import type { SetUpStep } from '../../functions/schema/set-up.ts'
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const setUpWording = {
  title: w('Persiapan daerah', 'Setting up the region'),
  about: w('Langkah demi langkah sampai putaran pertama dibuka.', 'Step by step to the first opened round.'),
  lead: w(
    'Ikuti langkah-langkah ini sampai putaran pertama dibuka. Urutannya bebas, boleh berhenti kapan saja, dan tiap langkah dapat diulang. Yang selesai dibaca dari data daerah Anda; tidak ada yang perlu dicentang.',
    'These steps lead to the first opened round. Take them in any order, stop whenever you like, repeat each. What is done is read from your region’s data; nothing needs to be ticked off.',
  ),
  opened: w(
    'Putaran pertama sudah dibuka. Halaman ini tetap ada di Pengaturan.',
    'The first round is open. This page stays in the settings.',
  ),
  next: w('Langkah berikutnya', 'The next step'),
  steps: w('Semua langkah', 'All steps'),
  done: w('Selesai', 'Done'),
  open: w('Belum', 'To do'),
  later: w('Belum dapat dimulai', 'Cannot start yet'),
  toBoard: w('Lihat rekap', 'See the board'),
  count: (done: number, all: number) => w(`${done} dari ${all} langkah selesai`, `${done} of ${all} steps done`),
}

export const stepTitles: Record<SetUpStep, Wording> = {
  look: w('Nama, logo, dan bantuan', 'Name, logo and help line'),
  directory: w('Perangkat daerah dan orang', 'Agencies and people'),
  forms: w('Formulir', 'Forms'),
  calendar: w('Kalender kerja', 'Working calendar'),
  round: w('Putaran pertama dan tanggalnya', 'The first round and its dates'),
  matrix: w('Penugasan', 'Assignments'),
  mail: w('Surel uji', 'Test mail'),
  rehearsal: w('Latihan dua menit', 'Rehearsal in two minutes'),
  opening: w('Buka putaran', 'Open the round'),
}

/** What stands, or what to do: one line a step, made of the facts. */
export const stepFacts = {
  look: ({ name, phone, zone, replyTo }: Record<'name' | 'phone' | 'zone' | 'replyTo', string>) =>
    w(
      `${name}, zona waktu ${zone}. Telepon bantuan ${phone}, surel ${replyTo}.`,
      `${name}, time zone ${zone}. Help telephone ${phone}, address ${replyTo}.`,
    ),
  lookToDo: w('Periksa, lalu simpan.', 'Check it and save.'),
  directory: (agencies: number, people: number) =>
    w(`${agencies} perangkat daerah, ${people} orang.`, `${agencies} agencies, ${people} people.`),
  withoutPeople: (names: string, more: number) =>
    w(
      `Belum ada operator: ${names}${more > 0 ? `, dan ${more} lainnya` : ''}.`,
      `Without an operator: ${names}${more > 0 ? `, and ${more} more` : ''}.`,
    ),
  forms: (known: number, own: number) =>
    own > 0
      ? w(
          `${known} formulir siap dipakai, ${own} di antaranya buatan sendiri.`,
          `${known} forms ready, ${own} of them your own.`,
        )
      : w(
          `${known} formulir siap dipakai. Buat sendiri dengan XLSForm bila perlu.`,
          `${known} forms ready. Make your own as an XLSForm if you need one.`,
        ),
  calendar: w(
    'Libur nasional dan cuti bersama sudah ada. Tambahkan hari libur daerah.',
    'National holidays and joint leave are there. Add your own days.',
  ),
  noHolidays: (years: string) => w(`Hari libur ${years} belum lengkap.`, `The holidays of ${years} are not complete.`),
  noRound: w(
    'Beri nama, tanggal buka, target, dan batas akhir. Hari libur terlihat saat memilih.',
    'A name, opening, target and final date. Holidays are told while you choose.',
  ),
  round: (title: string, opens: string, closes: string) =>
    w(`${title}: dibuka ${opens}, batas akhir ${closes}.`, `${title}: opens ${opens}, final deadline ${closes}.`),
  noMatrix: w(
    'Siapa mengisi formulir yang mana, dengan centang atau buku kerja.',
    'Who fills in which form, by ticks or by workbook.',
  ),
  matrix: (forms: number, agencies: number) =>
    w(`${forms} formulir untuk ${agencies} perangkat daerah.`, `${forms} forms for ${agencies} agencies.`),
  mail: w('Kirim surel kepada diri sendiri dan lihat apakah sampai.', 'Mail yourself and see whether it arrives.'),
  mailDone: w('Surel uji sudah diterima layanan surel atau sampai.', 'A test mail was taken or delivered.'),
  rehearsal: w(
    'Jalankan salinan putaran dengan jamnya sendiri; tidak ada surel yang benar-benar dikirim.',
    'Play a copy of the round with a clock of its own; nothing is really mailed.',
  ),
  opening: w('Lihat dahulu surel yang akan dikirim, lalu buka.', 'See which mails would go, then open.'),
  openingDone: w('Sudah dibuka.', 'It is open.'),
}

export const testMailWording = {
  title: stepTitles.mail,
  lead: (address: string) =>
    w(
      `Surel uji dikirim ke ${address} lewat jalan yang sama dengan semua surel Lengkap. Kabar pengirimannya muncul di sini.`,
      `The test mail goes to ${address} by the same way as all mails of Lengkap. What becomes of it appears here.`,
    ),
  send: w('Kirim surel uji', 'Send a test mail'),
  sendAgain: w('Kirim lagi', 'Send another'),
  last: w('Surel uji terakhir', 'The last test mail'),
  taken: w(
    'Layanan surel sudah menerimanya. Lewat relai SMTP tidak ada kabar lebih dari ini: periksa kotak masuk Anda.',
    'The mail service took it. An SMTP relay reports no more than that: look into your mailbox.',
  ),
  wrong: w(
    'Periksa alamat Anda dan layanan surel bersama pengelola sistem, lalu kirim lagi.',
    'Check your address and the mail service with whoever runs the system, then send another.',
  ),
}
