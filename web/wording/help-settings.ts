/** What is done on the pages of settings: four lines each. */
import type { Help } from './help-lines.ts'

export const helpSettings: Help = {
  '/pengaturan': [
    { id: 'Semua yang dapat Anda atur tanpa pengembang.', en: 'All that you can set up without a developer.' },
    {
      id: 'Mulai dari orang dan perangkat daerah, lalu kalender, lalu putaran.',
      en: 'Begin with people and agencies, then the calendar, then a round.',
    },
    { id: 'Setiap perubahan dicatat dengan nama dan waktunya.', en: 'Each change is recorded with name and time.' },
    { id: 'Dampak pada surel tampil sebelum disimpan.', en: 'The effect on mails is shown before saving.' },
  ],
  '/pengaturan/persiapan': [
    {
      id: 'Langkah-langkah sampai putaran pertama dibuka, dalam urutan bebas.',
      en: 'The steps to the first opened round, in any order.',
    },
    { id: 'Yang selesai dibaca dari data; tidak ada yang dicentang.', en: 'What is done is read from your data.' },
    {
      id: 'Boleh berhenti kapan saja; semuanya tersimpan di halaman masing-masing.',
      en: 'Stop whenever you like; each page keeps what you saved.',
    },
    {
      id: 'Perangkat daerah baru mendapat surel setelah putaran dibuka.',
      en: 'Agencies get mail only once the round is opened.',
    },
  ],
  '/pengaturan/uji-surel': [
    { id: 'Kirim surel uji ke alamat Anda sendiri.', en: 'Send a test mail to your own address.' },
    { id: 'Halaman ini menyebut apa yang terjadi dengannya.', en: 'This page tells what becomes of it.' },
    {
      id: '“Sampai” berarti server penerima menerimanya; periksa juga folder spam.',
      en: '“Delivered” means that the receiving server took it; look in the spam folder too.',
    },
    {
      id: 'Bila terpental, alasannya disebut di sini.',
      en: 'If it bounces, the reason is told here.',
    },
  ],
  '/pengaturan/direktori': [
    {
      id: 'Perangkat daerah dan orang dalam satu buku kerja, atau satu per satu.',
      en: 'Agencies and people in one workbook, or one by one.',
    },
    {
      id: 'Unduh buku kerja, isi di Excel, lalu unggah kembali.',
      en: 'Download it, fill it in with Excel, upload it.',
    },
    {
      id: 'Yang keliru disebut menurut selnya; belum ada yang tersimpan.',
      en: 'What is wrong is named by cell; nothing is saved yet.',
    },
    { id: 'Baru setelah Anda menyimpan, perubahan berlaku.', en: 'Changes hold once you save them.' },
  ],
  '/putaran-baru': [
    { id: 'Buat putaran sebagai draf; belum ada surel yang keluar.', en: 'Make a round as a draft; no mail goes yet.' },
    {
      id: 'Isi nama, tanggal, dan formulir; contohnya dari putaran sebelumnya.',
      en: 'Give it a name, dates and forms, as in the round before.',
    },
    {
      id: 'Coba dahulu sebagai latihan dengan jamnya sendiri.',
      en: 'Try it first as a rehearsal with a clock of its own.',
    },
    { id: 'Putaran berlaku setelah Anda membukanya.', en: 'It counts once you open it.' },
  ],
  '/pengaturan/putaran': [
    { id: 'Semua putaran, terbaru di atas, dengan tanggalnya.', en: 'All rounds, newest first, with their dates.' },
    {
      id: 'Buka satu untuk mengubah nama, tanggal, surel, dan penugasan.',
      en: 'Open one to change names, dates, mails and assignments.',
    },
    { id: 'Salin ke latihan untuk mencobanya tanpa akibat.', en: 'Copy it into a rehearsal to try it without effect.' },
    { id: 'Latihan yang selesai dapat disingkirkan dari daftar.', en: 'Rehearsals that are over can be put away.' },
  ],
  '/pengaturan/putaran/:round': [
    {
      id: 'Di sini nama, tanggal, surel, dan penugasan satu putaran diubah.',
      en: 'Name, dates, mails and assignments of a round are changed here.',
    },
    {
      id: 'Buka bagian yang ingin diubah; ringkasannya tampak di barisnya.',
      en: 'Open the part to be changed; its row tells what stands.',
    },
    {
      id: 'Sebelum disimpan tampak surel mana yang bertambah atau tidak jadi.',
      en: 'Before saving you see which mails are added or fall away.',
    },
    { id: 'Riwayat di bawah menyebut siapa mengubah apa.', en: 'The history below says who changed what.' },
  ],
  '/pengaturan/putaran/:round/penugasan': [
    {
      id: 'Unduh penugasan sebagai lembar Excel: baris perangkat daerah, kolom formulir.',
      en: 'Download assignments as a sheet: rows agencies, columns forms.',
    },
    { id: 'Tulis Ya di tempat yang ditugaskan, lalu unggah.', en: 'Write Yes where assigned, then upload.' },
    { id: 'Perubahannya tampak sebelum disimpan.', en: 'You see the changes before saving.' },
    {
      id: 'Formulir yang sudah mulai diisi tidak dapat dicabut.',
      en: 'A form that has been begun cannot be taken away.',
    },
  ],
  '/pengaturan/putaran/:round/versi': [
    { id: 'Pindahkan formulir yang sedang berjalan ke versi lain.', en: 'Move a running form to another version.' },
    {
      id: 'Yang sudah diisi ikut terbawa; yang tidak punya tempat disebut.',
      en: 'Answers are carried along; what has no place is named.',
    },
    { id: 'Lihat dampaknya per perangkat daerah sebelum menyimpan.', en: 'See the effect by agency before saving.' },
    { id: 'Perangkat daerah diberi tahu melalui surel.', en: 'Agencies are told by e-mail.' },
  ],
  '/pengaturan/perangkat-daerah': [
    { id: 'Daftar perangkat daerah dengan jumlah orangnya.', en: 'The agencies, with how many people each has.' },
    {
      id: 'Buka satu untuk mengubah nama, telepon, atau hari kerjanya.',
      en: 'Open one to change name, telephone or working week.',
    },
    { id: 'Banyak sekaligus? Gunakan Excel.', en: 'Many at once? Use Excel.' },
    {
      id: 'Yang tidak dipakai lagi ditandai; putaran lama tetap utuh.',
      en: 'What is no longer in use is marked; old rounds stay whole.',
    },
  ],
  '/pengaturan/perangkat-daerah/:agency': [
    { id: 'Data satu perangkat daerah.', en: 'The data of one agency.' },
    { id: 'Hari kerja menentukan tanggal pengingat.', en: 'Its working week decides when reminders come.' },
    {
      id: 'Nama baru berlaku untuk surel berikutnya; kiriman lama menyebut nama lama.',
      en: 'A new name holds for mails to come; old submissions keep the old one.',
    },
    { id: 'Riwayat di bawah menyebut siapa mengubah apa.', en: 'The history below says who changed what.' },
  ],
  '/pengaturan/formulir': [
    {
      id: 'Formulir yang dapat ditugaskan, dengan semua versinya.',
      en: 'Forms that can be assigned, with all versions.',
    },
    { id: 'Unggah XLSForm untuk membuat formulir sendiri.', en: 'Upload an XLSForm to make a form of your own.' },
    {
      id: 'Coba isi dahulu; yang perlu diperbaiki disebut menurut sel.',
      en: 'Try it first; what is to be mended is named by cell.',
    },
    { id: 'Versi yang diterbitkan tidak berubah lagi.', en: 'A published version never changes.' },
  ],
  '/pengaturan/orang': [
    {
      id: 'Semua orang yang dapat masuk, dengan peran dan alamatnya.',
      en: 'Everybody who can sign in, with role and address.',
    },
    { id: 'Cari menurut nama, alamat, atau perangkat daerah.', en: 'Find by name, address or agency.' },
    {
      id: 'Banyak sekaligus? Gunakan Excel; siapa berubah apa tampak dahulu.',
      en: 'Many at once? Use Excel; who changes how is shown first.',
    },
    { id: 'Yang pindah dinonaktifkan, bukan dihapus.', en: 'Who leaves is deactivated, not deleted.' },
  ],
  '/pengaturan/orang/:person': [
    {
      id: 'Data satu orang: nama, alamat, peran, dan perangkat daerahnya.',
      en: 'The data of one person: name, address, role and agencies.',
    },
    {
      id: 'Alamat atau peran berubah: orang itu harus masuk lagi.',
      en: 'When address or role change, the person signs in again.',
    },
    {
      id: 'Tindakan segera mengeluarkan atau menonaktifkan saat itu juga.',
      en: 'Acts at once sign out or deactivate on the spot.',
    },
    {
      id: 'Wakil dihubungi bila orang ini tidak terjangkau.',
      en: 'The deputy is called when this person cannot be reached.',
    },
  ],
  '/pengaturan/kalender': [
    {
      id: 'Hari libur daerah menentukan hari kerja dan tanggal pengingat.',
      en: 'The region’s holidays decide working days and reminders.',
    },
    { id: 'Tambah cuti bersama begitu diumumkan.', en: 'Add joint leave as soon as it is announced.' },
    { id: 'Dampak pada surel tampil sebelum disimpan.', en: 'The effect on mails is shown before saving.' },
    { id: 'Tahun tanpa hari libur diperingatkan.', en: 'A year without holidays is pointed out.' },
  ],
  '/acuan': [
    {
      id: 'Daftar acuan yang dipakai formulir: kelurahan, sub kegiatan, sumber dana.',
      en: 'Lists that forms use: kelurahan, sub-activities, funds.',
    },
    {
      id: 'Unduh, ubah di Excel, unggah; perubahannya tampak dahulu.',
      en: 'Download, change in Excel, upload; changes are shown first.',
    },
    {
      id: 'Daftar yang kosong mematikan pemeriksaan yang membutuhkannya.',
      en: 'An empty list switches off the checks that need it.',
    },
    { id: 'Versi lama tetap berlaku untuk kiriman lama.', en: 'Old versions stay with old submissions.' },
  ],
  '/pengaturan/daerah': [
    {
      id: 'Nama daerah, alamat balasan, telepon bantuan, logo, dan warna.',
      en: 'Name, reply address, help telephone, logo and colours.',
    },
    {
      id: 'Warna yang sulit dibaca ditolak dengan alasannya.',
      en: 'Colours that are hard to read are refused with the reason.',
    },
    { id: 'Ukuran kertas berlaku untuk semua cetakan.', en: 'The paper size holds for all prints.' },
    { id: 'Masa simpan data orang diatur di sini.', en: 'How long data about people are kept is set here.' },
  ],
  '/pengaturan/unduhan': [
    {
      id: 'Siapa membuka atau mengunduh data orang, dan kapan.',
      en: 'Who opened or downloaded data about people, and when.',
    },
    { id: 'Saring menurut orang atau putaran.', en: 'Filter by person or round.' },
    { id: 'Catatan ini tidak dapat diubah.', en: 'This record cannot be changed.' },
    { id: 'Tanyakan kepada orangnya bila ada yang tidak wajar.', en: 'Ask the person when something looks odd.' },
  ],
  '/pengaturan/sipd': [
    {
      id: 'Muat anggaran dari berkas SIPD; berkasnya dibaca di komputer Anda.',
      en: 'Load budgets from SIPD files; they are read on your computer.',
    },
    { id: 'Cocokkan unit dan sumber dana sekali saja.', en: 'Match units and funds once.' },
    {
      id: 'Operator lalu dapat mengisi formulir dari anggaran itu.',
      en: 'Operators can then fill forms from that budget.',
    },
    {
      id: 'Tahap berikutnya dibandingkan dengan yang sebelumnya.',
      en: 'A later stage is compared with the one before.',
    },
  ],
  '/pengaturan/sipd/:year/:stage/:number': [
    {
      id: 'Satu berkas SIPD yang dimuat: unit, baris, dan jumlahnya.',
      en: 'One SIPD file as loaded: units, rows and sums.',
    },
    { id: 'Bandingkan dengan tahap sebelumnya.', en: 'Compare it with the stage before.' },
    {
      id: 'Baris tanpa perangkat daerah dicocokkan di halaman SIPD.',
      en: 'Rows without an agency are matched on the SIPD page.',
    },
    { id: 'Berkas yang lebih baru menggantikannya.', en: 'A newer file replaces it.' },
  ],
}
