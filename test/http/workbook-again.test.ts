/** The same workbook a second time, and between two people: what was taken from a file is remembered, whoever saved meanwhile. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeEach, expect, it } from 'vitest'
import { applyChanges } from '../../functions/domain/workbook/apply-changes.ts'
import { decided, type WorkbookChoices } from '../../functions/rules/workbook-choices.ts'
import type { Answers, Row } from '../../functions/schema/answers.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import type { Browser } from './browser.ts'
import { roundId, useWorld } from './world.ts'

const world = useWorld('http-workbook-again')
const path = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
let [ani, budi]: Browser[] = []
type File = Uint8Array<ArrayBuffer>

beforeEach(async () => {
  world().clock.now = new Date(world().clock.now.getTime() + 600_000)
  ani = await world().as('op-perikanan')
  budi = await world()
    .as('dua-perikanan')
    .catch(() => world().as('op-perikanan'))
  await save(ani, () => ({ fields: {}, rows: { baris: [] } }))
})

async function draft(browser: Browser): Promise<{ answers: Answers; tag: string }> {
  const answer = await browser.get(`${path}/draft`)
  return { answers: ((await answer.json()) as { answers: Answers }).answers, tag: answer.headers.get('etag') ?? '' }
}
async function save(browser: Browser | undefined, change: (answers: Answers) => Answers): Promise<void> {
  if (browser === undefined) throw new Error('nobody')
  const { answers, tag } = await draft(browser)
  const body = { formVersion: 1, answers: change(answers) }
  expect((await browser.put(`${path}/draft`, body, { 'if-match': tag })).status).toBe(200)
}
async function download(browser: Browser | undefined): Promise<File> {
  world().clock.now = new Date(world().clock.now.getTime() + 1_000)
  return new Uint8Array(await (await (browser as Browser).get(`${path}/workbook`)).arrayBuffer())
}
async function preview(browser: Browser | undefined, file: File): Promise<WorkbookPreview> {
  world().clock.now = new Date(world().clock.now.getTime() + 10_000)
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await (browser as Browser).send('POST', `${path}/workbook`, { raw: file, headers })
  expect(answer.status).toBe(200)
  return (await answer.json()) as WorkbookPreview
}
async function confirm(browser: Browser | undefined, file: File, choices?: WorkbookChoices): Promise<WorkbookPreview> {
  const found = await preview(browser, file)
  await save(browser, (answers) => applyChanges(answers, decided(found, choices)))
  await taken(browser, found)
  return found
}
async function taken(browser: Browser | undefined, { file }: WorkbookPreview): Promise<void> {
  if (file === null) return
  const answer = await (browser as Browser).post(`${path}/workbook/taken`, {
    download: file.download,
    offer: file.offer,
  })
  expect(answer.status).toBe(204)
}
/** The file with its rows changed as an office program changes them. */
async function edited(file: File, change: (rows: unknown[][]) => void): Promise<File> {
  const { sheets } = await readXlsx(file)
  change((sheets.find(({ name }) => name === 'Baris')?.rows ?? []) as unknown[][])
  const plain = sheets.map(({ name, rows, veryHidden }) => ({ name, rows, veryHidden: veryHidden === true }))
  return Uint8Array.from(await writeXlsx({ sheets: plain }))
}
const typed = (rows: readonly (readonly [string, number | null])[]) => (lines: unknown[][]) => {
  rows.forEach(([name, pagu], index) => {
    lines[index + 1] = [name, pagu, null]
  })
}
async function rows(): Promise<unknown[][]> {
  return ((await draft(ani as Browser)).answers.rows.baris ?? []).map(({ cells }) => [cells.nama, cells.pagu])
}
const renamed =
  (name: string, next: Partial<Record<string, string | number>>) =>
  (answers: Answers): Answers => ({
    ...answers,
    rows: {
      baris: (answers.rows.baris ?? []).map(
        (row): Row => (row.cells.nama === name ? { ...row, cells: { ...row.cells, ...(next as Row['cells']) } } : row),
      ),
    },
  })
const counts = ({ counts: { added, changed, removed, clashes, asks } }: WorkbookPreview) => ({
  added,
  changed,
  removed,
  clashes,
  asks,
})
const same = { added: 0, changed: 0, removed: 0, clashes: 0, asks: 0 }
const three = typed([
  ['910', 1],
  ['911', 2],
  ['912', 3],
])

it('a row deleted or put in on top of rows that came from the file moves nothing', async () => {
  const file = await edited(await download(ani), three)
  expect(counts(await confirm(ani, file))).toEqual({ ...same, added: 3 })
  expect(counts(await preview(ani, file))).toEqual(same)
  const shorter = await edited(file, (lines) => lines.splice(1, 1))
  expect(counts(await confirm(ani, shorter))).toEqual({ ...same, removed: 1 })
  const longer = await edited(shorter, (lines) => lines.splice(1, 0, ['909', 9, null]))
  expect(counts(await confirm(ani, longer))).toEqual({ ...same, added: 1 })
  expect((await rows()).sort()).toEqual([
    ['909', 9],
    ['911', 2],
    ['912', 3],
  ])
})

it('one’s own second upload is a correction, a third one too, also back to what was', async () => {
  const file = await edited(await download(ani), three)
  await confirm(ani, file)
  for (const pagu of [20, 30, 2]) {
    const next = await edited(file, (lines) => {
      lines[2] = ['911', pagu, null]
    })
    expect(counts(await confirm(ani, next))).toMatchObject({ added: 0, removed: 0, clashes: 0 })
    expect(await rows()).toContainEqual(['911', pagu])
    expect(await rows()).toHaveLength(3)
  }
})

it('of two people with one download neither loses rows of the other', async () => {
  const given = await download(ani)
  await confirm(ani, await edited(given, three))
  const other = await edited(given, typed([['950', 5]]))
  expect(counts(await confirm(budi, other))).toEqual({ ...same, added: 1 })
  expect(await rows()).toHaveLength(4)
})

it('a colleague’s newer value of a row that came from the file is a clash, and stays where it is chosen', async () => {
  const file = await edited(await download(ani), three)
  await confirm(ani, file)
  await save(budi, renamed('911', { pagu: 77 }))
  expect(counts(await preview(ani, file))).toEqual(same)
  const next = await edited(file, (lines) => {
    lines[2] = ['911', 5, null]
  })
  const found = await preview(ani, next)
  expect(counts(found)).toEqual({ ...same, changed: 1, clashes: 1 })
  const keeping = new Set(found.clashes.map(({ pointer }) => pointer))
  await confirm(ani, next, { keeping })
  expect(await rows()).toContainEqual(['911', 77])
  // What was not taken is asked about again.
  expect(counts(await preview(ani, next))).toEqual({ ...same, changed: 1, clashes: 1 })
})

it('a row that a colleague removed does not come back without a word, and one that he changed is not removed so', async () => {
  const file = await edited(await download(ani), three)
  await confirm(ani, file)
  await save(budi, (answers) => ({
    ...answers,
    rows: { baris: (answers.rows.baris ?? []).filter(({ cells }) => cells.nama !== '910') },
  }))
  await save(budi, renamed('911', { pagu: 77 }))
  const found = await preview(ani, file)
  expect(counts(found)).toEqual(same)
  expect(found.notices.map(({ code }) => code)).toContain('rows-gone')
  const next = await edited(file, (lines) => {
    lines[1] = ['910', 11, null]
    lines.splice(2, 1)
  })
  const asked = await preview(ani, next)
  expect(asked.asks.map(({ kind, about, chosen }) => [kind, about, chosen])).toEqual([
    ['remove', '911 · Rp77', 0],
    ['revive', '910 · Rp11', 0],
  ])
  await confirm(ani, next)
  expect((await rows()).sort()).toEqual([
    ['911', 77],
    ['912', 3],
  ])
})

it('what was taken back is offered again', async () => {
  const before = await draft(ani as Browser)
  const file = await edited(await download(ani), three)
  const found = await confirm(ani, file)
  await save(ani, () => before.answers)
  await taken(ani, found)
  expect(counts(await preview(ani, file))).toEqual({ ...same, added: 3 })
})

it('a file without its hidden sheet overwrites nothing newer that was not chosen, and lists what it lacks', async () => {
  await confirm(ani, await edited(await download(ani), three))
  await save(budi, renamed('911', { pagu: 77 }))
  const csv = new TextEncoder().encode('Nama;Pagu\n910;1\n911;3\n')
  const found = await preview(ani, csv)
  expect(counts(found)).toMatchObject({ added: 0, changed: 0, removed: 0 })
  expect(found.asks.map(({ kind, chosen }) => [kind, chosen])).toEqual([['overwrite', 0]])
  expect(found.tables[0]?.missing).toHaveLength(1)
  expect(found.notices.map(({ code }) => code)).toContain('past-unknown')
})

it('an offer of somebody else, or of nobody, is not taken', async () => {
  const found = await preview(ani, await edited(await download(ani), three))
  const stranger = { download: found.file?.download, offer: 'a'.repeat(64) }
  expect((await (ani as Browser).post(`${path}/workbook/taken`, stranger)).status).toBe(404)
})
