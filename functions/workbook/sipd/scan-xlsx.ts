/** The sheets of an XLSX workbook as rows, read once from front to back. */
import { columnIn } from '../../rules/cell-names.ts'
import type { CellValue, Progress, RowTaker } from './row-taker.ts'
import { attribute, textsIn, unescapeXml } from './xml-text.ts'
import { partText, readPart, type Zip } from './zip-entries.ts'

export type Sheet = { readonly name: string; readonly part: string }

/** In their order; hidden ones last, since what people see is what they mean. */
export function sheetsOf(zip: Zip): Sheet[] {
  const targets = new Map<string, string>()
  const relations = partText(zip, 'xl/_rels/workbook.xml.rels').match(/<(?:\w+:)?Relationship\b[^>]*>/g) ?? []
  for (const tag of relations) {
    const target = (attribute(tag, 'Target') ?? '').replace(/^\//, '').replace(/^(?!xl\/)/, 'xl/')
    targets.set(attribute(tag, 'Id') ?? '', target)
  }
  const tags = partText(zip, 'xl/workbook.xml').match(/<(?:\w+:)?sheet\b[^>]*>/g) ?? []
  const hidden = (tag: string) => ['hidden', 'veryHidden'].indexOf(attribute(tag, 'state') ?? '') >= 0
  return [...tags.filter((tag) => !hidden(tag)), ...tags.filter(hidden)]
    .map((tag) => ({
      name: attribute(tag, 'name') ?? '',
      part: targets.get(attribute(tag, '(?:\\w+:)?id') ?? '') ?? '',
    }))
    .filter(({ part }) => zip.entries.has(part))
}

/** Texts that sheets name by their number. */
export function sharedStrings(zip: Zip): string[] {
  const strings: string[] = []
  let rest = ''
  readPart(zip, 'xl/sharedStrings.xml', (text) => {
    rest += text
    let done = 0
    const pattern = /<(?:\w+:)?si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g
    for (let match = pattern.exec(rest); match !== null; match = pattern.exec(rest)) {
      strings.push(textsIn(match[1] ?? ''))
      done = pattern.lastIndex
    }
    rest = rest.slice(done)
    return true
  })
  return strings
}

export function scanSheet(
  zip: Zip,
  sheet: Sheet,
  parts: { strings: readonly string[]; taker: RowTaker; hear: Progress },
) {
  const { strings, taker, hear } = parts
  let rest = ''
  readPart(zip, sheet.part, (text, share) => {
    rest += text
    hear(share)
    let done = 0
    const rows = /<(?:\w+:)?row\b(?:[^>]*\/>|[^>]*>([\s\S]*?)<\/(?:\w+:)?row>)/g
    for (let match = rows.exec(rest); match !== null; match = rows.exec(rest)) {
      done = rows.lastIndex
      if (match[1] !== undefined && !taker.row(cellsOf(match[1], strings, taker))) return false
    }
    rest = rest.slice(done)
    return true
  })
}

function cellsOf(xml: string, strings: readonly string[], taker: RowTaker): Map<number, CellValue> {
  const cells = new Map<number, CellValue>()
  const pattern = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g
  let column = -1
  for (let match = pattern.exec(xml); match !== null; match = pattern.exec(xml)) {
    const [, tag = '', content] = match
    column = columnOf(tag) ?? column + 1
    if (content === undefined || !taker.wants(column)) continue
    const value = cellValue(tag, content, strings)
    if (value !== undefined) cells.set(column, value)
  }
  return cells
}

/** `r="AB12"` is column 27. */
function columnOf(tag: string): number | undefined {
  const at = tag.indexOf('r="')
  if (at < 0 || (at > 0 && tag[at - 1] !== ' ')) return undefined
  const column = columnIn(tag.slice(at + 3, at + 7))
  return column < 0 ? undefined : column
}

function cellValue(tag: string, content: string, strings: readonly string[]): CellValue | undefined {
  const type = /\st="(\w+)"/.exec(tag)?.[1] ?? 'n'
  if (type === 'inlineStr') return textsIn(content) || undefined
  const raw = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(content)?.[1]
  if (raw === undefined || raw === '') return undefined
  if (type === 's') return strings[Number(raw)] || undefined
  if (type === 'n') return Number.isNaN(Number(raw)) ? undefined : Number(raw)
  return type === 'e' ? undefined : unescapeXml(raw)
}
