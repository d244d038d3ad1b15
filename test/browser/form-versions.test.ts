/**
 * A wrong question in a running round, in a browser: the coordinator publishes version 2, sees what it changes for whom, and moves the
 * round; the operator finds her work carried over and what has no place beside it, sends, and the results hold both versions.
 */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { roundId, workPath } from '../journeys/agency-work.ts'
import { expectStatus, readInbox, Visitor } from '../journeys/visitor.ts'
import { columns, posyanduForm, row, settings } from '../workbook/xlsform/posyandu.ts'
import { upload } from './list-files.ts'
import { expectAccessible, expectAccessibleOnBoth, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
// A code of its own: what a worker once read of a published version it keeps, and another journey publishes `data-posyandu`.
const form = 'data-posyandu-baduta'
const asked = settings.map((cells) => cells.map((cell) => (cell === 'data_posyandu' ? 'data_posyandu_baduta' : cell)))
const pictures = process.env.SCREENSHOTS
let page: Page
let coordinator: Visitor
let operator: Page

const question = (type: string, name: string, label: string, required = 'yes') =>
  row({ type, name, 'label::Indonesia (id)': label, 'label::English (en)': `${label} (en)`, required })
const survey = {
  1: [
    columns,
    question('text', 'nomor', 'Nomor SK'),
    question('integer', 'balita', 'Jumlah balita'),
    question('text', 'catatan', 'Catatan lapangan', ''),
  ],
  2: [
    columns,
    question('text', 'nomor', 'Nomor SK'),
    question('integer', 'balita', 'Jumlah baduta'),
    question('text', 'alamat', 'Alamat posyandu'),
  ],
}

async function shoot(of: Page, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await of.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}
async function open(of: Page, path: string): Promise<void> {
  await of.goto(`${town.system.siteUrl}${path}`)
  await of.locator('main h1').waitFor()
  await of.locator('.loading').waitFor({ state: 'detached' })
}

beforeAll(async () => {
  page = await openWindow(town.browser)
  await signIn(page, town.system, 'koordinator@bappeda.example')
  coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
}, 120_000)

/** Publishes the survey through the page; the last button says which version it becomes. */
async function publish(version: 1 | 2): Promise<void> {
  await open(page, '/pengaturan/formulir')
  await upload(
    page,
    'Buku kerja XLSX',
    await posyanduForm({ survey: survey[version], settings: asked }),
    'posyandu.xlsx',
  )
  await page.getByText('Berkas ini dapat diterbitkan.').waitFor()
  if (version === 2) {
    await page.getByRole('heading', { name: 'Dari versi 1 ke versi 2' }).waitFor()
    await page.getByText('semula “Jumlah balita”, sekarang “Jumlah baduta”').waitFor()
    await expectAccessibleOnBoth(page)
  }
  await page.getByRole('button', { name: `Terbitkan sebagai versi ${version}` }).click()
  await page.getByText(`Versi ${version} sudah terbit.`).waitFor()
}

describe('a wrong question in a running round', () => {
  it('is asked of two agencies: one begins a draft, the other sends', async () => {
    await publish(1)
    const { body, headers } = await coordinator.request('GET', `/api/rounds/${roundId}/revisions`)
    const [newest] = (body as { revisions: { assignments: object[] }[] }).revisions
    const assigned = ['kec-alak', 'kec-maulafa'].map((agencyId) => ({ agencyId, formId: form, formVersion: 1 }))
    const plan = { ...newest, assignments: [...(newest?.assignments ?? []), ...assigned] }
    const base = { 'if-match': headers.get('etag') ?? '' }
    expectStatus(await coordinator.request('PUT', `/api/rounds/${roundId}`, plan, base), 200)
    const maulafa = await new Visitor(town.system).signIn('operator@kec-maulafa.example')
    const answers = { fields: { nomor: '7/SK/2026', balita: 12, catatan: 'Dari buku register' }, rows: {} }
    const key = { 'if-match': '"0"', 'idempotency-key': 'versi-maulafa-1' }
    expectStatus(await maulafa.request('POST', `${workPath('kec-maulafa', form)}/submissions`, { answers }, key), 201)
    operator = await openWindow(town.browser, phone)
    await signIn(operator, town.system, 'operator@kec-alak.example')
    await open(operator, `/putaran/${roundId}/kec-alak/${form}`)
    await operator.getByLabel('Nomor SK').fill('12/SK/2026')
    await operator.getByLabel('Jumlah balita').fill('40')
    await operator.getByLabel('Catatan lapangan').fill('Dua posyandu belum melapor')
    await operator.getByLabel('Catatan lapangan').blur()
    await operator.getByText(/Tersimpan \d\d\.\d\d WITA/).waitFor()
  })

  it('is mended by version 2: looked at, then moved, from the column in the table of assignments', async () => {
    await publish(2)
    await open(page, `/pengaturan/putaran/${roundId}`)
    await page.locator('summary', { hasText: 'Penugasan' }).click()
    await page.locator('.matrix').getByRole('link', { name: 'Versi 1' }).last().click()
    await page.getByRole('heading', { level: 1, name: 'Versi formulir' }).waitFor()
    await expect.poll(() => page.getByLabel('Formulir', { exact: true }).inputValue()).toBe(form)
    await expect.poll(() => page.getByLabel('Pindahkan ke').inputValue()).toBe('2')
    await page.getByLabel('Alasan (dibaca operator)').fill('Yang ditanya adalah baduta, bukan balita.')
    await page.getByRole('button', { name: 'Lihat yang berubah' }).click()
    await page.getByText('Ditambah: “Alamat posyandu”.').waitFor()
    await page.getByText('Tidak ditanya lagi: “Catatan lapangan”.').waitFor()
    await page.getByText('Kec. Alak (1 isian tidak muat)').waitFor()
    await expectAccessibleOnBoth(page)
    await shoot(page, 'versi-1280')
    await page.setViewportSize(phone)
    await shoot(page, 'versi-360')
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.getByRole('button', { name: 'Pindahkan sekarang' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Pindahkan sekarang' }).click()
    await page.getByText('Sudah dipindahkan.').waitFor()
  })

  it('is told by mail, and the operator finds her work, with the old note beside the form', async () => {
    const told = async () =>
      (await readInbox(town.system)).filter(
        ({ to, subject }) => to.includes('operator@kec-alak.example') && /versi|Pertanyaan/i.test(subject),
      )
    await expect.poll(async () => (await told()).length, { timeout: 30_000 }).toBe(1)
    expect((await told())[0]?.text).toContain('semula “Jumlah balita”, sekarang “Jumlah baduta”')
    await operator.reload()
    await expect.poll(() => operator.getByLabel('Nomor SK').inputValue()).toBe('12/SK/2026')
    await expect.poll(() => operator.getByLabel('Jumlah baduta').inputValue()).toBe('40')
    await operator.getByText('1 isian dari versi lama tidak muat di versi ini').waitFor()
    await operator.getByText('Dua posyandu belum melapor').waitFor()
    await expectAccessible(operator)
    await shoot(operator, 'formulir-360')
    await operator.getByLabel('Alamat posyandu').fill('Jalan Pahlawan')
    await operator.getByRole('button', { name: 'Buang isian lama ini' }).click()
    await operator.getByRole('dialog').getByRole('button', { name: 'Buang isian lama ini' }).click()
    await operator.getByText('Dua posyandu belum melapor').waitFor({ state: 'detached' })
    await operator.getByRole('button', { name: /Periksa/ }).click()
    await operator.getByRole('dialog').getByRole('button', { name: /Kirim/ }).click()
    await operator.getByText('Data Anda sudah diterima').waitFor()
    await operator.getByText('Data posyandu (versi 2)').waitFor()
  })

  it('is in the results with both versions', async () => {
    const path = `/api/rounds/${roundId}/export.csv?form=${form}&part=isian`
    const csv = String(expectStatus(await coordinator.request('GET', path), 200).body)
    const [head = '', ...rows] = csv.trim().split('\n')
    expect(head).toContain('catatan')
    const alak = rows.find((line) => line.includes('kec-alak')) ?? ''
    const maulafa = rows.find((line) => line.includes('kec-maulafa')) ?? ''
    expect([alak.includes('Jalan Pahlawan'), alak.includes(';2;')]).toEqual([true, true])
    expect([maulafa.includes('Dari buku register'), maulafa.includes(';1;')]).toEqual([true, true])
  })
})
