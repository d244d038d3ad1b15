/**
 * Number formats of an XLSX, by the number of a cell's style, and what they show. The general format shows the plain value, so
 * nothing is kept for it.
 */
import { formatValue } from 'hucre'
import { localName, scanXml } from '../package/scan-xml.ts'

/** Formats that have a number instead of a text (ECMA-376 part 1, 18.8.30); dates in the order of our region. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0;(#,##0)',
  38: '#,##0;(#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;(#,##0.00)',
  44: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
}
const maxFormats = 70_000

/** By style number; `undefined` for the general format and for text. */
export function readFormats(styles: string | undefined): (string | undefined)[] {
  const own = new Map<number, string>()
  const found: (string | undefined)[] = []
  let inCells = false
  if (styles === undefined) return found
  scanXml(styles, {
    open: ({ name, attributes }) => {
      const local = localName(name)
      if (local === 'numFmt') own.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (local === 'cellXfs') inCells = true
      else if (local === 'xf' && inCells && found.length < maxFormats) {
        const number = Number(attributes.numFmtId ?? 0)
        found.push(known(own.get(number) ?? builtIn[number]))
      }
    },
    close: (name) => {
      if (localName(name) === 'cellXfs') inCells = false
    },
  })
  return found
}

function known(format: string | undefined): string | undefined {
  // Numbers of more than 255 characters are formats of no program.
  if (format === undefined || format.length > 255 || /general|^@$/i.test(format)) return undefined
  return format
}

const dateSigns = /[ymdhs]/i

/** Is a number in this format a day or a time? Texts, colours and locales in it do not count. */
export function isDateFormat(format: string): boolean {
  return dateSigns.test(bareFormat(format))
}

/** Hours that may pass a day: a length of time, not an instant. */
export function isDuration(format: string): boolean {
  const bare = bareFormat(format)
  return /\[(h+|m+|s+)\]/i.test(format) || (/[hs]/i.test(bare) && !/[yd]/i.test(bare))
}

function bareFormat(format: string): string {
  let bare = ''
  for (let at = 0; at < format.length; at += 1) {
    const sign = format[at]
    if (sign === '"' || sign === '[') {
      const end = format.indexOf(sign === '"' ? '"' : ']', at + 1)
      if (end < 0) break
      at = end
    } else if (sign === '\\' || sign === '_' || sign === '*') at += 1
    else bare += sign
  }
  return bare
}

/** As the program shows it; `undefined` where the format cannot be followed. */
export function shownBy(format: string, value: number | Date): string | undefined {
  try {
    return formatValue(value, format).trim()
  } catch {
    return undefined
  }
}
