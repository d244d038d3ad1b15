/**
 * The inbox in a real browser: hostile mail runs nothing and asks for nothing, pages fit a 360 px phone, and the list
 * finds new mail by itself.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { sendMail, startSes } from '../local/ses-support.ts'
import { useBrowser } from './town.ts'

const window = useBrowser()

test('a hostile mail runs no script, sends no form and loads nothing, in its frame and opened directly', async () => {
  const asked: string[] = []
  const outside = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end()
  }).listen(0, '127.0.0.1')
  await once(outside, 'listening')
  const address = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`
  const ses = await startSes()
  const id = await sendMail(ses, {
    subject: '<script>document.title="JEBOL"</script>',
    html: `<p>Isi surat</p><img src="${address}/pixel"><link rel="stylesheet" href="${address}/style">
      <script>document.title = "JEBOL"; document.body.innerHTML = "JEBOL"; fetch("${address}/fetch")</script>
      <img src="data:," onerror="document.body.innerHTML = 'JEBOL'"><meta http-equiv="refresh" content="0;url=${address}/refresh">
      <form action="${address}/form"><button id="kirim">Kirim</button></form>`,
  })
  const page = await window.browser.newPage()
  const dialogs: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  for (const path of ['/', `/view/${id}`, `/view/${id}?bagian=teks`, `/view/${id}?bagian=kepala`]) {
    await page.goto(ses.emulator.url + path)
    await expect.poll(() => page.title()).not.toBe('JEBOL')
  }
  await page.goto(`${ses.emulator.url}/view/${id}`)
  const frame = page.frameLocator('iframe')
  await frame.locator('#kirim').click()
  await expect.poll(() => frame.locator('body').textContent()).toContain('Isi surat')
  await expect.poll(() => frame.locator('p').count()).toBe(1)
  await page.goto(`${ses.emulator.url}/messages/${id}/html`)
  await page.waitForTimeout(300)
  await expect.poll(() => page.locator('p').textContent()).toBe('Isi surat')
  await expect.poll(() => page.title()).not.toBe('JEBOL')
  expect(dialogs).toEqual([])
  expect(asked).toEqual([])
  outside.closeAllConnections()
  outside.close()
})

test('list and message fit a 360 px phone', async () => {
  const ses = await startSes()
  const id = await sendMail(ses, {
    to: `${'operator'.repeat(7)}@perencanaan-setda.example`,
    subject: 'Tenggat'.repeat(30),
  })
  const page = await window.browser.newPage({ viewport: { width: 360, height: 740 } })
  for (const path of ['/', '/?to=x', `/view/${id}`, `/view/${id}?bagian=kepala`]) {
    await page.goto(ses.emulator.url + path)
    const width = () => page.evaluate('document.documentElement.scrollWidth')
    await expect.poll(width, { message: path }).toBeLessThanOrEqual(360)
  }
})

test('the list shows new mail by itself, but not under the hands of somebody typing', async () => {
  const ses = await startSes()
  const page = await window.browser.newPage()
  await page.goto(ses.emulator.url)
  await sendMail(ses, { subject: 'Surat pertama' })
  await page.getByText('Surat pertama').waitFor()
  await page.getByLabel('Penerima').fill('operator')
  await sendMail(ses, { subject: 'Surat kedua' })
  await page.waitForTimeout(3000)
  await expect.poll(() => page.getByLabel('Penerima').inputValue()).toBe('operator')
  await expect.poll(() => page.getByText('Surat kedua').count()).toBe(0)
})
