/** Words of the task list. */
import type { Wording } from '../../functions/schema/wording.ts'

export const tasksWording = {
  title: { id: 'Tugas saya', en: 'My tasks' },
  none: { id: 'Tidak ada formulir yang harus diisi saat ini.', en: 'There is no form to fill in at present.' },
  begin: { id: 'Mulai isi', en: 'Begin' },
  go: { id: 'Lanjutkan', en: 'Continue' },
  correct: { id: 'Perbaiki', en: 'Correct' },
  view: { id: 'Lihat', en: 'View' },
  past: { id: 'Putaran yang sudah ditutup', en: 'Closed rounds' },
  openRounds: { id: 'Putaran yang sedang berjalan', en: 'Open rounds' },
  seeSent: { id: 'Lihat kiriman dan tanda terima', en: 'See what was sent and its receipt' },
  draft: { id: 'Draf', en: 'Draft' },
  answered: { id: 'sudah dijawab', en: 'answered' },
  yourself: { id: 'Anda', en: 'you' },
  more: { id: 'Tampilkan semua', en: 'Show all' },
  allDone: { id: 'Semua formulir sudah dikirim. Terima kasih.', en: 'All forms have been submitted. Thank you.' },
  andMore: { id: 'dan lainnya', en: 'and more' },
} satisfies Record<string, Wording>

/** "sampai Selasa, 17 Februari 2026" */
export function until(date: string): Wording {
  return { id: `sampai ${date}`, en: `until ${date}` }
}

/** "2025: 12 putaran" */
export function roundsOfYear(year: string, count: number): Wording {
  return { id: `${year}: ${count} putaran`, en: `${year}: ${count} round${count === 1 ? '' : 's'}` }
}

/** "Putaran berikutnya, Aksi 3A Tahap III, dibuka Rabu, 11 Maret 2026." */
export function nextRound(title: Wording, date: string): Wording {
  return {
    id: `Putaran berikutnya, ${title.id}, dibuka ${date}.`,
    en: `The next round, ${title.en}, opens on ${date}.`,
  }
}

/** "2 dari 5 formulir sudah dikirim, 1 dikembalikan." What came back was sent all the same. */
export function sentOf(sent: number, all: number, returned: number): Wording {
  const back = returned > 0 ? { id: `, ${returned} dikembalikan`, en: `, ${returned} returned` } : { id: '', en: '' }
  return {
    id: `${sent} dari ${all} formulir sudah dikirim${back.id}.`,
    en: `${sent} of ${all} forms submitted${back.en}.`,
  }
}

/** "3 catatan dari Bappeda, 1 sudah dijawab". */
export function commentCount(count: number, answered: number): Wording {
  return {
    id: `${count} catatan dari Bappeda, ${answered} sudah dijawab`,
    en: `${count} comment${count === 1 ? '' : 's'} from Bappeda, ${answered} answered`,
  }
}

/** "Perbaiki dan kirim lagi paling lambat Jumat, 13 Februari 2026". */
export function correctBy(date: string): Wording {
  return { id: `Perbaiki dan kirim lagi paling lambat ${date}`, en: `Correct and submit again by ${date}` }
}

/** "disimpan Maria, Selasa, 10 Februari 2026 pukul 09.41 WITA". */
export function draftSaved(who: string, when: string): Wording {
  return { id: `disimpan ${who}, ${when}`, en: `saved by ${who}, ${when}` }
}
