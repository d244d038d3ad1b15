/**
 * Names, comments and reasons are typed by people and arrive raw. Markup is escaped by JSX; this file takes out what
 * escaping does not: control characters, marks that turn the writing direction, and lengths that would bury the message.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const controls = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g
/** Line and paragraph separators are line breaks to some programs and nothing to others. */
const separators = /\r\n?|[\u0085\u2028\u2029]/g
/** Direction marks, zero-width signs, byte order marks: invisible, and able to reorder or hide what follows. */
const invisible = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]/g
const loneSurrogates = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Longest single value, in characters; longer ones end in `…`. */
const longestValue = 2_000

/** The first `length` characters (code points), with `…` in place of the last one when there are more. */
export function clip(text: string, length: number): string {
  const signs = [...text]
  return signs.length <= length
    ? text
    : `${signs
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`
}

/** Text without control and direction marks; line breaks stay, as `\n`, never more than two in a row. */
export function cleanText(text: string): string {
  const visible = text
    .replace(separators, '\n')
    .replace(controls, ' ')
    .replace(invisible, '')
    .replace(loneSurrogates, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
  return clip(visible.normalize('NFC').trim(), longestValue)
}

/** The same on a single line: for names, subjects and everything that stands in a list. */
export function oneLine(text: string): string {
  return cleanText(text).replace(/\n+/g, ' ')
}

/** Keys under which people write several lines; every other string becomes one line. */
const severalLines = new Set(['text', 'reason', 'nilReason', 'help'])
/** `siteUrl`, `remindUrl` and whatever else is named so: a new link cannot be forgotten here. */
const isAddress = (key: string) => /(^u|U)rl$/.test(key) || key === 'whatsapp'

/** A copy of the content in which every string is safe to print; an address that is not http(s) becomes empty. */
export function cleanContent<T>(value: T, key = ''): T {
  if (typeof value === 'string') return cleanString(value, key) as T
  if (Array.isArray(value)) return value.map((each) => cleanContent(each, key)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cleanContent(each, name)])) as T
}

function cleanString(text: string, key: string): string {
  if (isAddress(key)) return webAddress(text)
  return severalLines.has(key) ? cleanText(text) : oneLine(text)
}

function webAddress(text: string): string {
  if (!URL.canParse(text)) return ''
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : ''
}

/** Keeps a number and its percent sign on one line. */
export function unbroken(progress: string): string {
  return progress.replaceAll(' %', '\u00a0%')
}

/** Longest subject, in characters. Phones show 40 to 60 of them; the rest is for searching. */
export const longestSubject = 120

/** A header-safe subject: one line, at most 120 characters. */
export function subjectLine(text: string): string {
  return clip(oneLine(text), longestSubject)
}
