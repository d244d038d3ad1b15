/**
 * Which XLSForm files of a folder become forms here, and why the others do not: `npm run bench:xlsform -- FOLDER`. What a page
 * would ask (code, title, languages) is answered; CSV files of the same folder are given along with each workbook. Files that
 * ask for what no form here can take (places, pictures, repeats inside repeats, functions of other programs) or for a CSV that is not there are counted apart,
 * and so are workbooks that are no XLSForm.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { DraftFlaw } from '../../functions/schema/form-draft.ts'
import { createXlsForms } from '../../functions/workbook/xlsform/read-xlsform.ts'

/** What has no counterpart here, as docs/xlsform.md says, and a list that did not come along. */
const outside = new Set([
  'media-type',
  'place-type',
  'type-not-supported',
  'nested-repeat',
  'file-missing',
  'function-foreign',
])

const folder = process.argv[2]
if (folder === undefined) throw new Error('npm run bench:xlsform -- FOLDER [name of a file to be told whole]')
const told = process.argv[3]
const files = (await readdir(folder, { recursive: true })).toSorted()
const lists = await Promise.all(
  files
    .filter((name) => /\.csv$/i.test(name))
    .map(async (name) => ({ name: basename(name), folder: dirname(name), bytes: await readFile(join(folder, name)) })),
)
const tally = { taken: 0, refused: 0, outside: 0, none: 0, unreadable: 0 }
const reasons = new Map<string, number>()
for (const name of files.filter((each) => /\.(xlsx|ods)$/i.test(each))) {
  const flaws = await flawsOf(name)
  if (flaws === undefined) {
    tally.unreadable += 1
    console.log(`unreadable  ${name}`)
    continue
  }
  const blocking = flaws.filter((flaw) => flaw.blocking)
  const kind = kindOf(blocking.map(({ code }) => code))
  tally[kind] += 1
  const codes = [...new Set(blocking.map(({ code }) => code))]
  if (kind === 'refused') for (const code of codes) reasons.set(code, (reasons.get(code) ?? 0) + 1)
  console.log(`${kind.padEnd(11)} ${name}${codes.length === 0 ? '' : `  ${codes.join(', ')}`}`)
  if (kind === 'refused' || told === name) for (const flaw of told === name ? flaws : blocking.slice(0, 6)) say(flaw)
}
console.log(
  [...reasons]
    .toSorted((a, b) => b[1] - a[1])
    .map(([code, count]) => `${count} ${code}`)
    .join('\n'),
)
const { taken, refused } = tally
console.log(
  `${taken} of ${taken + refused} with supported types taken; apart: ${tally.outside} with others, ${tally.none} no XLSForm, ${tally.unreadable} unreadable`,
)

function kindOf(codes: readonly string[]): keyof typeof tally {
  if (codes.length === 0) return 'taken'
  if (codes.includes('no-sheet')) return 'none'
  return codes.some((code) => outside.has(code)) ? 'outside' : 'refused'
}

async function flawsOf(name: string): Promise<readonly DraftFlaw[] | undefined> {
  try {
    const file = await readFile(join(folder ?? '', name))
    const beside = lists.filter((list) => list.folder === dirname(name))
    const options = { formId: 'uji', title: 'Uji' }
    const first = await createXlsForms().read(file, [], options, beside)
    const [language] = first.languages ?? []
    if (language === undefined) return first.flaws
    return (await createXlsForms().read(file, [], { ...options, languages: { id: language } }, beside)).flaws
  } catch (error) {
    console.log(String(error))
    return undefined
  }
}

function say({ sheet, row, column, code, message }: DraftFlaw): void {
  console.log(`              ${sheet} ${row} ${column}: ${code} ${message.en}`)
}
