/**
 * What offices print, as PDF of the end of a hard round, on A4 and on F4: no letter over another, none beyond the margins, and as many
 * sheets as were promised. Measured on the sheets that Chromium wrote, not on the screen.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import { roundId, tagging } from '../journeys/agency-work.ts'
import { playToTheEnd } from './end-state.ts'
import { overprints } from './pdf/overprints.ts'
import { readPdf, type Sheet } from './pdf/read-pdf.ts'
import { desk, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const pictures = process.env.SCREENSHOTS
/** F4 as most printers here have it; the narrower kind, of 210 mm, is A4 with more below. */
const papers = [
  { name: 'A4', width: '210mm', height: '297mm' },
  { name: 'F4', width: '215mm', height: '330mm' },
]
/** 10 mm, less a hair. */
const margin = 27
const town = useTown()
let coordinator: Page
let operator: Page

beforeAll(async () => {
  await playToTheEnd(town.system)
  coordinator = await openWindow(town.browser, desk)
  await signIn(coordinator, town.system, 'koordinator@bappeda.example')
  operator = await openWindow(town.browser, desk)
  await signIn(operator, town.system, 'operator@dikbud.example')
}, 240_000)

type Shown = { readonly page: Page; readonly path: string; readonly wait: string; readonly sheets?: number }

/** The page's sheets on each paper, found sound. */
async function printed({ page, path, wait, sheets }: Shown): Promise<Sheet[][]> {
  await page.goto(town.system.siteUrl + path)
  await page.locator(wait).first().waitFor()
  await page.waitForLoadState('networkidle')
  const found: Sheet[][] = []
  for (const { name, ...paper } of papers) {
    const pdf = await page.pdf({ ...paper, printBackground: true })
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true })
      writeFileSync(`${pictures}/paper${path.replaceAll('/', '-')}-${name}.pdf`, pdf)
    }
    const read = readPdf(pdf)
    if (sheets !== undefined) expect(read.length, `${path} on ${name}`).toBe(sheets)
    for (const [index, sheet] of read.entries()) {
      expect(overprints(sheet), `${path} on ${name}, sheet ${index + 1}`).toEqual([])
      const beyond = sheet.letters.filter(({ left, right }) => left < margin || right > sheet.width - margin)
      expect(beyond, `${path} on ${name}, sheet ${index + 1}, beyond the margins`).toEqual([])
    }
    found.push(read)
  }
  return found
}

/** All letters line by line, without blanks. */
const written = (sheets: readonly Sheet[]) =>
  sheets
    .flatMap(({ letters }) =>
      letters.toSorted((a, b) => Math.round(a.bottom) - Math.round(b.bottom) || a.left - b.left),
    )
    .map(({ text }) => text)
    .join('')
    .replace(/\s/g, '')
const plain = (text: string) => text.replace(/\s/g, '')

describe('the measure', () => {
  it('sees amounts that run into each other, and none that keep apart', async () => {
    const page = await openWindow(town.browser, desk)
    const table = (width: number) =>
      page.setContent(
        `<table style="table-layout:fixed;width:${width}px"><td>Rp693.000.000<td>Rp415.800.000<td>Rp1.234.567</table>`,
      )
    const found = async () => readPdf(await page.pdf({ format: 'A4' })).map(overprints)
    await table(500)
    expect(await found()).toEqual([[]])
    await table(200)
    expect((await found()).flat().length).toBeGreaterThan(5)
    await page.context().close()
  })
})

describe('printed at the end of a round', () => {
  it('the board is one sheet, from a desk and from a phone, in a size that can be read', async () => {
    for (const window of [phone, desk]) {
      await coordinator.setViewportSize(window)
      for (const [sheet] of await printed({ page: coordinator, path: '/rekap', wait: 'h1 ~ .facts', sheets: 1 })) {
        if (sheet === undefined) throw new Error('nothing was printed')
        const text = written([sheet])
        expect(text).toContain(plain('Kecamatan Kota Lama'))
        expect(text).toContain(plain('Keadaan Senin, 23 Februari 2026'))
        const sizes = sheet.letters.map(({ size }) => size).toSorted((a, b) => a - b)
        expect(sizes[Math.floor(sizes.length / 10)]).toBeGreaterThanOrEqual(5)
      }
    }
  })

  it('a kecamatan’s paper is two sheets, with the unit in the head, every period in words, and what argues', async () => {
    for (const kecamatan of ['kec-alak', 'kec-kota-lama']) {
      const path = `/hasil/kecamatan/${kecamatan}`
      for (const sheets of await printed({ page: coordinator, path, wait: '.sources', sheets: 2 })) {
        const text = written(sheets)
        expect(text.split(plain('(juta rupiah)')).length).toBeGreaterThan(4)
        expect(text).not.toMatch(/Rp\d/)
        expect(text).toMatch(/Cakupanlayanan,SemesterI+20\d\d/)
        expect(text).toMatch(/Datasasaran,SemesterI+20\d\d/)
        expect(text).toMatch(/Prevalensistunting.*Sumber:.*tanggaldata/)
        expect(text).toMatch(/\d+dari29indikatorbelumpunyaanggaran/)
      }
    }
  })

  it('a form is all its columns, sent or still being filled in, and no bar lies over them', async () => {
    const base = `/putaran/${roundId}`
    const labels = (formDefinition(tagging, 2)?.tables[0]?.fields ?? []).filter(({ type }) => type !== 'computed')
    const shown = [
      { page: coordinator, path: `${base}/dinsos/${tagging}/kiriman`, wait: '.sheet-table' },
      { page: operator, path: `${base}/dikbud/${tagging}`, wait: '.tool-row' },
    ]
    for (const each of shown)
      for (const sheets of await printed(each)) {
        const text = written(sheets)
        const first = text.slice(text.indexOf(plain('Baris 1 ·')), text.indexOf(plain('Baris 2 ·')))
        const missing = labels.filter(({ label }) => !first.includes(plain(`${label.id}:`))).map(({ id }) => id)
        // Questions that this row was not asked.
        expect(missing.filter((id) => !['keterangan', 'linkBukti'].includes(id))).toEqual([])
        expect(text).not.toContain(plain('Periksa dan kirim'))
      }
  })

  it('a receipt is one sheet that names who sent it', async () => {
    const path = `/api/rounds/${roundId}/agencies/dikbud/forms/${tagging}/submissions`
    const { submissions } = await (await operator.request.get(town.system.siteUrl + path)).json()
    const receipt = `/bukti/${submissions[0].receiptNumber}`
    for (const sheets of await printed({ page: operator, path: receipt, wait: '.receipt h2', sheets: 1 }))
      expect(written(sheets)).toContain(plain(`Dikirim oleh: ${submissions[0].byName}`))
  })
})
