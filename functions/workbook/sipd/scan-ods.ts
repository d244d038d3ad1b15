/** The first sheets of an OpenDocument workbook as rows: what LibreOffice makes of SIPD's files. */
import type { CellValue, Progress, RowTaker } from './row-taker.ts'
import { attribute, unescapeXml } from './xml-text.ts'
import { readPart, type Zip } from './zip-entries.ts'

/** `tableOf` gives a new taker for each sheet; `false` from a taker ends its sheet only. */
export function scanOds(zip: Zip, tableOf: (name: string) => RowTaker, hear: Progress): void {
  let rest = ''
  let taker: RowTaker | undefined
  readPart(zip, 'content.xml', (text, share) => {
    rest += text
    hear(share)
    let done = 0
    const parts = /<table:table\s[^>]*>|<table:table-row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/table:table-row>)/g
    for (let match = parts.exec(rest); match !== null; match = parts.exec(rest)) {
      done = parts.lastIndex
      if (match[0].indexOf('<table:table ') === 0) taker = tableOf(attribute(match[0], 'table:name') ?? '')
      else if (taker !== undefined && match[2] !== undefined && !takeRows(match[1] ?? '', match[2], taker))
        taker = undefined
    }
    rest = rest.slice(done)
    return true
  })
}

/** Rows that are alike are written once; each of them is a line with its own money. */
function takeRows(tag: string, xml: string, taker: RowTaker): boolean {
  const cells = cellsOf(xml, taker)
  const repeated = cells.size === 0 ? 1 : Number(attribute(` ${tag}`, 'table:number-rows-repeated') ?? 1)
  for (let left = Math.min(repeated, mostAlike); left > 0; left--) if (!taker.row(cells)) return false
  return true
}

/** More lines that are alike nobody has; a column that was filled down to the end of the sheet is no reading of a minute. */
const mostAlike = 20_000

/** A row of blank cells is repeated a million times at the end of a sheet; nobody looks beyond this column. */
const mostColumns = 200

function cellsOf(xml: string, taker: RowTaker): Map<number, CellValue> {
  const cells = new Map<number, CellValue>()
  const pattern = /<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:(?:covered-)?table-cell>)/g
  let column = 0
  for (let match = pattern.exec(xml); match !== null && column < mostColumns; match = pattern.exec(xml)) {
    const [, tag = '', content = ''] = match
    const repeated = Number(attribute(` ${tag}`, 'table:number-columns-repeated') ?? 1)
    const value = odsValue(` ${tag}`, content)
    for (let end = Math.min(column + repeated, mostColumns); column < end; column++)
      if (value !== undefined && taker.wants(column)) cells.set(column, value)
  }
  return cells
}

function odsValue(tag: string, content: string): CellValue | undefined {
  const type = attribute(tag, 'office:value-type')
  const amount = attribute(tag, 'office:value')
  if (amount !== undefined && (type === 'float' || type === 'currency')) return Number(amount)
  // A comment's text stands inside its cell.
  const own = content.replace(/<office:annotation\b[\s\S]*?<\/office:annotation>/g, '')
  const paragraphs = own.match(/<text:p(?:\s[^>]*)?>[\s\S]*?<\/text:p>/g) ?? []
  const text = paragraphs.map((each) => unescapeXml(each.replace(/<text:s\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '')))
  return text.join('\n') || undefined
}
