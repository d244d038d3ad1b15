/**
 * Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows. A cell with a tab, a
 * line end or a leading quote stands in quotes, quotes doubled. A quote that does not enclose its cell is an ordinary letter,
 * since Excel writes `5" pipa` as it is.
 */
export type Block = readonly (readonly string[])[]

/** The cells of a text; lines may be of different length. */
export function parseBlock(text: string): Block {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const lines: string[][] = []
  let line: string[] = []
  let at = 0
  while (at <= plain.length) {
    const quoted = plain.charAt(at) === '"' ? quotedCell(plain, at) : undefined
    const end = quoted?.end ?? endOfCell(plain, at)
    line.push(quoted?.text ?? plain.slice(at, end))
    if (plain.charAt(end) !== '\t') {
      lines.push(line)
      line = []
    }
    at = end + 1
  }
  return lines
}

/** The text of these cells; `parseBlock` gives them back as they are, save that line ends become `\n`. */
export function formatBlock(block: Block): string {
  return block.map((line) => `${line.map(formatCell).join('\t')}\r\n`).join('')
}

function formatCell(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

function endOfCell(text: string, from: number): number {
  const end = /[\t\n]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

/** The cell in quotes that begins here, if its closing quote ends the cell. */
function quotedCell(text: string, from: number): { text: string; end: number } | undefined {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return undefined
    if (text.charAt(quote + 1) === '"') at = quote + 2
    else {
      const closes = quote + 1 === text.length || /[\t\n]/.test(text.charAt(quote + 1))
      return closes ? { text: text.slice(from + 1, quote).replace(/""/g, '"'), end: quote + 1 } : undefined
    }
  }
}
