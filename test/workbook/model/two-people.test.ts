/**
 * Two people edit, copy, sort, clear and upload files of one form in any order, and the page meanwhile. However it goes: no cell
 * carries a value that nobody put beside that row's identity, nothing of somebody else's is lost unseen, and the same file twice is
 * no change. A hundred files, 10,000 in a thorough run, or as many as `WORKBOOK_FILES` says.
 */
import type { CellValue } from 'hucre/xlsx'
import { expect, it, vi } from 'vitest'
import { applyChanges } from '../../../functions/domain/workbook/apply-changes.ts'
import { decided } from '../../../functions/rules/workbook-choices.ts'
import { answerColumn, cellFacts, type Line, Office, type Paper, type Person, questionAt } from './office.ts'

const files = Number(process.env.WORKBOOK_FILES ?? (process.env.TEST_THOROUGH === undefined ? 100 : 10_000))
const filesOfStory = 10
vi.setConfig({ testTimeout: 60_000 + files * 200 })

type Dice = (below: number) => number
function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

let named = 0
/** Codes are few, so that two people meet in them; other values are each used once, so that each tells where it comes from. */
function newLine(dice: Dice, width: number): Line {
  named += 1
  const line: Line = [`K${dice(12)}`, `Kegiatan ${named}`, 1_000 + named, dice(2) === 0 ? null : 2_000 + named, null]
  return Array.from({ length: width }, (_, column) => line[column] ?? null)
}

/** Of one sheet of rows: the first or a further one. */
const lineEdits: readonly ((sheet: Pick<Paper, 'head' | 'lines'>, dice: Dice) => void)[] = [
  ({ lines, head }, dice) => lines.splice(dice(lines.length + 1), 0, newLine(dice, head.length)),
  ({ lines, head }, dice) => lines.splice(dice(lines.length + 1), 0, newLine(dice, head.length)),
  ({ lines }, dice) => lines.splice(dice(lines.length + 1), 1),
  // A copy above or below, keys and all, sometimes with another code.
  ({ lines }, dice) => {
    const from = lines[dice(lines.length)]
    if (from === undefined) return
    const copy = [...from]
    if (dice(2) === 0) copy[0] = `K${dice(12)}`
    lines.splice(dice(lines.length + 1), 0, copy)
  },
  ({ lines }, dice) => {
    const [moved] = lines.splice(dice(lines.length), 1)
    if (moved !== undefined) lines.splice(dice(lines.length + 1), 0, moved)
  },
  // Sorted without the hidden column of keys.
  ({ lines, head }) => {
    const keyed = head.findIndex((title) => String(title).startsWith('Kunci'))
    const keys = lines.map((line) => line[keyed] ?? null)
    lines.sort((a, b) => String(a[1]).localeCompare(String(b[1])))
    if (keyed >= 0)
      lines.forEach((line, index) => {
        line[keyed] = keys[index] ?? null
      })
  },
  ({ lines }, dice) => {
    const line = lines[dice(lines.length)]
    named += 1
    if (line !== undefined && line[1] !== null) line[2 + dice(3)] = dice(2) === 0 ? 5_000 + named : null
  },
  ({ lines }, dice) => {
    const line = lines[dice(lines.length)]
    if (line !== undefined && line[1] !== null) line[0] = `K${dice(12)}`
  },
  // What is no row: a line of sums, the headers once more.
  ({ lines, head }, dice) => {
    named += 1
    const sums = ['JUMLAH', null, 7_000_000 + named, null, null]
    const line = dice(2) === 0 ? sums : head.slice(0, 5)
    lines.splice(dice(lines.length + 1), 0, [...line, null].slice(0, head.length))
  },
]

const paperEdits: readonly ((paper: Paper, dice: Dice) => void)[] = [
  (paper, dice) => {
    if (dice(4) > 0) return
    const keyed = paper.head.findIndex((title) => String(title).startsWith('Kunci'))
    if (keyed < 0) return
    for (const line of [paper.head, ...paper.lines, ...(paper.second ?? [])]) line.splice(keyed, 1)
  },
  (paper, dice) => {
    if (dice(8) === 0) paper.hidden = undefined
  },
  // Rows go on on a second sheet, or the sheet is copied to work on.
  (paper, dice) => {
    if (dice(4) > 0) return
    const moved = paper.lines.splice(0, Math.floor(paper.lines.length / 2))
    paper.second = [...(paper.second ?? []), ...moved]
  },
  (paper, dice) => {
    if (dice(4) === 0) paper.second ??= paper.lines.map((line) => [...line])
  },
  // A question is answered, or its answer taken out.
  (paper, dice) => {
    named += 1
    const label = ['Kontak', 'Pegawai'][dice(2)] ?? ''
    const value = label === 'Kontak' ? `Orang ${named}` : 100 + named
    setAnswer(paper, label, dice(3) === 0 ? null : value)
  },
  (paper, dice) => {
    if (dice(3) === 0) setAnswer(paper, 'Ada', dice(3) === 0 ? 'Tidak ada' : 'Ya, ada')
  },
]

function setAnswer(paper: Paper, label: string, value: CellValue): void {
  const line = paper.questions[questionAt(paper, label)]
  if (line !== undefined) line[answerColumn(paper)] = value
}

function editFile(paper: Paper, dice: Dice): void {
  const which = dice(lineEdits.length + paperEdits.length)
  const sheet = paper.second !== undefined && dice(3) === 0 ? { head: paper.head, lines: paper.second } : paper
  lineEdits[which]?.(sheet, dice)
  paperEdits[which - lineEdits.length]?.(paper, dice)
}

async function story(seed: number): Promise<void> {
  const dice = diceOf(seed)
  const office = new Office()
  const people: readonly Person[] = ['ani', 'budi']
  const papers: Paper[] = [await office.download('ani')]
  let uploads = 0
  while (uploads < filesOfStory) {
    const who = people[dice(2)] ?? 'ani'
    const own = papers.filter(({ owner }) => owner === who)
    const paper = own[dice(own.length)]
    const turn = dice(10)
    if (turn === 0 || paper === undefined)
      papers.push(turn % 2 === 0 ? await office.download(who) : copyFor(office, papers, who, dice))
    else if (turn === 1) papers.push(copyFor(office, papers, who, dice))
    else if (turn < 4) onPage(office, who, dice)
    else if (turn < 8) editFile(paper, dice)
    else {
      uploads += 1
      await upload(office, paper, { dice, seed })
    }
  }
}

/** A file is handed over as it stands; who gets it has seen what is in it, not what its giver saw elsewhere. */
function copyFor(office: Office, papers: readonly Paper[], owner: Person, dice: Dice): Paper {
  const from = papers[dice(papers.length)] ?? (papers[0] as Paper)
  const copied = (lines: Line[] | undefined) => lines?.map((line) => [...line])
  return {
    owner,
    questions: copied(from.questions) ?? [],
    head: [...from.head],
    lines: copied(from.lines) ?? [],
    second: copied(from.second),
    hidden: copied(from.hidden),
    download: from.download,
    seen: office.seenBy(from),
  }
}

function onPage(office: Office, who: Person, dice: Dice): void {
  named += 1
  const asked = dice(12)
  if (asked === 0) office.answer(who, 'kontak', `Halaman ${named}`)
  if (asked === 1) office.answer(who, 'pegawai', 500 + named)
  if (asked === 2) office.answer(who, 'ada', dice(3) === 0 ? 'tidak' : 'ya')
  if (asked < 3) return
  office.edit(who, (rows) => {
    const at = dice(rows.length + 1)
    const row = rows[at]
    if (row === undefined) {
      const cells = { kode: `K${dice(12)}`, nama: `Halaman ${named}`, pagu: 9_000 + named }
      return [...rows, { rowKey: `P${named}`, cells }]
    }
    if (dice(4) === 0) return rows.filter((each) => each !== row)
    return rows.map((each) => (each === row ? { ...row, cells: { ...row.cells, pagu: 9_000 + named } } : each))
  })
}

async function upload(office: Office, paper: Paper, { dice, seed }: { dice: Dice; seed: number }): Promise<void> {
  const before = new Map(office.rows.map((row) => [row.rowKey, row.cells]))
  before.set('form', office.answers.fields)
  const authors = new Map(office.authors)
  const seen = office.seenBy(paper)
  const { preview, options } = await office.confirm(paper, dice)
  const clashes = new Set(preview.clashes.map(({ pointer }) => pointer))
  const isOthers = (rowKey: string, field: string) => {
    const value = before.get(rowKey)?.[field]
    if (value === undefined || authors.get(`${rowKey} ${field}`) === paper.owner) return false
    return !seen.has(cellFacts({ [field]: value }, rowKey)[0] ?? '')
  }
  for (const field of Object.keys(preview.fields)) {
    if (isOthers('form', field))
      expect([seed, [...clashes]]).toEqual([seed, expect.arrayContaining([`/fields/${field}`])])
  }
  for (const { changed, removed } of preview.tables) {
    for (const { rowKey, cells } of changed) {
      for (const field of Object.keys(cells)) {
        if (isOthers(rowKey, field))
          expect([seed, [...clashes]]).toEqual([seed, expect.arrayContaining([`/rows/baris/${rowKey}/${field}`])])
      }
    }
    for (const rowKey of removed) {
      expect([seed, Object.keys(before.get(rowKey) ?? {}).filter((field) => isOthers(rowKey, field))]).toEqual([
        seed,
        [],
      ])
    }
  }
  nothingStrange(office, seed)
  const keys = office.rows.map(({ rowKey }) => rowKey)
  expect([seed, keys.filter((key, at) => keys.indexOf(key) !== at)]).toEqual([seed, []])
  const again = await office.preview(paper)
  expect([seed, applyChanges(office.answers, decided(again, { options }))]).toEqual([seed, office.answers])
  if (preview.asks.some(({ kind }) => kind === 'hidden')) return
  const { added, changed, removed, fields } = again.counts
  expect([seed, { added, changed, removed, fields }]).toEqual([seed, { added: 0, changed: 0, removed: 0, fields: 0 }])
}

function nothingStrange(office: Office, seed: number): void {
  const form = cellFacts(office.answers.fields, 'form').filter((fact) => !office.facts.has(fact))
  expect([seed, form.filter((fact) => fact !== 'form ada ya')]).toEqual([seed, []])
  for (const { rowKey, cells } of office.rows) {
    const strange = Object.entries(cells).filter(([field, value]) => {
      const [byCode = '', byKey = ''] = [`code ${cells.kode}`, rowKey].map(
        (name) => cellFacts({ [field]: value }, name)[0],
      )
      return !office.facts.has(byCode) && !office.facts.has(byKey)
    })
    expect([seed, rowKey, cells.kode, strange]).toEqual([seed, rowKey, cells.kode, []])
  }
}

it(`${files} files of two people change what somebody meant, and nothing else`, async () => {
  const first = Number(process.env.WORKBOOK_SEED ?? 1)
  for (let each = 0; each < files / filesOfStory; each += 1) await story(first + each)
})
