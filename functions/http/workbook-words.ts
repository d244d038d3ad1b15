/** What a person reads when a file cannot be read: what it is, and how to make it one that can. */

import type { Wording } from '../schema/wording.ts'
import type { WorkbookFlaw } from '../schema/workbook.ts'

const words = (id: string, en: string): Wording => ({ id, en })

/** `what` names the form, version or agency the file is for, or the columns that were looked for. */
export function workbookDetail(reason: WorkbookFlaw, what = ''): Wording {
  const named = what === '' ? words('yang lain', 'another one') : words(`"${what}"`, `"${what}"`)
  const details: Record<WorkbookFlaw, Wording> = {
    'too-large': words(
      'Ukuran berkas paling besar 10 MB. Hapus gambar atau lembar yang tidak perlu, atau bagi menjadi beberapa berkas.',
      'A file may have at most 10 MB. Remove pictures or sheets that are not needed, or split it.',
    ),
    'too-many-rows': words(
      'Satu tabel paling banyak 10.000 baris. Bagi menjadi beberapa berkas, dan hapus isi yang jauh di bawah tabel.',
      'A table may have at most 10,000 rows. Split the file, and remove what stands far below the table.',
    ),
    empty: words('Berkas ini kosong: tidak ada sel yang berisi.', 'This file is empty: no cell holds anything.'),
    'not-a-workbook': words(
      'Berkas ini bukan buku kerja. Unggah berkas .xlsx, .ods, atau .csv.',
      'This file is no workbook. Upload an .xlsx, .ods or .csv file.',
    ),
    html: words(
      'Berkas ini sebenarnya halaman web atau XML, meskipun namanya .xls. Buka di Excel, pilih Simpan Sebagai "Excel Workbook (.xlsx)", lalu unggah lagi.',
      'This file is really a web page or XML, whatever its name says. Open it in Excel, save it as "Excel Workbook (.xlsx)" and upload that.',
    ),
    'old-excel': words(
      'Ini format Excel lama (.xls). Buka di Excel, pilih Simpan Sebagai "Excel Workbook (.xlsx)", lalu unggah lagi.',
      'This is the old Excel format (.xls). Open it in Excel, save it as "Excel Workbook (.xlsx)" and upload that.',
    ),
    'binary-excel': words(
      'Ini format Excel biner (.xlsb). Simpan sebagai "Excel Workbook (.xlsx)", lalu unggah lagi.',
      'This is the binary Excel format (.xlsb). Save it as "Excel Workbook (.xlsx)" and upload that.',
    ),
    protected: words(
      'Berkas ini dikunci dengan kata sandi. Hapus kata sandinya di Excel (File > Info > Lindungi Buku Kerja), simpan, lalu unggah lagi.',
      'This file is locked with a password. Remove the password in Excel (File > Info > Protect Workbook), save and upload again.',
    ),
    macros: words(
      'Berkas ini berisi makro. Simpan sebagai "Excel Workbook (.xlsx)" tanpa makro, lalu unggah lagi.',
      'This file holds macros. Save it as "Excel Workbook (.xlsx)" without macros and upload that.',
    ),
    'external-links': words(
      'Berkas ini mengambil nilai dari berkas lain. Salin lalu tempel sebagai nilai (Paste Special > Values), putuskan tautannya (Data > Edit Links), lalu unggah lagi.',
      'This file takes values from another file. Paste them as values, break the links (Data > Edit Links) and upload again.',
    ),
    unsafe: words(
      'Isi berkas ini tidak wajar (jauh lebih besar daripada yang tertulis, atau susunannya direkayasa), jadi tidak dibuka. Salin isinya ke templat baru.',
      'This file is not as it claims to be (far larger than it says, or tampered with), so it was not opened. Copy its content into a new template.',
    ),
    broken: words(
      'Berkas ini rusak dan tidak dapat dibaca. Buka di Excel, simpan ulang sebagai .xlsx, lalu unggah lagi.',
      'This file is damaged and cannot be read. Open it in Excel, save it again as .xlsx and upload that.',
    ),
    'open-quote': words(
      `Pada baris ${what} ada tanda petik (") yang tidak ditutup atau baru ditutup beberapa baris di bawahnya, sehingga baris-baris di bawahnya ikut tertelan. Hapus atau tutup tanda petik itu, lalu unggah lagi.`,
      `Line ${what} has a quotation mark (") that is not closed, or only some lines further down, so that it swallows the rows below. Remove or close it and upload again.`,
    ),
    'no-table': words(
      `Tidak ada lembar dengan judul kolom formulir ini. Yang dicari antara lain ${what}. Unduh templat, lalu salin isinya ke sana.`,
      `No sheet has the column headers of this form. Looked for ${what} and others. Download the template and copy your rows into it.`,
    ),
    'other-form': words(
      `Berkas ini templat formulir lain: ${named.id}. Unggah di halaman formulir tersebut.`,
      `This file is the template of another form: ${named.en}. Upload it on that form's page.`,
    ),
    'other-version': words(
      `Berkas ini dibuat untuk versi ${what} formulir ini, yang sudah diganti. Unduh templat terbaru, lalu salin isinya ke sana.`,
      `This file was made for version ${what} of this form, which has been replaced. Download the current template and copy your rows into it.`,
    ),
    'other-agency': words(
      `Berkas ini milik perangkat daerah lain: ${named.id}. Unduh templat Anda sendiri.`,
      `This file belongs to another agency: ${named.en}. Download your own template.`,
    ),
  }
  return details[reason]
}
