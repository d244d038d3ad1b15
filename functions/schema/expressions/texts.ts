/** The functions of texts. Positions are in UTF-16 units, as in every engine of ODK. */

import { longestText, TooMuch } from './frame.ts'
import type { FunctionName } from './functions.ts'
import { Nodes, numberOf, type Result, textOf, wordsOf } from './values.ts'

const textsIn = (given: readonly Result[]) =>
  given.flatMap((each) => (each instanceof Nodes ? each.all.map(textOf) : [textOf(each)]))

function joined(texts: readonly string[], separator: string): string {
  const length = texts.reduce((sum, text) => sum + text.length + separator.length, 0)
  if (length > longestText + separator.length) throw new TooMuch('text')
  return texts.join(separator)
}

type Text = (text: string, other: string, third: string) => string | number | boolean
const plain =
  (work: Text) =>
  ([first = '', second = '', third = '']: readonly Result[]) =>
    work(textOf(first), textOf(second), textOf(third))

/** From 1, with XPath's rounding of both ends. */
function substring(text: string, [, from = '', length]: readonly Result[]): string {
  const start = Math.round(numberOf(from))
  const end = length === undefined ? Number.POSITIVE_INFINITY : start + Math.round(numberOf(length))
  if (Number.isNaN(start) || Number.isNaN(end)) return ''
  return text.slice(Math.max(0, start - 1), Math.max(0, end - 1))
}

export const textFunctions: { readonly [name in FunctionName]?: (given: readonly Result[]) => Result } = {
  string: plain((text) => text),
  'string-length': plain((text) => text.length),
  'normalize-space': plain((text) => wordsOf(text).join(' ')),
  concat: (given) => joined(textsIn(given), ''),
  join: ([separator = '', ...rest]) => joined(textsIn(rest), textOf(separator)),
  substr: ([text = '', from = '', to]) =>
    textOf(text).slice(numberOf(from) || 0, to === undefined ? undefined : numberOf(to) || 0),
  substring: (given) => substring(textOf(given[0] ?? ''), given),
  'substring-before': plain((text, mark) => text.slice(0, Math.max(0, text.indexOf(mark)))),
  'substring-after': plain((text, mark) => (text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : '')),
  translate: plain((text, from, to) =>
    Array.from(text, (letter) => {
      const at = from.indexOf(letter)
      return at < 0 ? letter : to.charAt(at)
    }).join(''),
  ),
  'upper-case': plain((text) => text.toUpperCase()),
  'lower-case': plain((text) => text.toLowerCase()),
  contains: plain((text, part) => text.includes(part)),
  'starts-with': plain((text, part) => text.startsWith(part)),
  'ends-with': plain((text, part) => text.endsWith(part)),
  selected: plain((text, choice) => (text === '' && choice === '' ? true : wordsOf(text).includes(choice.trim()))),
  'selected-at': ([text = '', at = '']) => wordsOf(textOf(text))[numberOf(at)] ?? '',
  'count-selected': plain((text) => wordsOf(text).length),
  'boolean-from-string': plain((text) => text.toLowerCase() === 'true' || text === '1'),
}
