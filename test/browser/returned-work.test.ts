/**
 * Returned work, as people meet it: the mail leads to the very cell, an answer is a click, the reviewer sees what was answered and
 * what changed, and the receipt is one sheet whose hash can be taken again.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { completeAnswers, decide, post, submit, tagging, workPath } from '../journeys/agency-work.ts'
import { expectStatus, readInbox, Visitor } from '../journeys/visitor.ts'
import { focused } from './focus.ts'
import { expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const agencyId = 'perikanan'
const work = { agencyId, formId: tagging }
const before = completeAnswers(agencyId, tagging)
const row = before.rows.penandaan?.[0]
const cell = `/rows/penandaan/${row?.rowKey}/paguDitandai`
const town = useTown()
let operator: Visitor
let coordinator: Visitor

beforeAll(async () => {
  operator = await new Visitor(town.system).signIn('operator@perikanan.example')
  coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
  await submit(operator, agencyId, tagging)
  await decide(coordinator, work, {
    decision: 'return',
    dueOn: '2026-02-20',
    comments: [
      { pointer: cell, text: 'Pagu ditandai tidak sama dengan rincian belanja.' },
      { pointer: '/fields/nomorDokumen', text: 'Lengkapi nomor dokumen.' },
    ],
  })
})

async function mailedLink(): Promise<string> {
  let link = ''
  const found = async () => {
    const mail = (await readInbox(town.system)).find(({ text }) => text.includes('Pagu ditandai tidak sama'))
    link = new RegExp(`\\S+#${cell}`).exec(mail?.text ?? '')?.[0] ?? ''
    return link
  }
  await expect.poll(found).not.toBe('')
  return link
}

it('the mail’s link leads through the sign-in to the very cell, on a desk and on a phone', async () => {
  const link = await mailedLink()
  for (const size of [undefined, phone]) {
    const page = await openWindow(town.browser, size)
    await signIn(page, town.system, 'operator@perikanan.example')
    await page.goto(link)
    await page.locator('.returned-comments').waitFor()
    await expect.poll(() => focused(page)).toContain(`${row?.rowKey}-paguDitandai`)
    const isInSight = () =>
      page.evaluate(() => {
        const { top = -1, bottom = 0 } = document.activeElement?.getBoundingClientRect() ?? {}
        return top >= 0 && bottom <= innerHeight
      })
    await expect.poll(isInSight).toBe(true)
    await expectAccessible(page)
    await page.context().close()
  }
})

it('an answer is a click on the page, and the reviewer of the next revision sees answers and changes', async () => {
  const page = await openWindow(town.browser, phone)
  await signIn(page, town.system, 'operator@perikanan.example')
  await page.getByText('2 catatan dari Bappeda, 0 sudah dijawab').waitFor()
  await page.getByRole('link', { name: 'Pagu ditandai tidak sama' }).click()
  const panel = page.locator('.returned-comments')
  await panel
    .getByRole('button', { name: /Sudah diperbaiki/ })
    .first()
    .click()
  await panel.getByText('1 dari 2 catatan dijawab').waitFor()
  await page.context().close()
  const [first, ...others] = before.rows.penandaan ?? []
  const cells = { ...first?.cells, keterangan: 'Disesuaikan dengan rincian belanja.' }
  const answers = { ...before, rows: { penandaan: [{ rowKey: first?.rowKey, cells }, ...others] } }
  expectStatus(await post(operator, { ...work, base: 1 }, { answers }), 201)
  const reviewer = await openWindow(town.browser)
  await signIn(reviewer, town.system, 'koordinator@bappeda.example')
  await reviewer.goto(`${town.system.siteUrl}/putaran/3a-2026-2/${agencyId}/${tagging}/kiriman`)
  await reviewer.getByText('1 dari 2 catatan dijawab').waitFor()
  await reviewer.getByText('Belum dijawab').waitFor()
  await reviewer.getByText('Yang berubah sejak keputusan terakhir (revisi 1)').click()
  await reviewer.locator('.changes').getByText('Disesuaikan dengan rincian belanja.').waitFor()
  await expectAccessible(reviewer)
  await reviewer.context().close()
})

it('the receipt is one printed sheet, and the downloaded file has its hash by the command on the page', async () => {
  const page = await openWindow(town.browser)
  await signIn(page, town.system, 'operator@perikanan.example')
  const { body } = await operator.request('GET', `${workPath(agencyId, tagging)}/submissions`)
  const [latest] = (body as { submissions: { receiptNumber: string; sha256: string }[] }).submissions
  await page.goto(`${town.system.siteUrl}/bukti/${latest?.receiptNumber}`)
  await page.getByRole('heading', { name: 'Hitung ulang SHA-256' }).waitFor()
  const command = (await page.locator('code').first().textContent()) ?? ''
  expect(command).toBe(`sha256sum ${latest?.receiptNumber}.json`)
  const directory = mkdtempSync(join(tmpdir(), 'lengkap-receipt-'))
  try {
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Unduh isi kiriman (JSON)' }).click()
    const download = await coming
    await download.saveAs(join(directory, download.suggestedFilename()))
    const [program = '', file = ''] = command.split(' ')
    const said = execFileSync(program, [file], { cwd: directory, encoding: 'utf8' })
    expect(said.split(' ')[0]).toBe(latest?.sha256)
  } finally {
    rmSync(directory, { recursive: true })
  }
  const sheet = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await expectAccessible(page)
  await page.context().close()
})
