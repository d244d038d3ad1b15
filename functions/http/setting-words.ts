/** What a coordinator reads beside a field that cannot be so: what is wrong, and what to do. */
import type { SettingError } from '../domain/refusal.ts'
import type { SettingReason } from '../schema/setting-reason.ts'
import type { Wording } from '../schema/wording.ts'

type Words = (named: string) => Wording
const fixed =
  (id: string, en: string): Words =>
  () => ({ id, en })

const sentences: Record<SettingReason, Words> = {
  required: fixed('Bagian ini wajib diisi.', 'This is required.'),
  'hidden-character': fixed(
    'Bagian ini memuat ganti baris atau karakter yang tidak tampak. Ketik ulang dalam satu baris.',
    'This holds a line break or a character that cannot be seen. Type it again on one line.',
  ),
  'id-shape': fixed(
    'Kode hanya boleh berisi huruf, angka, dan tanda hubung, paling banyak 64 karakter, misalnya dinas-sosial.',
    'A code may hold letters, digits and hyphens only, at most 64 characters, such as dinas-sosial.',
  ),
  'id-taken': (named) => ({
    id: `Kode ${named} sudah dipakai. Pilih kode lain.`,
    en: `The code ${named} is in use. Choose another.`,
  }),
  'id-reserved': fixed(
    'Kode yang dimulai dengan latihan- hanya untuk putaran latihan. Pilih kode lain.',
    'Codes that begin with latihan- are for rehearsal rounds only. Choose another.',
  ),
  'id-fixed': (named) => ({
    id: `Kode ini tidak dapat diubah; tulis kembali ${named}. Untuk menambah, isi baris baru di bawah.`,
    en: `This code cannot change; write ${named} again. To add somebody or something, use a new row.`,
  }),
  'impossible-date': fixed(
    'Tanggal ini tidak ada di kalender. Tulis seperti 2026-02-13.',
    'The calendar has no such date. Write it like 2026-02-13.',
  ),
  'impossible-time': fixed('Jam ditulis seperti 08:00 sampai 23:59.', 'Write the time like 08:00, up to 23:59.'),
  'impossible-year': fixed(
    'Tahun anggaran harus antara 2000 dan 2100.',
    'The fiscal year must lie between 2000 and 2100.',
  ),
  'overdue-days': fixed('Isi angka 1 sampai 20.', 'Enter a number from 1 to 20.'),
  'reminder-days': fixed(
    'Hari pengingat adalah angka 1 sampai 60 hari kerja, masing-masing satu kali.',
    'Reminder days are numbers from 1 to 60 working days, each once.',
  ),
  'digest-days': fixed('Tulis angka 0 sampai 60 hari kerja.', 'Give a number of working days from 0 to 60.'),
  'not-a-percentage': fixed('Tulis angka 0 sampai 100 persen.', 'Give a percentage from 0 to 100.'),
  'target-before-opening': fixed(
    'Target penyelesaian tidak boleh sebelum tanggal dibuka.',
    'The target date may not be before the opening.',
  ),
  'final-before-target': fixed(
    'Batas akhir tidak boleh sebelum target penyelesaian.',
    'The final deadline may not be before the target date.',
  ),
  'round-too-long': fixed(
    'Satu putaran paling lama 400 hari sejak dibuka; periksa tahunnya.',
    'A round lasts at most 400 days from its opening; check the year.',
  ),
  'final-in-the-past': fixed('Batas akhir ini sudah lewat.', 'This final deadline has passed.'),
  'opening-has-passed': fixed(
    'Putaran ini sudah dibuka, jadi waktu dibuka tidak dapat diubah lagi.',
    'The round has opened; its opening can no longer change.',
  ),
  'dates-move-by-window': fixed(
    'Setelah putaran dibuka, tanggal hanya diubah lewat perpanjangan, koreksi, atau penutupan, supaya riwayatnya utuh dan perangkat daerah diberi tahu.',
    'Once the round has opened, dates move only by an extension, a correction or a closing, so that the history stays whole and agencies are told.',
  ),
  'nothing-assigned': fixed(
    'Tugaskan paling sedikit satu formulir kepada satu perangkat daerah.',
    'Assign at least one form to one agency.',
  ),
  'unknown-agency': (named) => ({
    id: `Perangkat daerah ini tidak dikenal: ${named}.`,
    en: `This agency is not known: ${named}.`,
  }),
  'agency-out-of-use': (named) => ({
    id: `${named} tidak dipakai lagi, jadi tidak mendapat tugas baru.`,
    en: `${named} is no longer in use and gets no new work.`,
  }),
  'unknown-form': (named) => ({ id: `Formulir ini tidak dikenal: ${named}.`, en: `This form is not known: ${named}.` }),
  'assigned-twice': (named) => ({ id: `Ditugaskan dua kali: ${named}.`, en: `Assigned twice: ${named}.` }),
  'work-begun': (named) => ({
    id: `${named} sudah mulai diisi, jadi tidak dapat dicabut.`,
    en: `${named} has been begun; it cannot be taken away.`,
  }),
  'version-by-move': (named) => ({
    id: `Versi ${named} dipindahkan di halaman "Versi formulir", supaya isian yang sudah ada dibawa serta dan operator diberi tahu.`,
    en: `The version of ${named} is moved on the page "Form versions", so that what was answered is carried along and operators are told.`,
  }),
  'nothing-to-move': fixed(
    'Semua yang dipilih sudah memakai versi ini.',
    'All that were chosen are on this version already.',
  ),
  'sent-on-version': (named) => ({
    id: `Sudah ada yang mengirim dengan versi sekarang (${named}), jadi tidak dapat kembali. Pindahkan ke versi baru, atau pilih perangkat daerah lain.`,
    en: `Somebody has sent in the present version (${named}), so there is no way back. Move to a newer version, or choose other agencies.`,
  }),
  'mapping-unknown': (named) => ({
    id: `Pertanyaan ini tidak ada di kedua versi: ${named}.`,
    en: `This question is not in both versions: ${named}.`,
  }),
  'mapping-type': (named) => ({
    id: `Jenis jawabannya berbeda, jadi isian lama tidak dapat dipindahkan: ${named}.`,
    en: `The type of answer differs, so what was answered cannot be carried over: ${named}.`,
  }),
  'move-while-draft': fixed(
    'Putaran ini belum dibuka. Pilih versinya pada daftar penugasan; belum ada isian yang perlu dipindahkan.',
    'This round is not open yet. Choose the version in the table of assignments; there is nothing to carry over.',
  ),
  'not-an-address': fixed(
    'Ini bukan alamat surel yang sah. Contoh: operator@dinas.go.id.',
    'This is not a valid e-mail address. Example: operator@dinas.go.id.',
  ),
  'address-taken': (named) => ({
    id: `Alamat ${named} sudah dipakai orang lain. Setiap orang memerlukan alamat sendiri.`,
    en: `Somebody else has the address ${named}. Everybody needs an address of their own.`,
  }),
  'unknown-person': fixed(
    'Orang ini tidak dikenal atau sudah dinonaktifkan.',
    'This person is unknown or was deactivated.',
  ),
  'own-deputy': fixed('Seseorang tidak dapat menjadi wakilnya sendiri.', 'Nobody can be their own deputy.'),
  'person-enabled': fixed(
    'Orang ini masih aktif; nonaktifkan dahulu, baru datanya dihapus.',
    'This person is still active; deactivate them first, then erase their data.',
  ),
  'last-coordinator': fixed(
    'Ini koordinator aktif yang terakhir. Tambahkan koordinator lain lebih dahulu.',
    'This is the last active coordinator. Add another one first.',
  ),
  'holiday-twice': (named) => ({ id: `Tanggal ${named} tertulis dua kali.`, en: `The date ${named} is there twice.` }),
  'not-a-colour': fixed('Warna ditulis seperti #0f3d66.', 'Write a colour like #0f3d66.'),
  'contrast-too-low': (named) => ({
    id: `Warna ini terlalu terang: kontrasnya dengan putih ${named} banding 1, paling sedikit harus 4,5. Pilih warna yang lebih gelap.`,
    en: `This colour is too light: its contrast with white is ${named} to 1 and must be at least 4.5. Choose a darker one.`,
  }),
  'form-has-flaws': fixed(
    'Masih ada bagian berkas yang belum dapat dipakai. Perbaiki yang bertanda, lalu unggah lagi.',
    'Parts of the file cannot be used yet. Correct what is marked and upload it again.',
  ),
  'form-unchanged': fixed(
    'Berkas ini sama dengan versi yang sudah terbit.',
    'This file says the same as the version that is published.',
  ),
  'checks-too-many': (most) => ({
    id: `Satu formulir paling banyak memiliki ${most} pemeriksaan tambahan.`,
    en: `A form may have at most ${most} further checks.`,
  }),
  'check-twice': fixed('Pemeriksaan ini sudah ada di atas.', 'This check is there already, above.'),
  'check-nothing-chosen': fixed('Pilih paling sedikit satu pertanyaan.', 'Choose at least one question.'),
  'check-unknown-question': (named) => ({
    id: `Pertanyaan ${named} tidak ada di versi terbaru formulir ini. Pilih yang lain, atau hapus pemeriksaan ini.`,
    en: `The question ${named} is not in the newest version of this form. Choose another, or remove this check.`,
  }),
  'check-not-a-number': (named) => ({
    id: `"${named}" tidak dijawab dengan angka.`,
    en: `"${named}" is not answered by a number.`,
  }),
  'check-header-alone': fixed(
    'Isian di luar tabel hanya ada satu per perangkat daerah, jadi hanya dapat dibandingkan dengan perangkat daerah lain. Centang "Juga pada perangkat daerah lain".',
    'What stands in no table is there once an agency, so it can only be compared with other agencies. Tick "With other agencies too".',
  ),
  'check-part-twice': fixed(
    'Jumlah tidak boleh memuat dirinya sendiri atau satu bagian dua kali.',
    'A total may hold neither itself nor one part twice.',
  ),
  'check-percent': fixed('Isi persen dari 1 sampai 100.000.', 'Enter a percentage from 1 to 100,000.'),
  'check-factor': fixed('Isi kelipatan dari 1,1 sampai 10.000.', 'Enter a factor from 1.1 to 10,000.'),
  'check-least': fixed('Isi angka 0 atau lebih.', 'Enter a number from 0.'),
  'not-an-image': fixed(
    'Berkas ini bukan gambar PNG atau JPEG yang utuh.',
    'This file is not a whole PNG or JPEG image.',
  ),
  'image-too-large': fixed(
    'Gambar ini lebih besar dari 64 KB. Perkecil lebih dahulu.',
    'The image is over 64 KB. Make it smaller.',
  ),
  'image-measures': fixed(
    'Sisi gambar harus antara 32 dan 1.024 piksel.',
    'Each side of the image must have 32 to 1,024 pixels.',
  ),
}

/** The sentence for one error. */
export function settingWords({ reason, named }: SettingError): Wording {
  return sentences[reason](named ?? '')
}
