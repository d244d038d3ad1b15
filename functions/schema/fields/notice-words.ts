/** What happened to the values of a list of notices, as its head. */
import type { Wording } from '../wording.ts'
import type { NoticeCode } from './notices.ts'

export const noticeWords: Record<NoticeCode, Wording> = {
  rounded: { id: 'Dibulatkan ke rupiah utuh', en: 'Rounded to whole rupiah' },
  scaled: { id: 'Kata bilangan dibaca sebagai angka', en: 'Words for thousands and millions were read as numbers' },
  scientific: { id: 'Notasi ilmiah dibaca sebagai angka', en: 'Scientific notation was read as a number' },
  grouped: { id: 'Spasi dibaca sebagai pemisah ribuan', en: 'A blank was read as a thousands separator' },
  zero: { id: '"Rp -" dibaca sebagai nol', en: '"Rp -" was read as zero' },
  percent: { id: 'Tanda % dibaca sebagai angka per seratus', en: 'A % sign was read as points of a hundred' },
  'leading-zero': { id: 'Angka 0 di depan ditambahkan', en: 'A leading 0 was put back' },
  shown: { id: 'Dibaca seperti yang tampak di sel', en: 'Read as the cell shows it' },
  'cut-by-excel': {
    id: 'Lebih dari 15 angka: sudah dipotong Excel',
    en: 'More than 15 digits: Excel has already cut them',
  },
  'time-left-out': { id: 'Jam tidak ikut dibaca', en: 'The time of day was left out' },
  'other-weekday': {
    id: 'Nama hari tidak cocok: tanggalnya yang diambil',
    en: 'The weekday does not fit: the date was taken',
  },
  renamed: { id: 'Dicocokkan dengan pilihan dalam daftar', en: 'Matched with a choice of the list' },
  dash: { id: 'Tanda hubung (-)', en: 'A dash (-)' },
}
