/** Results over real stores: the workbook and the CSV hold what was submitted, as data and never as formulas; pages never mix two states. */

import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it } from 'vitest'
import { maxSentBytes } from '../../functions/schema/workbook-limits.ts'
import { at } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-results')
const base = `/api/rounds/${roundId}`
let keys = 0

async function submit(agency: string, nama: string, revision: number) {
  const browser = await world().as('dua-dinas')
  keys += 1
  const body = answers('A/1', 5_000)
  const row = { rowKey: 'R1', cells: { nama, pagu: 5_000 } }
  return browser.post(
    `${base}/agencies/${agency}/forms/uji/submissions`,
    { answers: { ...body, rows: { baris: [row] } } },
    { 'if-match': `"${revision}"`, 'idempotency-key': `results-${keys}` },
  )
}
const get = async (path: string) => (await world().as('koordinator')).get(base + path)

beforeAll(async () => {
  world().clock.now = at(12, '09:00')
  expect((await submit('perikanan', '=1+1', 0)).status).toBe(201)
  expect((await submit('dinsos', '-5 °C "kotak", Oe\nba', 0)).status).toBe(201)
})

describe('the workbook of a round', () => {
  it('names the revisions that its figures come from, and holds their rows', async () => {
    const answer = await get('/export.xlsx')
    expect(answer.headers.get('content-disposition')).toContain(`${roundId}.xlsx`)
    const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    const names = sheets.map(({ name }) => name)
    expect(names.slice(0, 6)).toEqual([
      'Rekap',
      'Kiriman',
      'Anggaran',
      'Anggaran per kecamatan',
      'Dukungan anggaran',
      'Temuan',
    ])
    const text = (name: string) => JSON.stringify(sheets.find((sheet) => sheet.name === name)?.rows)
    const receipts = world().deps.rounds.load('kota-kupang', roundId)
    for (const { receiptNumber, sha256 } of (await receipts)?.submissions ?? []) {
      expect(text('Kiriman')).toContain(receiptNumber)
      expect(text('Kiriman')).toContain(sha256)
    }
    expect(text('3A Baris')).toContain('=1+1')
  })

  it('is refused, with the way out, where it is more than a deployed function can hand over', async () => {
    const { results } = world().deps
    const { workbook } = results
    results.workbook = async () => new Uint8Array(maxSentBytes + 1)
    const answer = await get('/export.xlsx')
    results.workbook = workbook
    expect(answer.status).toBe(422)
    const problem = await answer.json()
    expect(problem.code).toBe('results-too-large')
    expect(problem.detail).toContain('CSV per formulir')
  })

  it('has no formula, whatever was typed', async () => {
    const { sheets } = await readXlsx(new Uint8Array(await (await get('/export.xlsx')).arrayBuffer()))
    const formulas = sheets
      .flatMap((sheet) => [...(sheet.cells?.values() ?? [])])
      .filter((cell) => 'formula' in cell && cell.formula)
    expect(formulas).toEqual([])
  })
})

describe('the CSV of a form', () => {
  it('comes back as it was typed; what a spreadsheet would run has a guard quote', async () => {
    const text = await (await get('/export.csv?form=uji')).text()
    expect(text).toContain("'=1+1")
    const [header, ...rows] = parseCsv(text, { unescapeFormulae: true, delimiter: ';' })
    expect(header).toEqual(['agencyId', 'agency', 'revision', 'receipt', 'version', 'rowKey', 'nama', 'pagu'])
    expect(rows.map((row) => row[6]).toSorted()).toEqual(['-5 °C "kotak", Oe\nba', '=1+1'])
  })

  it('has the questions answered once and a dictionary beside it', async () => {
    const header = await (await get('/export.csv?form=uji&part=isian')).text()
    expect(header).toMatch(/nomor/)
    const dictionary = await (await get('/export.csv?form=uji&part=kamus')).text()
    expect(dictionary).toMatch(/"baris";"pagu";"Pagu";"rupiah";"Rp"/)
    expect((await get('/export.csv?form=uji&part=tidakAda')).status).toBe(404)
    expect((await get('/export.csv?form=tidak-ada')).status).toBe(404)
  })
})

describe('results for programs', () => {
  it('come page by page, all of them once', async () => {
    const first = await (await get('/results/uji?limit=1')).json()
    expect(first).toMatchObject({ total: 2, rows: [expect.anything()] })
    const second = await (await get(`/results/uji?limit=1&cursor=${first.next}`)).json()
    expect(second.next).toBeNull()
    expect([...first.rows, ...second.rows].map((row: unknown[]) => row[0]).toSorted()).toEqual(['dinsos', 'perikanan'])
  })

  it('refuse the next page when a newer revision came in between', async () => {
    const { next } = await (await get('/results/uji?limit=1')).json()
    expect((await submit('perikanan', 'Dua', 1)).status).toBe(201)
    const answer = await get(`/results/uji?limit=1&cursor=${next}`)
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ code: 'results-changed' })
  })

  it('know no kecamatan that is not one', async () => {
    expect((await get('/districts/perikanan')).status).toBe(404)
    expect((await get('/districts/kec-alak')).status).toBe(404)
    expect((await get('/districts/kec-uji')).status).toBe(200)
  })
})

describe('the summary of an own form', () => {
  it('stands in the workbook and on the page with the same figures, for those who see the whole region', async () => {
    const answer = await get('/summaries/uji')
    expect(answer.status).toBe(200)
    const { questions } = await answer.json()
    expect(questions.find(({ id }: { id: string }) => id === 'baris.pagu').all).toMatchObject({
      answered: 2,
      sum: 10_000,
    })
    const { sheets } = await readXlsx(new Uint8Array(await (await get('/export.xlsx')).arrayBuffer()))
    const summary = sheets.find(({ name }) => name === '3A ringkasan')?.rows ?? []
    expect(summary.some((row) => row[2] === 'Semua' && row[4] === 'Jumlah' && row[5] === 10_000)).toBe(true)
    expect((await get('/summaries/tidak-ada')).status).toBe(404)
    expect((await (await world().as('op-perikanan')).get(`${base}/summaries/uji`)).status).toBe(403)
  })
})
