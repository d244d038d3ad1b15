/**
 * What stands where on a PDF that Chromium wrote: its letters with their boxes, cut to what is not clipped away. Enough of the format for
 * that: the graphics state, rectangles that clip, and text in fonts of known widths.
 */
import { type Font, readFont } from './font.ts'
import { apply, around, type Box, both, identity, type Matrix, moved, times } from './geometry.ts'
import { PdfObjects } from './objects.ts'
import { type Token, tokensOf } from './tokens.ts'

/** In points, from the left and upper edge of its sheet. `top` and `bottom` hold a small letter and what hangs below. */
export type Letter = Box & { readonly text: string; readonly size: number }
export type Sheet = { readonly width: number; readonly height: number; readonly letters: readonly Letter[] }

export function readPdf(pdf: Buffer): Sheet[] {
  const objects = new PdfObjects(pdf)
  return objects.pages().map((page) => {
    const [, width = 0, height = 0] = (/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(page) ?? []).map(Number)
    const drawing = new Drawing(objects, height, { left: 0, right: width, top: 0, bottom: height })
    drawing.draw(objects.stream(/\/Contents (\d+) 0 R/.exec(page)?.[1]), page)
    return { width, height, letters: drawing.letters }
  })
}

type State = { readonly matrix: Matrix; readonly clip: Box }

class Drawing {
  readonly letters: Letter[] = []
  readonly #objects: PdfObjects
  readonly #height: number
  readonly #fonts = new Map<string, Font>()
  readonly #kept: State[] = []
  #state: State
  #path: Box | undefined
  #clipping = false
  #font: Font | undefined
  #size = 0
  /** Letters move on from where they began; the next line is counted from the beginning of the one before. */
  #line: Matrix = identity
  #text: Matrix = identity

  constructor(objects: PdfObjects, height: number, clip: Box) {
    this.#objects = objects
    this.#height = height
    this.#state = { matrix: identity, clip }
  }

  draw(content: string, resources: string): void {
    const operands: Token[] = []
    for (const token of tokensOf(content)) {
      if (typeof token !== 'object' || !('operator' in token)) {
        operands.push(token)
        continue
      }
      const numbers = operands.filter((each): each is number => typeof each === 'number')
      if (!this.#place(token.operator, numbers)) this.#write(token.operator, operands, resources)
      operands.length = 0
    }
  }

  /** Operators that say where; `false` for others. */
  #place(operator: string, n: readonly number[]): boolean {
    const { matrix } = this.#state
    const [x = 0, y = 0, width = 0, height = 0] = n
    if (operator === 'q') this.#kept.push(this.#state)
    else if (operator === 'Q') this.#state = this.#kept.pop() ?? this.#state
    else if (operator === 'cm') this.#state = { ...this.#state, matrix: times(n as unknown as Matrix, matrix) }
    else if (operator === 're')
      this.#path = around(apply(matrix, x, y), apply(matrix, x + width, y + height), this.#height)
    else if (operator === 'W' || operator === 'W*') this.#clipping = true
    else if (['n', 'f', 'S'].includes(operator)) this.#endPath()
    else if (operator === 'BT') this.#line = this.#text = identity
    else if (operator === 'Tm') this.#line = this.#text = n as unknown as Matrix
    else if (operator === 'Td') this.#line = this.#text = times(moved(x, y), this.#line)
    else return false
    return true
  }

  #endPath(): void {
    if (this.#clipping && this.#path !== undefined)
      this.#state = { ...this.#state, clip: both(this.#state.clip, this.#path) }
    this.#path = undefined
    this.#clipping = false
  }

  #write(operator: string, operands: readonly Token[], resources: string): void {
    if (operator === 'Tf') {
      this.#font = this.#fontOf(this.#objects.named(resources, 'Font').get(nameIn(operands)))
      this.#size = operands.find((each) => typeof each === 'number') ?? 0
    } else if (operator === 'Tj' || operator === 'TJ') {
      this.#show(operands.flatMap((each) => (Array.isArray(each) ? each : [each])))
    } else if (operator === 'Do') {
      const form = this.#objects.named(resources, 'XObject').get(nameIn(operands))
      const dictionary = this.#objects.dictionary(form)
      const before = this.#state
      if (/\/Subtype\s*\/Form/.test(dictionary)) this.draw(this.#objects.stream(form), dictionary)
      this.#state = before
    }
  }

  #fontOf(object: string | undefined): Font | undefined {
    if (object === undefined) return undefined
    const font = this.#fonts.get(object) ?? readFont(this.#objects, object)
    this.#fonts.set(object, font)
    return font
  }

  #show(shown: readonly Token[]): void {
    const [font, size] = [this.#font, this.#size]
    if (font === undefined) return
    for (const part of shown) {
      if (typeof part === 'number') this.#text = times(moved((-part / 1000) * size, 0), this.#text)
      if (typeof part !== 'object' || !('glyphs' in part)) continue
      for (const glyph of part.glyphs) {
        const advance = (font.width(glyph) / 1000) * size
        this.#keep(font.letter(glyph), advance)
        this.#text = times(moved(advance, 0), this.#text)
      }
    }
  }

  #keep(text: string, advance: number): void {
    const all = times(this.#text, this.#state.matrix)
    const size = Math.abs(this.#size * Math.hypot(all[2], all[3]))
    const line = around(apply(all, 0, 0), apply(all, advance, 0), this.#height)
    const box = both(this.#state.clip, { ...line, top: line.top - 0.7 * size, bottom: line.bottom + 0.2 * size })
    if (text.trim() !== '' && box.right > box.left && box.bottom > box.top) this.letters.push({ text, size, ...box })
  }
}

function nameIn(operands: readonly Token[]): string {
  const name = operands.find((each) => typeof each === 'object' && 'name' in each)
  return name !== undefined && typeof name === 'object' && 'name' in name ? name.name : ''
}
