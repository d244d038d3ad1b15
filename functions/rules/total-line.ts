/**
 * A line of totals below or between the rows of a table (`JUMLAH`, `Sub total`, `Total seluruhnya: 3`): office papers have
 * them, and taken for a row it doubles every sum. "Jumlah ibu hamil" beside a code is an answer.
 */
const total =
  /^(grand\s*|sub\s*-?\s*)?(total|jumlah)(\s+(seluruhnya|keseluruhan|total|umum|semua|all|overall))?(\s*[:.=])?(\s*[ivx\d]{1,4})?$/i

/** An amount or a dash; `1.06.05.2.02.0001` is a code. */
const amount = /^(rp\.?|idr)?\s*(-|–|[-−(]?\s*(\d{1,3}([.,\s\u00a0\u202f]\d{3})+|\d+)([.,]\d+)?\s*[)%]?)$/i

/** `cells`: the texts of one line, as put in; blanks count for nothing. One word for a sum, beside numbers alone. */
export function isTotalLine(cells: readonly string[]): boolean {
  const texts = cells.map((cell) => unspaced(cell.trim())).filter((text) => text !== '')
  const words = texts.filter((text) => !amount.test(text))
  return texts.length > words.length && new Set(words).size === 1 && total.test(words[0] ?? '')
}

/** Alone, or with what is summed behind: `Total seluruhnya`, `Sub total 3`. */
export function isTotalWord(text: string): boolean {
  return total.test(unspaced(text.trim()))
}

/** `J U M L A H` is written so to stand wide; single digits apart are two answers and stay. */
export function unspaced(text: string): string {
  return /^[a-z]( [a-z])+$/i.test(text) ? text.replaceAll(' ', '') : text
}
