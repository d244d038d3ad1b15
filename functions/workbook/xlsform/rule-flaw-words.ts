// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** What is said about expressions and what follows from them. */
import { engineFlaws } from './engine-flaw-words.ts'
import { note, type Said, stop } from './said.ts'

export const ruleFlaws = {
  circle: stop(
    'Rumus ini berputar: %. Masing-masing menunggu yang lain.',
    'This goes in a circle: %. Each waits for the other.',
  ),
  'expression-unreadable': stop(
    'Rumus ini tidak terbaca mulai dari "%".',
    'This expression cannot be read from "%" on.',
  ),
  'function-unknown': stop('Fungsi % belum didukung.', 'The function % is not supported.'),
  'function-foreign': stop(
    'Fungsi % milik program lain, bukan bagian XLSForm.',
    'The function % belongs to another program and is no part of XLSForm.',
  ),
  'function-arguments': stop('Jumlah isi kurung % tidak sesuai.', '% has too many or too few arguments.'),
  'path-not-supported': stop('Bagian rumus ini belum didukung: %.', 'This part of the expression is not supported: %.'),
  'field-unknown': stop('Tidak ada pertanyaan bernama "%".', 'There is no question named "%".'),
  'field-twice': stop(
    'Ada beberapa baris bernama "%"; beri nama berbeda supaya jelas mana yang dimaksud.',
    'Several rows are named "%"; name them apart so that it is clear which is meant.',
  ),
  'field-refused': stop(
    '"%" tidak dapat dipakai di rumus: baris itu tidak menjadi pertanyaan di sini.',
    '"%" cannot be used in an expression: its row is no question here.',
  ),
  'text-not-known': note(
    '"%" tidak dicatat di sini, jadi di teks ini tampil sebagai "…".',
    '"%" is not recorded here, so this text shows "…" in its place.',
  ),
  'group-as-value': stop('"%" adalah kelompok, bukan jawaban.', '"%" is a group, not an answer.'),
  'table-as-value': stop(
    '"%" adalah tabel; pakai count(), atau nama kolomnya.',
    '"%" is a table; use count(), or the name of a column.',
  ),
  'many-answers': stop(
    '"%" punya banyak jawaban (satu per baris tabel); pakai sum(), max(), join() atau indexed-repeat().',
    '"%" has many answers (one for each row); use sum(), max(), join() or indexed-repeat().',
  ),
  'sum-of-one': stop(
    'sum() menjumlahkan kolom tabel; untuk beberapa pertanyaan pakai tanda +.',
    'sum() adds up a column of a table; for several questions use +.',
  ),
  'pick-by-answer': stop(
    'Di dalam kurung siku tulis "%" tanpa ${ }.',
    'Inside the square brackets write "%" without ${ }.',
  ),
  'name-bare': stop('Tulis ${%} bila yang dimaksud adalah pertanyaan itu.', 'Write ${%} if that question is meant.'),
  'choice-column': stop('Daftar pilihannya tidak punya kolom "%".', 'Its list of choices has no column "%".'),
  'filter-without-choices': note(
    'choice_filter di pertanyaan tanpa pilihan tidak berarti apa-apa (di ODK juga), jadi dilewati: %. Bila maksudnya syarat, pindahkan ke kolom relevant.',
    'A choice_filter at a question without choices means nothing (in ODK too), so it is passed over: %. If a condition is meant, move it to the column relevant.',
  ),
  'filter-of-region': note(
    'Penyaring ini memakai kolom data acuan daerah; periksa bahwa kolom itu ada di sana.',
    'This filter uses columns of the region’s reference data; check that they are there.',
  ),
  'self-elsewhere': stop(
    'Tanda titik (.) hanya berlaku di constraint, required dan relevant pertanyaan itu sendiri.',
    'The dot (.) stands for the answer itself, so it means nothing here.',
  ),
  'made-anew': stop(
    '% memberi hasil baru setiap kali dihitung, jadi hanya boleh di kolom default.',
    '% gives another result each time, so it may stand in the column default only.',
  ),
  'position-of-group': stop(
    '% bukan nomor baris; tulis position(..) dengan .. sampai ke begin_repeat.',
    '% is not the row’s number; write position(..) with as many .. as lead to the repeat.',
  ),
  'position-always-one': note(
    '% menunjuk kelompok, jadi hasilnya selalu 1 (begitu juga di ODK). Bila maksudnya nomor baris, tulis satu /.. lagi untuk tiap kelompok.',
    '% names a group, so it is always 1 (in ODK too). If the row’s number is meant, write one more /.. for each group.',
  ),
  'null-as-blank': note(
    "null bukan kata dalam rumus: ODK membacanya sebagai kosong, begitu juga di sini. Lebih jelas ditulis ''.",
    "null is no word of expressions: ODK takes it as blank, and so it is here. '' says so.",
  ),
  'group-own-child': note(
    'Kelompok ini ditanyakan berdasarkan "%" di dalamnya sendiri. Kobo menerimanya, ODK Collect tidak; lebih aman pertanyaan itu di luar kelompok.',
    'Whether this group is asked depends on "%" inside it. Kobo takes that, ODK Collect does not; better ask it outside the group.',
  ),
  'last-saved': stop(
    '"%" membaca isian yang terakhir dikirim; itu hanya berlaku di kolom default, dan di sini diabaikan.',
    '"%" reads what was sent last; that means something in the column default only, and is passed over there.',
  ),
  'last-saved-default': note(
    'default dari isian terakhir (last-saved) tidak dipakai; pertanyaan mulai kosong.',
    'A default from what was sent last (last-saved) is not used; the question begins blank.',
  ),
  'list-absent': stop(
    'Daftar "%" tidak ada di lembar choices dan bukan nama CSV yang ikut dipilih.',
    'The list "%" is neither on the sheet choices nor a CSV that was chosen along.',
  ),
  'list-column': stop('Tidak ada kolom seperti ini dalam daftarnya: %.', 'There is no such column in its list: %.'),
  'position-outside': stop('% hanya berlaku di dalam begin_repeat.', '% means something inside a repeat only.'),
  'date-unreal': stop(
    'Tanggal "%" tidak ada dalam kalender; tulis seperti 2026-02-13.',
    'The date "%" is not in the calendar; write it like 2026-02-13.',
  ),
  'date-unquoted': stop(
    "Tanggal % tanpa tanda petik dihitung sebagai pengurangan; tulis '%'.",
    "The day % without quotes is a subtraction; write '%'.",
  ),
  'comparison-chained': note(
    'Dua perbandingan berderet membandingkan hasil yang pertama (benar = 1) dengan yang kedua; pisahkan dengan and.',
    'Two comparisons in a row compare the outcome of the first (true = 1) with the second; part them with and.',
  ),
  'always-holds': note('Aturan "%" selalu terpenuhi.', 'The rule "%" always holds.'),
  'always-true': note(
    "Syarat \"%\" selalu benar, dijawab atau tidak (begitu juga di ODK). Mungkin maksudnya ${…} = 'ya' atau ${…} != ''.",
    "The condition \"%\" always holds, answered or not (in ODK too). Perhaps ${…} = 'yes' or ${…} != '' is meant.",
  ),
  'choice-unknown': note(
    'Pilihan "%" tidak ada dalam daftar pertanyaan itu, jadi syarat ini tidak pernah benar.',
    'That question’s list has no choice "%", so this never holds.',
  ),
  'any-of-many': note(
    'Dibandingkan dengan banyak baris: benar bila salah satu sesuai. ODK Collect menolaknya; count(${tabel}[…]) > 0 berlaku di semuanya.',
    'Compared with many rows: true if any of them fits. ODK Collect refuses it; count(${rows}[…]) > 0 works everywhere.',
  ),
  ...engineFlaws,
  'range-empty': stop('Tidak ada isian yang mungkin: %.', 'No answer is possible: %.'),
  'length-cut': note(
    'Satu isian paling banyak % karakter di mana pun.',
    'One answer may have at most % characters anywhere.',
  ),
  'range-broken': stop(
    'parameters "%" tidak dapat dipakai: tulis start=0 end=10 step=1.',
    'The parameters "%" cannot be used: write start=0 end=10 step=1.',
  ),
  'parameter-not-used': note('parameters "%" tidak dipakai.', 'The parameter "%" is not used.'),
  'calculation-missing': note(
    'Baris calculate tanpa isi di kolom calculation: nilainya selalu kosong, seperti di ODK.',
    'A calculate row without anything in its column calculation: its value is always blank, as in ODK.',
  ),
  'constraint-of-computed': stop(
    'Isian yang dihitung tidak dapat diperbaiki orang; pasang constraint di pertanyaan yang diisi.',
    'Nobody can correct what is worked out; put the constraint at a question that is answered.',
  ),
  'constraint-never-asked': note(
    'constraint di baris calculate tidak pernah diperiksa (begitu juga di ODK Collect dan Kobo), jadi dilewati; pasang di pertanyaan yang diisi.',
    'A constraint in a calculate row is never checked (nor in ODK Collect and Kobo), so it is passed over; put it at a question that is answered.',
  ),
  'constraint-of-range': stop(
    'Jenis range dengan step sudah punya aturan; tulis batasnya di parameters.',
    'A range with a step has its rule already; write the ends in parameters.',
  ),
  'default-of-computed': stop(
    'default tidak berlaku untuk isian yang dihitung.',
    'default means nothing for what is worked out.',
  ),
  'default-unfit': stop(
    'default "%" bukan jawaban yang sah untuk pertanyaan ini.',
    'The default "%" is no answer to this question.',
  ),
  'message-alone': note(
    'constraint_message tanpa constraint tidak pernah tampil.',
    'A constraint_message without a constraint is never shown.',
  ),
  'severity-alone': stop(
    'constraint_severity tanpa constraint tidak berarti apa-apa.',
    'constraint_severity means nothing without a constraint.',
  ),
  'severity-unknown': stop(
    'constraint_severity hanya boleh warning atau error, bukan "%".',
    'constraint_severity may be warning or error only, not "%".',
  ),
  'absence-unknown': stop(
    'absences hanya boleh not-yet dan not-applicable, bukan "%".',
    'absences may only be not-yet and not-applicable, not "%".',
  ),
  'form-id': stop(
    'Beri kode formulir (huruf, angka, tanda hubung; paling banyak 64), bukan "%".',
    'Give the form a code (letters, digits, hyphens; at most 64), not "%".',
  ),
  'title-missing': stop('Beri judul formulir.', 'Give the form a title.'),
  'version-not-used': note(
    'Nomor versi "%" tidak dipakai: Lengkap memberi nomor sendiri saat diterbitkan.',
    'The version "%" is not used: Lengkap numbers versions when they are published.',
  ),
  'no-questions': stop('Formulir ini tidak punya pertanyaan.', 'This form has no questions.'),
  'too-large': stop(
    'Formulir ini terlalu besar (% KB; paling besar 350 KB).',
    'This form is too large (% KB; at most 350 KB).',
  ),
  'not-a-form': stop('Bagian ini tidak dapat menjadi formulir: %.', 'This part cannot be a form: %.'),
} satisfies Record<string, Said>
