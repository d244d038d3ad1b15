/** What is done on the pages of those who see the whole region: four lines each. */
import type { Help } from './help-lines.ts'

export const helpRegion: Help = {
  '/rekap': [
    {
      id: 'Setiap baris satu perangkat daerah, setiap kolom satu formulir.',
      en: 'Each row is an agency, each column a form.',
    },
    {
      id: 'Warna dan tulisan menyebut status; klik kotak untuk membuka kirimannya.',
      en: 'Colour and words say how it stands; click a box to open the submission.',
    },
    {
      id: 'Saring menurut status, atau buka satu perangkat daerah di ponsel.',
      en: 'Filter by status, or open one agency on a phone.',
    },
    {
      id: 'Grafik menunjukkan laju yang masih diperlukan sampai tenggat.',
      en: 'The chart shows the pace that is still needed.',
    },
  ],
  '/rekap/hubungi': [
    {
      id: 'Paling banyak lima telepon sehari, yang paling bermanfaat di atas.',
      en: 'At most five calls a day, the most useful on top.',
    },
    {
      id: 'Telepon, atau buka WhatsApp dengan pesan yang sudah disiapkan.',
      en: 'Call, or open WhatsApp with a message that is ready.',
    },
    {
      id: 'Catat siapa yang dihubungi; ia beristirahat dua hari kerja.',
      en: 'Note who was called; that one rests for two working days.',
    },
    { id: 'Catatan itu ikut dihitung dalam rekap berikutnya.', en: 'The note counts in the next digest.' },
  ],
  '/rekap/jendela': [
    {
      id: 'Di sini jendela penginputan diperpanjang, dibuka kembali, atau ditutup.',
      en: 'Entry windows are extended, re-opened or closed here.',
    },
    {
      id: 'Pilih perangkat daerah, tanggal, dan alasan; dampaknya tampil sebelum disimpan.',
      en: 'Choose agencies, a date and a reason; the effect is shown before saving.',
    },
    {
      id: 'Permintaan tambahan waktu diputuskan di halaman ini juga.',
      en: 'Requests for more time are decided here too.',
    },
    {
      id: 'Setiap keputusan dicatat dan diberitahukan melalui surel.',
      en: 'Each decision is recorded and told by e-mail.',
    },
  ],
  '/rekap/linimasa': [
    {
      id: 'Semua yang terjadi dalam putaran ini, yang terbaru di atas.',
      en: 'All that happened in this round, the newest on top.',
    },
    {
      id: 'Kiriman, keputusan, tenggat, surel, dan telepon ada di sini.',
      en: 'Submissions, decisions, dates, mails and calls stand here.',
    },
    { id: 'Saring menurut perangkat daerah atau jenisnya.', en: 'Filter by agency or by kind.' },
    { id: 'Klik baris untuk membuka kiriman atau surelnya.', en: 'Click a line to open the submission or the mail.' },
  ],
  '/reviu': [
    {
      id: 'Kiriman yang menunggu keputusan, yang paling lama menunggu di atas.',
      en: 'Submissions that wait for a decision, the longest waiting first.',
    },
    {
      id: 'Buka satu, baca temuan dan perubahannya, lalu putuskan.',
      en: 'Open one, read its findings and changes, then decide.',
    },
    {
      id: 'Beberapa kiriman tanpa temuan dapat disetujui sekaligus.',
      en: 'Several without findings can be accepted at once.',
    },
    { id: 'Catatan internal hanya dibaca koordinator.', en: 'Internal notes are read by coordinators only.' },
  ],
  '/surat': [
    {
      id: 'Semua surel putaran ini: kepada siapa, kapan, dan sampai atau tidak.',
      en: 'All mails of this round: to whom, when, and whether they arrived.',
    },
    { id: 'Saring menurut jenis, keadaan, atau perangkat daerah.', en: 'Filter by kind, state or agency.' },
    { id: 'Buka satu surel untuk membaca mengapa ia dikirim.', en: 'Open a mail to read why it was sent.' },
    {
      id: 'Tab lain menunjukkan rencana surel dan alamat yang tidak terjangkau.',
      en: 'Other tabs show mails to come and addresses that cannot be reached.',
    },
  ],
  '/surat/rencana': [
    {
      id: 'Surel yang akan keluar bila tidak ada yang berubah, menurut hari.',
      en: 'Mails that will go if nothing changes, by day.',
    },
    {
      id: 'Coba tanggal lain untuk melihat bedanya sebelum mengubah apa pun.',
      en: 'Try another date to see the difference before changing anything.',
    },
    { id: 'Pilih satu perangkat daerah untuk melihat surelnya saja.', en: 'Choose an agency to see only its mails.' },
    { id: 'Isi setiap surel dapat dibaca lebih dulu.', en: 'Each mail can be read beforehand.' },
  ],
  '/surat/ingatkan': [
    {
      id: 'Kirim pengingat sekarang kepada perangkat daerah yang Anda pilih.',
      en: 'Send a reminder now to the agencies you choose.',
    },
    {
      id: 'Kata pengantar Anda ditulis di awal surel, dengan nama Anda.',
      en: 'Your words stand at the head of the mail, with your name.',
    },
    { id: 'Sebelum dikirim tampak siapa menerima apa.', en: 'Before sending you see who gets what.' },
    {
      id: 'Yang baru saja diingatkan dilewati, kecuali Anda memintanya dengan alasan.',
      en: 'Who was just reminded is left out, unless you ask for it with a reason.',
    },
  ],
  '/surat/tidak-terjangkau': [
    { id: 'Orang yang surelnya terpental atau ditolak.', en: 'People whose mail bounces or is refused.' },
    {
      id: 'Telepon orang itu atau wakilnya, lalu perbaiki alamatnya.',
      en: 'Call the person or the deputy, then correct the address.',
    },
    {
      id: 'Setelah alamat benar, surel yang tertahan dapat dikirim lagi.',
      en: 'Once the address is right, held mails can be sent again.',
    },
    { id: 'Tanpa perbaikan, pengingat kepada mereka tidak keluar.', en: 'Until then no reminders go to them.' },
  ],
  '/surat/:nid': [
    {
      id: 'Halaman ini menjelaskan satu surel: mengapa dibuat dan apa nasibnya.',
      en: 'This page explains one mail: why it was made and what became of it.',
    },
    {
      id: 'Riwayatnya menyebut setiap percobaan dan kabar dari server penerima.',
      en: 'Its history names each attempt and what the recipient’s server said.',
    },
    {
      id: 'Surel yang tidak sampai dapat dikirim lagi bila alasannya masih ada.',
      en: 'A mail that did not arrive can be sent again while its reason holds.',
    },
    { id: 'Nomor surel ada di kaki setiap surel.', en: 'The number stands in the foot of each mail.' },
  ],
  '/hasil': [
    {
      id: 'Angka putaran ini dapat dilihat dahulu, lalu diunduh.',
      en: 'Look at the figures of this round first, then download them.',
    },
    {
      id: 'Buku kerja berisi semua formulir; CSV untuk program lain.',
      en: 'The workbook holds all forms; CSV is for other programs.',
    },
    { id: 'Lembar Pra Musrenbang tersedia per kecamatan.', en: 'Papers for the Pra Musrenbang are made by kecamatan.' },
    {
      id: 'Semua angka dari kiriman terakhir; draf tidak dihitung.',
      en: 'All figures come from the last submissions; drafts do not count.',
    },
  ],
  '/hasil/kota': [
    {
      id: 'Temuan yang baru terlihat bila semua perangkat daerah dibandingkan.',
      en: 'Findings that show only when all agencies are compared.',
    },
    {
      id: 'Jelaskan atau sisihkan dengan alasan; nama Anda dicatat.',
      en: 'Explain or set aside with a reason; your name is recorded.',
    },
    { id: 'Setiap baris membawa ke kiriman asalnya.', en: 'Each line leads to its submission.' },
    {
      id: 'Hitungan anggaran kota memisahkan APBD dari dana lain.',
      en: 'The city’s totals keep its budget apart from other money.',
    },
  ],
  '/hasil/kecamatan/:district': [
    {
      id: 'Satu lembar tentang satu kecamatan untuk Pra Musrenbang.',
      en: 'One sheet about a kecamatan for the Pra Musrenbang.',
    },
    { id: 'Setiap angka menyebut periode dan sumbernya.', en: 'Each figure names its period and source.' },
    { id: 'Cetak di A4 atau F4 sesuai setelan daerah.', en: 'Print on A4 or F4 as the region has set.' },
    { id: 'Kelurahan yang belum terisi disebut namanya.', en: 'Kelurahan without data are named.' },
  ],
}
