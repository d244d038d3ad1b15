/** What is done on the pages of those who enter data, and of everybody: four lines each. */
import type { Help } from './help-lines.ts'

export const helpAgency: Help = {
  '/masuk': [
    {
      id: 'Tulis alamat surel kantor yang didaftarkan Bappeda.',
      en: 'Write the office address that Bappeda has registered.',
    },
    {
      id: 'Kode delapan angka dikirim ke alamat itu; tidak ada kata sandi.',
      en: 'A code of eight digits is mailed to it; there is no password.',
    },
    {
      id: 'Bila kode tidak datang, periksa folder spam, lalu minta kode baru.',
      en: 'If no code comes, look into the spam folder, then ask for a new one.',
    },
    {
      id: 'Alamat belum terdaftar? Hubungi Bappeda melalui kontak di bawah.',
      en: 'Not registered? Contact Bappeda as given below.',
    },
  ],
  '/tugas': [
    {
      id: 'Setiap kartu satu formulir: status, tenggat, dan yang masih kurang.',
      en: 'Each card is a form: how it stands, its dates, what is missing.',
    },
    {
      id: 'Yang paling dekat tenggatnya ada di atas; tekan tombolnya untuk mengisi.',
      en: 'What is due first stands on top; press its button to fill it in.',
    },
    {
      id: 'Formulir yang dikembalikan menyebut catatan Bappeda yang harus dijawab.',
      en: 'A returned form names Bappeda’s comments to be answered.',
    },
    { id: 'Waktu kurang? Minta tambahan waktu di atas daftar.', en: 'Short of time? Ask for more above the list.' },
  ],
  '/putaran/:round/:agency/:form': [
    {
      id: 'Ketik seperti di lembar kerja; semuanya tersimpan sendiri, juga tanpa sambungan.',
      en: 'Type as in a spreadsheet; all is saved by itself, also without a connection.',
    },
    {
      id: 'Excel, data lama, SIPD, petunjuk, dan tenggat dibuka dari baris di atas isian.',
      en: 'Excel, earlier data, SIPD, instructions and dates open from the line above the data.',
    },
    {
      id: 'F8 atau tulisan di kaki halaman membawa Anda ke isian kurang berikutnya.',
      en: 'F8, or the words in the foot, lead to the next gap.',
    },
    {
      id: '"Periksa dan kirim" menunjukkan semuanya sekali lagi dan meminta pernyataan.',
      en: '“Check and submit” shows all once more and asks for the declaration.',
    },
  ],
  '/putaran/:round/:agency/:form/kiriman/:revision?': [
    {
      id: 'Inilah isi yang dikirim, menurut revisi; tanda terimanya di daftar revisi.',
      en: 'This is what was submitted, by revision; receipts stand with the revisions.',
    },
    {
      id: 'Tanda di sel berarti temuan, perubahan, atau catatan; klik untuk membukanya.',
      en: 'Marks in cells are findings, changes or comments; click to open them.',
    },
    {
      id: 'Koordinator menulis catatan di sel, lalu menyetujui atau mengembalikan.',
      en: 'The coordinator comments in cells, then accepts or returns.',
    },
    {
      id: 'Kiriman yang disetujui hanya dapat dibuka kembali oleh koordinator.',
      en: 'An accepted submission can be re-opened by the coordinator only.',
    },
  ],
  '/bukti/:number': [
    {
      id: 'Halaman ini membuktikan bahwa kiriman diterima, kapan, dan revisi berapa.',
      en: 'This page proves that a submission was received, when, and which revision.',
    },
    {
      id: 'Siapa pun yang memegang nomornya dapat memeriksanya; isinya tidak tampil.',
      en: 'Whoever holds the number can check it; the content is not shown.',
    },
    { id: 'Cetak satu lembar sebagai lampiran bila diminta.', en: 'Print one sheet as an attachment when asked.' },
    {
      id: 'Setelah mengirim, tombol di atas membawa ke formulir berikutnya.',
      en: 'After submitting, the button above leads to the next form.',
    },
  ],
  '/temuan': [
    {
      id: 'Hasil pemeriksaan otomatis, dikelompokkan menurut jenis dan perangkat daerah.',
      en: 'What the automatic checks found, by kind and agency.',
    },
    {
      id: 'Buka kelompok, lalu perbaiki datanya atau jelaskan mengapa sudah benar.',
      en: 'Open a group, then correct the data or explain why they are right.',
    },
    {
      id: 'Yang sudah dijelaskan terlipat dan tidak dihitung lagi.',
      en: 'What was explained is folded and counts no more.',
    },
    { id: 'Setiap baris membawa ke sel yang dimaksud.', en: 'Each line leads to its cell.' },
  ],
  '/kalender': [
    {
      id: 'Target, tenggat, dan pertemuan semua putaran Anda menurut tanggal.',
      en: 'Targets, deadlines and meetings of your rounds by date.',
    },
    {
      id: 'Pasang alamat kalendernya di ponsel atau Outlook; tanggal ikut berubah sendiri.',
      en: 'Put its address into your phone or Outlook; dates follow by themselves.',
    },
    { id: 'Alamat itu pribadi: jangan dibagikan.', en: 'The address is yours: do not share it.' },
    { id: 'Bila terlanjur dibagikan, buat alamat baru di halaman ini.', en: 'If it was shared, make a new one here.' },
  ],
  '/saya': [
    {
      id: 'Data Anda, bahasa, dan peramban tempat Anda masuk.',
      en: 'Your data, language, and the browsers you are signed in with.',
    },
    { id: 'Keluarkan peramban yang tidak Anda kenal.', en: 'Sign out browsers that you do not know.' },
    { id: 'Koordinator memilih jam rekap kelengkapan.', en: 'Coordinators choose the hour of the digest.' },
    {
      id: 'Nama atau alamat yang salah diperbaiki koordinator.',
      en: 'A wrong name or address is corrected by the coordinator.',
    },
  ],
  '/privasi': [
    { id: 'Data apa tentang orang yang disimpan, dan berapa lama.', en: 'What is kept about people, and how long.' },
    { id: 'Siapa yang dapat melihatnya.', en: 'Who can see it.' },
    { id: 'Kepada siapa Anda bertanya.', en: 'Whom to ask.' },
    {
      id: 'Nama atau NIK anak dan ibu tidak pernah diminta.',
      en: 'Names or numbers of children and mothers are never asked for.',
    },
  ],
  '/berhenti': [
    { id: 'Halaman ini menghentikan rekap kelengkapan untuk Anda.', en: 'This page stops the digest for you.' },
    { id: 'Baru berlaku setelah Anda menekan tombolnya.', en: 'It holds once you press the button.' },
    { id: 'Surel lain, misalnya keputusan, tetap datang.', en: 'Other mails, such as decisions, still come.' },
    { id: 'Menyalakannya lagi di halaman Saya.', en: 'Switch it on again on your own page.' },
  ],
  '/latihan/:round': [
    {
      id: 'Semua di sini latihan: tidak ada surel yang keluar dan tidak ada data yang berlaku.',
      en: 'All here is a rehearsal: no mail leaves and no data count.',
    },
    {
      id: 'Majukan jam untuk melihat pengingat, penutupan, dan laporan datang.',
      en: 'Move the clock to see reminders, closing and reports come.',
    },
    { id: 'Lihat sebagai operator, kepala, atau pemantau.', en: 'Look as an operator, a head or a viewer.' },
    {
      id: 'Keluar lewat tautan di bilah atas; latihan dapat disingkirkan di Pengaturan.',
      en: 'Leave by the link in the bar above; it can be put away under Settings.',
    },
  ],
}
