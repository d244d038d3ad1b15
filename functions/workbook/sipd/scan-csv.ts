/** A CSV file as rows, with the separator and the letters that the office's Excel saved it with. */
import type { CellValue, Progress, RowTaker } from './row-taker.ts'

export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The separator is the one that splits the beginning into most cells; `sep=;` in the first line says it. */
function separatorOf(text: string): string {
  const said = /^sep=(.)\r?\n/i.exec(text)?.[1]
  if (said !== undefined) return said
  const start = text.slice(0, 20_000).replace(/"[^"]*"/g, '')
  const counts = [';', ',', '\t', '|'].map((separator) => ({ separator, count: start.split(separator).length }))
  return counts.sort((a, b) => b.count - a.count)[0]?.separator ?? ';'
}

export function scanCsv(text: string, taker: RowTaker, hear: Progress): void {
  const separator = separatorOf(text)
  let [at, column, rows] = [0, 0, 0]
  let cells = new Map<number, CellValue>()
  const put = (value: string) => {
    if (value !== '' && taker.wants(column)) cells.set(column, value)
    column++
  }
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
    put(cell.value)
    at = cell.end
    if (text[at] === separator) {
      at++
      if (at < text.length) continue
    }
    while (text[at] === '\r' || text[at] === '\n') {
      at++
      if (text[at - 1] === '\n') break
    }
    if (!taker.row(cells)) return
    cells = new Map()
    column = 0
    if (++rows % 500 === 0) hear(at / text.length)
  }
}

type Cell = { readonly value: string; readonly end: number }

function quoted(text: string, from: number): Cell {
  let value = ''
  for (let at = from + 1; ; ) {
    const end = text.indexOf('"', at)
    if (end < 0) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, end)
    if (text[end + 1] !== '"') return { value, end: skipToEnd(text, end + 1) }
    value += '"'
    at = end + 2
  }
}

/** Blanks between a closing quote and the separator. */
function skipToEnd(text: string, at: number): number {
  let end = at
  while (text[end] === ' ') end++
  return end
}

function plain(text: string, from: number, separator: string): Cell {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(from, end).trim(), end }
}
