import { startRehearsal } from './test/journeys/running-system.ts'
import { buildSite } from './local/build-site.ts'
import { launchBrowser } from './test/browser/chromium.ts'
import { openWindow, signIn, phone, expectAccessible } from './test/browser/people.ts'
import { fillHeader, addRow, declare } from './test/browser/fill-tagging.ts'
await buildSite()
const system = await startRehearsal()
const browser = await launchBrowser()
const page = await openWindow(browser, phone)
page.on('console', m => console.log('console', m.text()))
try {
  await signIn(page, system, 'operator@perikanan.example')
  await page.goto(`${system.siteUrl}/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran`)
  await fillHeader(page)
  console.log('header')
  await page.screenshot({ path: '/tmp/j1.png', fullPage: true })
  page.setDefaultTimeout(4000)
  await addRow(page)
  await page.getByRole('button', {name:'Periksa dan kirim'}).click()
  await page.getByText('Ada yang perlu diperbaiki').waitFor()
  await page.screenshot({ path: '/tmp/j3.png' })
  await declare(page)
  await page.getByRole('button', {name:'Periksa dan kirim'}).click()
  await page.getByRole('button', {name:'Kirim sekarang'}).waitFor()
  await page.screenshot({ path: '/tmp/j4.png' })
  await page.getByRole('button', {name:'Kirim sekarang'}).click()
  await page.waitForURL(/bukti/)
  await page.getByText('SHA').first().waitFor()
  await page.screenshot({ path: '/tmp/j5.png', fullPage: true })
  await expectAccessible(page)
} catch (e) { console.log(String(e).slice(0, 800)) }
await page.screenshot({ path: '/tmp/j2.png', fullPage: true })
await browser.close(); await system.close(); process.exit(0)
