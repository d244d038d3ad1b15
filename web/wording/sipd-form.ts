/** Words of the panel that fills a form from SIPD. */
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const sipdFormWording = {
  title: w('Isi dari SIPD', 'Fill from SIPD'),
  none: w(
    'Bappeda belum memuat anggaran SIPD untuk unit Anda. Isi barisnya sendiri, atau hubungi Bappeda.',
    'The coordinator has not loaded a budget out of SIPD for your agency yet. Fill the rows yourself, or ask.',
  ),
  lead: w(
    'Kode, nama, sumber dana, dan pagu sudah ada. Pilih barisnya, lalu isi yang hanya Anda tahu: yang ditandai, untuk siapa, dan di mana.',
    'Code, name, source and ceiling are there. Choose the rows, then enter what only you know: what is tagged, for whom and where.',
  ),
  ticked: w(
    'Yang ada dalam daftar pemetaan stunting sudah dicentang.',
    'Those on the list of stunting codes are ticked.',
  ),
  spentNote: w(
    'Realisasi terisi hanya bila sub kegiatan memakai satu sumber dana, dan hanya belanja melalui kas daerah: BOK, BOP, dan BLUD tidak ada di laporan SIPD. Periksa nilainya.',
    'Spending is filled in only where a sub-activity has one source, and only what the treasury paid: BOK, BOP and BLUD are not in SIPD’s report. Check it.',
  ),
  search: w('Cari kode atau nama', 'Search code or name'),
  all: w('Semua baris sudah ada di formulir.', 'All rows are in the form already.'),
  unmapped: w('sumber dana belum dipetakan', 'source not mapped yet'),
  takeNew: w('Ambil yang baru', 'Take the new one'),
  takeAll: w('Ambil semua yang baru', 'Take all the new ones'),
  full: w('Tabel sudah penuh.', 'The table is full.'),
} satisfies Record<string, Wording>

export function addWords(count: number): Wording {
  return { id: `Tambahkan ${count} baris`, en: `Add ${count} row${count === 1 ? '' : 's'}` }
}

export function addedWords(count: number): Wording {
  return {
    id: `${count} baris ditambahkan. "Urungkan" mengambilnya kembali.`,
    en: `${count} row${count === 1 ? '' : 's'} added. "Undo" takes them back.`,
  }
}

export function movedWords(count: number, stage: Wording): Wording {
  return {
    id: `${stage.id}: pagu ${count} baris berbeda dari SIPD`,
    en: `${stage.en}: the ceilings of ${count} row${count === 1 ? ' differs' : 's differ'} from SIPD`,
  }
}

export function moreOffers(count: number): Wording {
  return { id: `${count} lagi; cari untuk mempersempit.`, en: `${count} more; search to narrow.` }
}

export function sourceOfBudget(stage: Wording, on: string): Wording {
  return { id: `${stage.id}, dimuat ${on}`, en: `${stage.en}, loaded on ${on}` }
}

/** Whose money a ceiling is put together of. */
export function summedUnits(units: readonly string[]): Wording {
  const more = units.length - 3
  const named = units.slice(0, 3).join(', ')
  return {
    id: `jumlah dari ${units.length} unit: ${named}${more > 0 ? `, dan ${more} lainnya` : ''}`,
    en: `of ${units.length} units together: ${named}${more > 0 ? ` and ${more} more` : ''}`,
  }
}
