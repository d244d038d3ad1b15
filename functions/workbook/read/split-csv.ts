/**
 * Lines and cells of separated text (RFC 4180), going over it once. A quote counts at the beginning of a cell only; `12" pipe`
 * is a text. What RFC 4180 does not allow is told by the line in which it begins.
 */
import { refuse } from '../book.ts'

/** `line`: where the record begins, from 1. */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }
export type CsvRules = {
  readonly separator: string
  readonly firstLine: number
  /** Records beyond are not read. */
  readonly most?: number
  /** Refuses nothing: for a look at the first lines. */
  readonly lenient?: boolean
}

/** No cell that a person typed has more lines. */
const maxLinesOfCell = 200

export function splitCsv(text: string, rules: CsvRules): CsvRecord[] {
  return new Splitter(text, rules).run()
}

class Splitter {
  readonly #text: string
  readonly #rules: CsvRules
  readonly #records: CsvRecord[] = []
  #at = 0
  #line: number
  /** Separators of the first record that has any: those of the headers. */
  #usual = 0

  constructor(text: string, rules: CsvRules) {
    this.#text = text
    this.#rules = rules
    this.#line = rules.firstLine
  }

  run(): CsvRecord[] {
    const { most = Number.POSITIVE_INFINITY } = this.#rules
    while (this.#at < this.#text.length && this.#records.length < most) {
      const [line, start] = [this.#line, this.#at]
      const cells: string[] = []
      do cells.push(this.#cell())
      while (this.#takesSeparator())
      if (this.#line > line) this.#refuseSwallowed(start, line)
      this.#usual = Math.max(this.#usual, cells.length - 1)
      this.#records.push({ line, cells })
      this.#takeLineEnd()
    }
    return this.#records
  }

  #cell(): string {
    if (this.#text[this.#at] === '"') {
      const quoted = this.#quoted()
      if (quoted !== undefined) return quoted
    }
    const start = this.#at
    while (this.#at < this.#text.length && !this.#isEnd(this.#at)) this.#at += 1
    return this.#text.slice(start, this.#at)
  }

  /** `undefined`: the quote is only a sign of a text on this line. */
  #quoted(): string | undefined {
    const [start, line] = [this.#at, this.#line]
    let value = ''
    let at = start + 1
    for (;;) {
      const end = this.#text.indexOf('"', at)
      if (end < 0) {
        if (this.#rules.lenient) return undefined
        throw refuse('open-quote', String(line))
      }
      value += this.#text.slice(at, end)
      at = end + 1
      if (this.#text[at] !== '"') break
      value += '"'
      at += 1
    }
    const lines = linesIn(value)
    if (at < this.#text.length && !this.#isEnd(at)) {
      if (lines === 0 || this.#rules.lenient) return undefined
      throw refuse('open-quote', String(line))
    }
    if (lines > maxLinesOfCell && !this.#rules.lenient) throw refuse('open-quote', String(line))
    this.#at = at
    this.#line += lines
    return value.replace(/\r\n?/g, '\n')
  }

  /** Two lines that are each as wide as the headers, within one record: rows, and no text of several lines. */
  #refuseSwallowed(start: number, line: number): void {
    if (this.#rules.lenient || this.#usual === 0) return
    const { separator } = this.#rules
    const lines = this.#text.slice(start, this.#at).split(/\r\n?|\n/)
    const wide = lines.map((each) => each.split(separator).length - 1 === this.#usual)
    if (wide[0] && wide.filter((each) => each).length >= (this.#usual === 1 ? 5 : 2)) {
      throw refuse('open-quote', String(line))
    }
  }

  #isEnd(at: number): boolean {
    const sign = this.#text[at]
    return sign === this.#rules.separator || sign === '\n' || sign === '\r'
  }

  #takesSeparator(): boolean {
    if (this.#text[this.#at] !== this.#rules.separator) return false
    this.#at += 1
    return true
  }

  #takeLineEnd(): void {
    if (this.#text[this.#at] === '\r' && this.#text[this.#at + 1] === '\n') this.#at += 1
    this.#at += 1
    this.#line += 1
  }
}

function linesIn(text: string): number {
  let lines = 0
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '\n' || (sign === '\r' && text[at + 1] !== '\n')) lines += 1
  }
  return lines
}
