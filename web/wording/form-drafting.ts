/** Words of the forms that a coordinator drafts and publishes. */
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export type NoteTopic = 'languages' | 'engines' | 'rules' | 'names' | 'unused'
const topics: Readonly<Record<NoteTopic, Wording>> = {
  languages: w('tentang bahasa', 'about languages'),
  engines: w(
    'tentang beda ODK Collect, Kobo, dan ODK Web Forms',
    'about what ODK Collect, Kobo and ODK Web Forms do differently',
  ),
  rules: w('tentang aturan yang perlu diperiksa', 'about rules to look at again'),
  names: w('tentang nama dan label', 'about names and labels'),
  unused: w('tentang yang tidak dipakai di sini', 'about what is not used here'),
}

export const formsWording = {
  title: w('Formulir', 'Forms'),
  about: w(
    'Susun formulir di Excel (tata letak XLSForm), lihat pratinjau, lalu terbitkan.',
    'Draft a form in Excel (XLSForm layout), preview it, publish it.',
  ),
  published: w('Formulir yang sudah terbit', 'Published forms'),
  version: w('Versi', 'Version'),
  draft: w('Buat formulir atau versi baru dari Excel', 'A new form or version from Excel'),
  draftLead: w(
    'Unduh contoh, ganti lembar survey, choices, dan settings (tata letak XLSForm), lalu unggah. form_id yang sudah ada menjadi versi berikutnya. Tidak ada yang tersimpan sebelum Anda menerbitkannya.',
    'Download the sample, change its sheets survey, choices and settings (XLSForm layout), and upload it. A form_id that exists becomes the next version. Nothing is saved before you publish it.',
  ),
  sample: w('Unduh contoh dengan petunjuk', 'Download a sample with a guide'),
  look: w('Lihat formulir', 'See the form'),
  exportForm: w('Unduh sebagai XLSForm', 'Download as XLSForm'),
  ofHouse: w('bawaan Lengkap', 'comes with Lengkap'),
  by: w('diterbitkan oleh', 'published by'),
  file: w(
    'Buku kerja XLSX (dan berkas CSV pilihannya, bila ada)',
    'XLSX workbook (and the CSV files of its lists, if any)',
  ),
  asked: w('Yang tidak disebut di berkas ini', 'What this file does not say'),
  askedId: w('Kode formulir (huruf, angka, tanda hubung)', 'Code of the form (letters, digits, hyphens)'),
  askedTitle: w('Judul formulir', 'Title of the form'),
  askedIndonesian: w('Bahasa untuk teks Indonesia', 'Language of the Indonesian texts'),
  askedEnglish: w('Bahasa untuk teks Inggris', 'Language of the English texts'),
  sameLanguage: w('sama dengan teks Indonesia', 'the same as the Indonesian texts'),
  answer: w('Pakai dan periksa lagi', 'Use these and check again'),
  noWorkbook: w('Pilih juga buku kerja XLSX atau ODS.', 'Choose the XLSX or ODS workbook too.'),
  reading: w('Membaca berkas…', 'Reading the file…'),
  flaws: (count: number) => w(`${count} hal perlu diperbaiki`, `${count} ${count === 1 ? 'thing' : 'things'} to mend`),
  /** `first`: it stands at the head of its line. */
  notesAbout: (count: number, topic: NoteTopic, first: boolean) =>
    w(
      `${count} ${first ? 'catatan ' : ''}${topics[topic].id}`,
      `${count} ${first ? (count === 1 ? 'note ' : 'notes ') : ''}${topics[topic].en}`,
    ),
  times: (count: number) => w(`${count} kali, di`, `${count} times, at`),
  where: w('Lembar, baris, kolom', 'Sheet, row, column'),
  what: w('Keterangan', 'What'),
  ready: w('Berkas ini dapat diterbitkan.', 'This file can be published.'),
  notReady: w(
    'Berkas ini belum dapat diterbitkan. Perbaiki yang berikut di Excel, lalu unggah lagi.',
    'This file cannot be published yet. Correct the following in Excel and upload it again.',
  ),
  unchanged: w(
    'Isi berkas ini sama dengan versi yang sudah terbit.',
    'This file says the same as the published version.',
  ),
  preview: w('Pratinjau seperti yang dilihat operator', 'Preview, as an operator sees it'),
  previewLead: w(
    'Silakan coba diisi untuk melihat syarat dan hitungannya. Tidak ada yang tersimpan.',
    'Try filling it in to see its conditions and sums. Nothing is saved.',
  ),
  publishAs: (version: number) => w(`Terbitkan sebagai versi ${version}`, `Publish as version ${version}`),
  publishedAs: (version: number) =>
    w(
      `Versi ${version} sudah terbit. Tugaskan lewat Pengaturan › Putaran.`,
      `Version ${version} is published. Assign it under Settings › Rounds.`,
    ),
}
