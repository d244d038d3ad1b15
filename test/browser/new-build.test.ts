/**
 * The site is built anew while tabs are open, and the files of the build before are gone: a tab goes on, forward and back, to pages whose
 * pieces it never had, is told of the new build when nothing is unsaved, and opens without a connection afterwards.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { StaticSite } from '../../local/static-site.ts'
import { unfoldHead } from './fill-tagging.ts'
import { desk, openWindow, signIn } from './people.ts'
import { useTown } from './town.ts'

const form = '/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran'
const town = useTown()
let directory: string
let server: Server
let siteUrl: string
let page: Page

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'lengkap-build-'))
  cpSync(join(import.meta.dirname, '..', '..', 'dist', 'web'), directory, { recursive: true })
  const files = new StaticSite(directory)
  // The API takes writes from its own site only, so the address is changed on the way.
  server = createServer((asked, answer) => {
    if (!/^\/(api|local)\//.test(asked.url ?? '')) return files.answer(asked, answer)
    const { host, ...headers } = asked.headers
    const own = headers.origin === undefined ? headers : { ...headers, origin: town.system.siteUrl }
    const passed = request(
      town.system.siteUrl + asked.url,
      { method: asked.method ?? 'GET', headers: own },
      (given) => {
        answer.writeHead(given.statusCode ?? 500, given.headers)
        given.pipe(answer)
      },
    )
    passed.on('error', () => answer.destroy())
    asked.pipe(passed)
  })
  await new Promise<void>((done) => server.listen(0, done))
  siteUrl = `http://localhost:${(server.address() as AddressInfo).port}`
  page = await openWindow(town.browser, desk, { offline: true })
  await signIn(page, { ...town.system, siteUrl }, 'operator@perikanan.example')
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
})
afterAll(async () => {
  await page.context().close()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  rmSync(directory, { recursive: true, force: true })
})

/** The same code under other names; of the build before nothing is left. */
function deploy(): void {
  const assets = join(directory, 'assets')
  const renamed = new Map(
    readdirSync(assets).map((name) => [
      name,
      name.replace(/-(.{8})\.(\w+)$/, (_all, hash: string, end: string) => `-${[...hash].reverse().join('')}.${end}`),
    ]),
  )
  const names = new RegExp([...renamed.keys()].map((name) => name.replace(/[.$]/g, '\\$&')).join('|'), 'g')
  const documents = readdirSync(directory).filter((name) => name.endsWith('.html'))
  const inside = [...documents, 'service-worker.js', ...[...renamed.keys()].map((name) => join('assets', name))]
  for (const file of inside) {
    const path = join(directory, file)
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(names, (name) => renamed.get(name) ?? name),
    )
  }
  for (const [name, other] of renamed) renameSync(join(assets, name), join(assets, other))
}

const script = () => page.evaluate(() => document.querySelector('script[type="module"]')?.getAttribute('src'))
const look = () => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()

it('a tab whose next page is gone with its build goes there all the same, and forward and back', async () => {
  await heading('Tugas saya')
  const before = await script()
  deploy()
  await page.getByRole('link', { name: 'Kalender' }).click()
  await heading('Kalender')
  expect(await script()).not.toBe(before)
  await page.goBack()
  await heading('Tugas saya')
  await page.goForward()
  await heading('Kalender')
})

it('a tab in which something is unsaved is told of a new build once it is saved', async () => {
  await page.goto(siteUrl + form)
  await unfoldHead(page)
  const note = page.locator('.saved-note')
  await page.getByLabel('Nama penanggung jawab').fill('Maria')
  await note.getByText(/^Tersimpan/).waitFor()
  await page.route('**/draft', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()))
  await page.getByLabel('Nama penanggung jawab').fill('Maria Bessie')
  await note.getByText('Hanya di perangkat ini').waitFor()
  deploy()
  await look()
  const told = page.getByText('Ada versi baru dari halaman ini.')
  await page.waitForResponse((answer) => answer.url().endsWith('/index.html'))
  await expect.poll(() => told.count()).toBe(0)
  await page.unroute('**/draft')
  await look()
  await told.waitFor()
  const before = await script()
  await page.getByRole('button', { name: 'Muat ulang' }).click()
  await expect.poll(script).not.toBe(before)
  await unfoldHead(page)
  await expect.poll(() => page.getByLabel('Nama penanggung jawab').inputValue()).toBe('Maria Bessie')
})

it('the new build opens without a connection', async () => {
  const kept = () =>
    page.evaluate(async () => {
      const shell = await (await caches.match('/index.html'))?.text()
      const [named] = /\/assets\/base-[^"]+/.exec(shell ?? '') ?? []
      return named !== undefined && (await caches.match(named)) !== undefined ? named : ''
    })
  const now = await script()
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await expect.poll(kept, { timeout: 30_000 }).toBe(now)
  await page.context().setOffline(true)
  await page.goto(`${siteUrl}/tugas`)
  await heading('Tugas saya')
  await page.getByText('Server tidak dapat dihubungi').waitFor()
  await page.context().setOffline(false)
})
