/**
 * A round's results in a browser: the coordinator takes the workbook and a CSV away, and reads the paper for a kecamatan's Pra
 * Musrenbang. Its figures are those of the submissions it names.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Row } from '../../functions/schema/answers.ts'
import { decide, post, submit, tagging } from '../journeys/agency-work.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'
import { loadBudget, plansOf } from './whole-city.ts'

const pictures = process.env.SCREENSHOTS
const paths = ['/hasil', '/hasil/kecamatan/kec-alak', '/hasil/kota'] as const
const sent: Row[] = []
const town = useTown()
let page: Page

/** One of money outside the budget. */
const amounts = (index: number) => {
  const budget = 41_250_000 + index * 3_333_333
  return {
    sumberDana: index === 3 ? 'NON_APBD' : 'DAU',
    keterangan: 'Sumbangan bank daerah; disalurkan lewat kelurahan.',
    paguSubKegiatan: budget,
    paguDitandai: budget - 1_000_000,
    belanjaLangsungSasaran: budget - 2_000_000,
    realisasi: 5_000_000 + index,
  }
}

beforeAll(async () => {
  for (const [agencyId, count] of [
    ['dinsos', 45],
    ['dikbud', 8],
  ] as const) {
    const operator = await new Visitor(town.system).signIn(`operator@${agencyId}.example`)
    const answers = plansOf(agencyId, count, amounts)
    expectStatus(await post(operator, { agencyId, formId: tagging }, { answers }), 201)
    sent.push(...(answers.rows.penandaan ?? []))
  }
  const operator = await new Visitor(town.system).signIn('operator@kec-alak.example')
  for (const form of ['monev-cakupan-layanan', 'data-sasaran']) await submit(operator, 'kec-alak', form)
  const coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
  await loadBudget(coordinator)
  const comments = [{ pointer: '/fields/tanggalDokumen', text: 'Tanggal DPA belum sesuai.' }]
  await decide(
    coordinator,
    { agencyId: 'dikbud', formId: tagging },
    { decision: 'return', comments, dueOn: '2026-02-13' },
  )
  page = await openWindow(town.browser)
  await signIn(page, town.system, 'koordinator@bappeda.example')
}, 120_000)

const sum = (rows: readonly Row[], field: string) => rows.reduce((total, row) => total + Number(row.cells[field]), 0)
const rupiah = (amount: number) => `Rp${amount.toLocaleString('id-ID')}`
const inBudget = () => sent.filter(({ cells }) => cells.sumberDana !== 'NON_APBD')
const inAlak = () => inBudget().filter(({ cells }) => [cells.lokasi].flat().includes('53.71.01.1001'))

async function download(link: string): Promise<Buffer> {
  const saved = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).first().click()
  return readFileSync(await (await saved).path())
}

describe('the results of a round', () => {
  it('can be read by everybody, on a desk and on a phone', async () => {
    for (const path of paths)
      for (const size of [phone, desk]) {
        await page.setViewportSize(size)
        await page.goto(town.system.siteUrl + path)
        await page.locator('main h1').waitFor()
        await expectAccessible(page)
        if (pictures === undefined) continue
        mkdirSync(pictures, { recursive: true })
        const name = `results${path.replaceAll('/', '-')}-${size.width}`
        await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
      }
  })

  it('are taken away as a workbook whose totals are those of the submissions', async () => {
    await page.goto(`${town.system.siteUrl}/hasil`)
    const { sheets } = await readXlsx(await download('Unduh buku kerja (XLSX)'))
    const totals = sheets.find(({ name }) => name === 'Anggaran')?.rows ?? []
    const line = (by: string) => totals.find(([, name]) => name === by)?.slice(2)
    const fields = ['paguSubKegiatan', 'paguDitandai', 'belanjaLangsungSasaran', 'realisasi']
    const sums = fields.map((field) => sum(inBudget(), field))
    expect(line('Seluruh kota (APBD)')).toEqual([inBudget().length, ...sums])
    expect(line('Non-APBD')?.[0]).toBe(sent.length - inBudget().length)
    const against = sheets.find(({ name }) => name === 'Ditandai dan SIPD')?.rows ?? []
    const whole = against.find(([name]) => name === 'Seluruh daerah')?.slice(1, 4)
    expect(whole).toEqual([sum(inBudget(), 'paguDitandai'), 8_037_500_000, 6_447_500_000])
    const education = against.find(([name]) => name === 'Dinas Pendidikan dan Kebudayaan')
    expect(education?.[4]).toBe('1.01.02.2.03.0019, 1.01.02.2.03.0047')
  })

  it('are taken away as a CSV that Excel in Indonesian opens, with every row that was sent', async () => {
    const csv = (await download('Penandaan anggaran (CSV)')).toString()
    const [header = '', ...rows] = csv.trimEnd().split('\r\n')
    expect(header.split(';').slice(0, 4)).toEqual(['\uFEFF"agencyId"', '"agency"', '"revision"', '"receipt"'])
    expect(rows).toHaveLength(sent.length)
  })
})

describe('the paper for a kecamatan', () => {
  it('sums what is planned, tagged and spent there, and says which submissions it comes from and how they stand', async () => {
    await page.goto(`${town.system.siteUrl}${paths[1]}`)
    const total = page.getByRole('row', { name: /^Jumlah/ })
    for (const field of ['paguSubKegiatan', 'paguDitandai', 'belanjaLangsungSasaran', 'realisasi'])
      await expect.poll(() => total.textContent()).toContain(rupiah(sum(inAlak(), field)))
    await expect.poll(() => page.locator('.budget tbody tr').count()).toBe(inAlak().length)
    const sources = page.locator('.sources li')
    await expect
      .poll(async () => (await sources.allTextContents()).map((text) => text.replace(/: \S+/, '')))
      .toEqual([
        'Dikbud, 3A (Perlu perbaikan)',
        'Dinsos, 3A (Dikirim)',
        'Kec. Alak, Cakupan layanan (Dikirim)',
        'Kec. Alak, Data sasaran (Dikirim)',
      ])
  })

  it('shows on paper the largest plans and the sum of the others, in millions, and the whole city with its own row first', async () => {
    await page.goto(`${town.system.siteUrl}${paths[1]}`)
    await page.locator('.sources').waitFor()
    const city = page.locator('.city-account')
    await expect.poll(() => city.locator('tbody tr').first().textContent()).toContain('Kecamatan Alak')
    await page.emulateMedia({ media: 'print' })
    await page.getByText(/kegiatan lain/).waitFor()
    await city.getByText('10 perangkat daerah lain').waitFor()
    await expect.poll(() => page.locator('.budget tbody tr:visible').count()).toBe(20)
    const millions = (sum(inAlak(), 'paguDitandai') / 1_000_000).toLocaleString('id-ID', {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    })
    await page
      .getByRole('row', { name: /^Jumlah/ })
      .getByText(millions, { exact: true })
      .waitFor()
    await page.emulateMedia({ media: 'screen' })
  })
})
