/** One word for one thing: what the pages and mails say in Indonesian uses the glossary's word, never another for the same. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const sources = 'functions/{mail,domain,rules,http,workbook,schema}/**/*.{ts,tsx}'

/** What is not said, and the glossary's word for it. */
const instead: readonly (readonly [RegExp, string])[] = [
  [/\be-?mail\b/i, 'surel'],
  [/\bresi\b/i, 'tanda terima'],
  // Evidence that a form asks for is *bukti*; what is given for something sent is *tanda terima*.
  [/(?<!tautan |\/)\bbukti(?:nya)?\b(?! pengiriman| dukung)/i, 'tanda terima'],
  // A letter on paper is *surat*, with a number and a date; a mail is *surel*.
  [/\b(?<!nomor dan tanggal )(?:di)?surat(?:i|nya)?\b/i, 'surel'],
  [/\b(?:men)?download\b/i, 'unduh'],
  [/\b(?:meng)?upload\b/i, 'unggah'],
  [/\bsubmit\b/i, 'kirim'],
  [/\bdeadline\b/i, 'batas akhir'],
  [/\blog ?in\b/i, 'masuk'],
  [/\breview\b/i, 'reviu'],
]

/** Indonesian texts of a file: `id: '…'`, `w('…', …)`, `words('…', …)` and a column's heading, in quotes or as a template; what is small and has no blank is a name, not a text. */
function textsOf(source: string): string[] {
  const found = source.matchAll(/\b(?:id:|w\(|words\(|column\('\w+',)\s*(['`])((?:\\.|(?!\1)[^\\])*)\1/g)
  // What a template puts in is code, not words.
  return [...found].map(([, , text = '']) => text.replace(/\$\{[^}]*\}/g, '')).filter((text) => /^[A-Z]| /.test(text))
}

const files = [...globSync('web/**/*.{ts,tsx}', { cwd: root }), ...globSync(sources, { cwd: root })]
const texts = files.flatMap((file) => textsOf(readFileSync(join(root, file), 'utf8')).map((text) => ({ file, text })))

it('finds the texts of the pages and mails', () => {
  expect(texts.length).toBeGreaterThan(1_000)
})

it.each(instead)('no text says %s: the word is %s', (foreign) => {
  expect(texts.filter(({ text }) => foreign.test(text))).toEqual([])
})
