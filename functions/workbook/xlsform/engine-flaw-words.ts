// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** What is said where ODK Collect, Kobo and ODK Web Forms differ, and about patterns. */
import { note, type Said, stop } from './said.ts'

export const engineFlaws = {
  'not-in-collect': note(
    '% ada di Kobo dan ODK Web Forms, tetapi tidak di ODK Collect.',
    '% is known to Kobo and ODK Web Forms, but not to ODK Collect.',
  ),
  'minus-in-kobo': note(
    'Kobo tidak membaca tanda minus di depan pertanyaan; tulis 0 - ${…}, berlaku di semuanya.',
    'Kobo cannot read a minus before a question; write 0 - ${…}, which works everywhere.',
  ),
  'coalesce-many': note(
    'coalesce dengan lebih dari dua isi: Kobo mengabaikan sisanya, ODK Web Forms menolaknya; tulis coalesce(a, coalesce(b, c)).',
    'coalesce with more than two: Kobo drops the rest, ODK Web Forms refuses it; write coalesce(a, coalesce(b, c)).',
  ),
  'sum-of-both': note(
    'Kobo dan ODK Web Forms menolak sum(a | b); tulis sum(a) + sum(b).',
    'Kobo and ODK Web Forms refuse sum(a | b); write sum(a) + sum(b).',
  ),
  'date-as-number': note(
    'Tanggal yang dihitung sebagai angka bergeser sehari di Kobo dan ODK Web Forms di sebelah timur Greenwich; selisih dua tanggal sama di semuanya.',
    'A date reckoned as a number is a day off in Kobo and ODK Web Forms east of Greenwich; the days between two dates are the same everywhere.',
  ),
  'pattern-loose': note(
    'Pola ini harus cocok dengan seluruh isian, seperti di ODK Collect. Kobo dan ODK Web Forms menerima sebagian; tulis ^(%)$ agar sama di semuanya.',
    'The whole answer must match this pattern, as in ODK Collect. Kobo and ODK Web Forms take a part; write ^(%)$ to mean the same everywhere.',
  ),
  'pattern-broken': stop('Pola regex "%" tidak dapat dibaca.', 'The regex "%" cannot be read.'),
  'pattern-look-around': stop(
    'Pola regex "%" melihat ke depan atau ke belakang: (?=, (?!, (?<=, (?<! tidak dapat dipakai.',
    'The regex "%" looks ahead or behind: (?=, (?!, (?<= and (?<! cannot be used.',
  ),
  'pattern-back-reference': stop(
    'Pola regex "%" merujuk ke bagian sebelumnya: \\1, \\k<nama> tidak dapat dipakai.',
    'The regex "%" refers back to an earlier part: \\1 and \\k<name> cannot be used.',
  ),
  'pattern-too-large': stop(
    'Pola regex "%" terlalu panjang atau pengulangannya terlalu banyak untuk teks sepanjang itu.',
    'The regex "%" is too long, or repeats too often for a text of that length.',
  ),
  'pattern-built': stop(
    'Pola regex harus tertulis langsung di antara tanda petik.',
    'The pattern of a regex must be written out between quotes.',
  ),
} satisfies Record<string, Said>
