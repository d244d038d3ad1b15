/** Files that people take for the right one. Each is told what it seems to be, and where the right one is found. */
import { plainName } from '../../schema/sipd/plain-name.ts'

export type WrongKind =
  | 'own-workbook'
  | 'printed-dpa'
  | 'fund-summary'
  | 'account-summary'
  | 'journal'
  | 'renja'
  | 'agency-list'
  | 'rekap-without-funds'

/** All of the words must stand somewhere in the first rows; the first kind that fits is told. */
const kinds: readonly (readonly [WrongKind, readonly string[]])[] = [
  ['own-workbook', ['kodesubkegiatan', 'paguditandai']],
  ['own-workbook', ['kodesubkegiatan', 'pagu2025']],
  ['journal', ['kodeakunsubrinci']],
  ['journal', ['nilaidebet', 'nilaikredit']],
  ['fund-summary', ['kodesumberdana', 'sebelumpergeseran']],
  ['fund-summary', ['kodesumberdana', 'selisih']],
  ['printed-dpa', ['dokumenpelaksanaananggaran']],
  ['printed-dpa', ['rencanakerjadananggaran']],
  ['printed-dpa', ['rincianperhitungan']],
  ['printed-dpa', ['rinciananggaranbelanja']],
  ['printed-dpa', ['bertambahberkurang', 'koderekening']],
  ['printed-dpa', ['belanjaoperasi', 'belanjamodal']],
  ['printed-dpa', ['sumberpendanaan', 'waktupelaksanaan']],
  ['printed-dpa', ['indikator', 'tolokukurkinerja']],
  ['printed-dpa', ['indikator', 'tolakukurkinerja']],
  ['renja', ['renja']],
  ['renja', ['rkpd', 'indikator']],
  ['account-summary', ['koderekening', 'uraian']],
  ['account-summary', ['kode', 'uraian', 'jumlah']],
  ['rekap-without-funds', ['kodesubkegiatan', 'pagu']],
  ['agency-list', ['kodeskpd', 'namaskpd']],
]

/** `texts`: what the cells of the first rows say. */
export function wrongKindOf(texts: readonly string[]): WrongKind | undefined {
  const plain = texts.map(plainName)
  for (const [kind, words] of kinds)
    if (words.every((word) => plain.some((text) => text === word || (word.length > 8 && text.indexOf(word) >= 0))))
      return kind
  return undefined
}
