// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** What is said about each kind of flaw. Codes are stable. */
import { ruleFlaws } from './rule-flaw-words.ts'
import { note, type Said, stop } from './said.ts'

export const said = {
  'no-sheet': stop('Lembar "%" tidak ada.', 'There is no sheet "%".'),
  'sheet-not-used': note('Lembar "%" tidak dipakai di Lengkap.', 'The sheet "%" is not used in Lengkap.'),
  'no-column': stop('Kolom "%" tidak ada di baris judul lembar ini.', 'This sheet’s header row has no column "%".'),
  'column-twice': stop(
    'Dua kolom berarti sama ("%"); hapus salah satunya.',
    'Two columns mean the same ("%"); remove one of them.',
  ),
  'column-nameless': note(
    '"%" berada di kolom tanpa judul, jadi tidak dibaca.',
    '"%" stands in a column without a heading, so it is not read.',
  ),
  'cell-error': stop(
    'Sel ini berisi galat Excel; perbaiki rumusnya atau tulis isinya.',
    'This cell holds an Excel error; mend its formula or write what it should say.',
  ),
  'cell-formula': stop(
    'Rumus Excel di sel ini tidak punya hasil tersimpan; buka di Excel lalu simpan, atau tulis isinya.',
    'The Excel formula in this cell has no stored result; open and save it in Excel, or write what it should say.',
  ),
  'cell-date': stop(
    'Excel membaca sel ini sebagai tanggal (%); ubah format sel menjadi Teks lalu tulis ulang.',
    'Excel made this cell a date (%); set the cell to Text and write it again.',
  ),
  'type-not-supported': stop('Jenis "%" belum didukung.', 'The type "%" is not supported.'),
  'media-type': stop(
    'Jenis "%" tidak dapat diisi di sini; minta tautannya dengan jenis text dan appearance url.',
    'The type "%" cannot be answered here; ask for a link with type text and appearance url.',
  ),
  'place-type': stop(
    'Jenis "%" (lokasi) tidak dapat diisi di sini; minta nama tempat atau pilih kelurahan dari daftar.',
    'The type "%" (a place) cannot be answered here; ask for the name of the place, or a choice of kelurahan.',
  ),
  'type-missing': stop(
    'Kolom type kosong, padahal baris ini punya nama atau label.',
    'The column type is empty though this row has a name or a label.',
  ),
  'row-without-type': note('Baris ini tidak punya type, jadi dilewati.', 'This row has no type, so it is left out.'),
  'column-not-supported': stop(
    'Kolom "%" belum didukung; kosongkan sel ini.',
    'The column "%" is not supported; clear this cell.',
  ),
  'trigger-works': stop(
    'trigger mengisi atau mengosongkan baris ini hanya saat % berubah; di sini rumus selalu dihitung. Pakai calculation tanpa trigger, atau default.',
    'A trigger fills in or clears this row only when % changes; here an expression is always worked out. Use a calculation without a trigger, or a default.',
  ),
  'own-stale': stop(
    'Baris ini diubah sesudah diekspor, jadi isi kolom lengkap tidak cocok lagi (%). Kosongkan kolom lengkap bila bagian itu tidak diperlukan, atau kembalikan barisnya.',
    'This row was changed after its export, so its column lengkap no longer fits (%). Clear that column if those parts are not needed, or put the row back.',
  ),
  'own-unread': stop(
    'Kolom lengkap hanya diisi oleh ekspor; kosongkan sel ini.',
    'The column lengkap is filled by an export only; clear this cell.',
  ),
  'column-language': stop(
    'Kolom "%" tidak boleh memakai nama bahasa; hapus bagian sesudah ::.',
    'The column "%" has no languages; remove what stands after ::.',
  ),
  'column-misspelt': stop(
    'Kolom ini tidak dikenal. Mungkin maksudnya "%": perbaiki judulnya, atau kosongkan selnya.',
    'This column is not known. Perhaps "%" is meant: correct its heading, or clear the cell.',
  ),
  'column-not-here': stop(
    'Kolom "%" tidak berlaku di baris seperti ini; kosongkan sel ini.',
    'The column "%" means nothing in a row like this; clear this cell.',
  ),
  'media-not-shown': note('Gambar dan suara tidak ditampilkan.', 'Pictures and sound are not shown.'),
  'guidance-not-shown': note('guidance_hint tidak ditampilkan.', 'guidance_hint is not shown.'),
  'required-message': note(
    'required_message tidak dipakai; Lengkap menyebut sendiri isian yang kosong.',
    'required_message is not used; Lengkap names what is blank itself.',
  ),
  'appearance-not-used': note('appearance "%" tidak dipakai di sini.', 'The appearance "%" is not used here.'),
  'appearance-of-app': note(
    'appearance "%" membuka aplikasi lain di ponsel; di sini jawabannya diketik.',
    'The appearance "%" opens another app on the phone; here the answer is typed.',
  ),
  'appearance-works': stop(
    'appearance "%" mengambil pilihan dari tempat lain; tulis pilihannya di lembar choices, atau pakai select_one_from_file dengan choice_filter.',
    'The appearance "%" takes choices from elsewhere; write them on the sheet choices, or use select_one_from_file with a choice_filter.',
  ),
  'metadata-not-used': note(
    'Baris "%" tidak ditanyakan: Lengkap sudah mencatat siapa mengisi dan kapan.',
    'The row "%" is not asked: Lengkap records who answers, and when.',
  ),
  'row-disabled': note(
    'Baris "%" dilewati karena kolom disabled berisi yes.',
    'The row "%" is left out, since its column disabled says yes.',
  ),
  'column-not-used': note('Kolom "%" tidak dipakai di sini.', 'The column "%" is not used here.'),
  'setting-elsewhere': note('Pengaturan "%" tidak dipakai di Lengkap.', 'The setting "%" is not used in Lengkap.'),
  'settings-row': stop(
    'Lembar settings hanya punya satu baris isi; hapus baris ini.',
    'The sheet settings has one row only; remove this one.',
  ),
  'name-missing': stop('Kolom name wajib diisi.', 'The column name is required.'),
  'name-changed': note('Nama di Lengkap: "%".', 'Its name in Lengkap: "%".'),
  'list-name-missing': stop('Kolom list_name wajib diisi.', 'The column list_name is required.'),
  'label-from-name': note(
    'Label kosong; "%" ditampilkan sebagai gantinya.',
    'The label is empty; "%" is shown in its place.',
  ),
  'choice-label-missing': note(
    'Label pilihan kosong; "%" ditampilkan sebagai gantinya.',
    'The choice has no label; "%" is shown in its place.',
  ),
  'label-one-language': note(
    'Belum ada teks % terpisah; teks yang ada dipakai untuk kedua bahasa.',
    'There are no separate % texts; the texts given are used for both languages.',
  ),
  'languages-unknown': stop(
    'Bahasa di berkas ini: %. Sebutkan mana yang dipakai sebagai teks Indonesia (dan Inggris).',
    'Languages of this file: %. Say which one is to be the Indonesian (and the English) text.',
  ),
  'language-not-used': note(
    'Bahasa "%" tidak dipakai: formulir di sini berbahasa Indonesia dan Inggris.',
    'The language "%" is not used: forms here are in Indonesian and English.',
  ),
  'answer-in-heading': note(
    'Jawaban di dalam judul kelompok ditampilkan sebagai "…": %',
    'An answer inside a heading is shown as "…": %',
  ),
  'markup-in-text': note(
    'Teks ditampilkan apa adanya; tanda seperti % ikut terlihat.',
    'Texts are shown as they are; marks such as % are seen too.',
  ),
  'list-unknown': stop(
    'Daftar pilihan "%" tidak ada di lembar choices dan bukan daftar daerah ini.',
    'The list "%" is neither on the sheet choices nor one of the region’s lists.',
  ),
  'list-not-named': stop(
    'Tulis nama daftarnya sesudah select_one atau select_multiple.',
    'Write the name of the list after select_one or select_multiple.',
  ),
  'file-missing': stop(
    'Berkas "%" belum ada; pilih juga berkas itu bersama buku kerja ini.',
    'The file "%" is missing; choose it together with this workbook.',
  ),
  'file-unread': stop(
    'Berkas "%" tidak punya kolom name (atau yang disebut di parameters), atau kosong.',
    'The file "%" has no column name (or the one that parameters names), or is empty.',
  ),
  'choice-twice': stop('Pilihan "%" tertulis dua kali dalam daftar ini.', 'The choice "%" is in this list twice.'),
  'choice-spaced': stop(
    'Nama pilihan "%" berisi spasi; di pertanyaan dengan beberapa jawaban spasi memisahkan pilihan.',
    'The name of the choice "%" holds a blank; where several may be chosen, blanks part the choices.',
  ),
  'choice-shown': note(
    'Nama pilihan dibaca seperti yang tampil di sel: %. Di ODK dan Kobo yang berlaku nilai di balik tampilan; beri format Teks agar sama.',
    'The name of the choice is read as the cell shows it: %. ODK and Kobo take the value behind it; format the cell as Text to mean the same.',
  ),
  'list-unused': note('Daftar pilihan "%" tidak dipakai.', 'The list "%" is not used.'),
  'or-other-of-region': stop(
    'or_other tidak dapat dipakai dengan daftar daerah "%"; tambahkan pertanyaan text sendiri.',
    'or_other cannot be used with the region’s list "%"; add a text question of your own.',
  ),
  'nested-repeat': stop(
    'begin_repeat di dalam begin_repeat belum didukung. Jadikan satu tabel: satu baris per butir di dalam, dengan pertanyaan yang menyebut baris luarnya.',
    'A repeat inside a repeat is not supported. Make it one table: a row for each inner item, with a question that names the outer row.',
  ),
  'end-missing': stop('"%" tidak ditutup.', '"%" is not closed.'),
  'end-unexpected': stop('"%" tidak punya pembuka.', '"%" closes nothing.'),
  'repeat-empty': stop('Tabel "%" tidak punya kolom.', 'The table "%" has no columns.'),
  'repeat-count': stop(
    'repeat_count hanya boleh 1 sampai 1000 atau sebuah rumus, bukan "%".',
    'repeat_count may only be 1 to 1000 or an expression, not "%".',
  ),
  ...ruleFlaws,
} satisfies Record<string, Said>

export type FlawCode = keyof typeof said
