/** A font of a PDF: how wide its glyphs are, in thousandths of its size, and which letters they stand for. */
import type { PdfObjects } from './objects.ts'

export type Font = { letter(glyph: number): string; width(glyph: number): number }

export function readFont(objects: PdfObjects, object: string): Font {
  const font = objects.dictionary(object)
  const descendant = objects.dictionary(/\/DescendantFonts\s*\[(\d+) 0 R\]/.exec(font)?.[1])
  const letters = readLetters(objects.stream(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]))
  const widths = readWidths(/\/W\s*\[([\s\S]*)\]/.exec(descendant)?.[1] ?? '')
  const usual = Number(/\/DW (-?[\d.]+)/.exec(descendant)?.[1] ?? 1000)
  return { letter: (glyph) => letters.get(glyph) ?? '?', width: (glyph) => widths.get(glyph) ?? usual }
}

/** `3 [259 10] 36 39 600`: from glyph 3 on, one width each; glyphs 36 to 39 have one. */
function readWidths(text: string): Map<number, number> {
  const widths = new Map<number, number>()
  for (const [, from = '', each, to, same] of text.matchAll(/(\d+)\s*(?:\[([^\]]*)\]|(\d+)\s+(-?[\d.]+))/g)) {
    if (each !== undefined) {
      for (const [index, width] of each.trim().split(/\s+/).entries()) widths.set(Number(from) + index, Number(width))
    } else for (let glyph = Number(from); glyph <= Number(to); glyph += 1) widths.set(glyph, Number(same))
  }
  return widths
}

function readLetters(map: string): Map<number, string> {
  const letters = new Map<number, string>()
  const text = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 16)))
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', letter = ''] of block.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      letters.set(Number.parseInt(glyph, 16), text(letter))
  for (const [, block = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', first = ''] of block.matchAll(
      /<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g,
    ))
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph += 1)
        letters.set(
          glyph,
          text((Number.parseInt(first, 16) + glyph - Number.parseInt(from, 16)).toString(16).padStart(4, '0')),
        )
  return letters
}
