/**
 * The gallery draws every kind of mail in every language and with every content, the page that leads to them, and the components of the
 * page: on a phone, a desk and paper, in both languages, and readable by everybody.
 */
import { join } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeKindSchema } from '../../functions/schema/notice.ts'
import { desk, expectAccessible, openWindow, phone } from '../browser/people.ts'
import { useBrowser } from '../browser/town.ts'
import { variantNames } from './contents.ts'
import { gallery } from './gallery.ts'

const root = join(import.meta.dirname, '../..')
const window = useBrowser()
let server: ViteDevServer
let base: string

beforeAll(async () => {
  const behind = { siteUrl: 'http://localhost:1', inboxUrl: 'http://localhost:1' }
  server = await createServer({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'web'),
    plugins: [gallery(root, behind)],
    optimizeDeps: { noDiscovery: true },
    server: { port: 0, host: '127.0.0.1', ws: false },
    logLevel: 'error',
  })
  await server.listen()
  base = server.resolvedUrls?.local[0] ?? ''
}, 60_000)
afterAll(() => server?.close())

const get = async (path: string) => {
  const response = await fetch(`${base}galeri${path}`)
  return { status: response.status, text: await response.text() }
}

describe('the components', () => {
  it.each(['id', 'en'])('can be read by everybody on a phone, a desk and paper, in %s', async (language) => {
    const page = await openWindow(window.browser, phone)
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    for (const [media, sizes] of [
      ['screen', [phone, desk]],
      ['print', [{ width: 718, height: 1028 }]],
    ] as const) {
      await page.emulateMedia({ media })
      for (const size of sizes) {
        await page.setViewportSize(size)
        await page.goto(`${base}galeri/komponen?bahasa=${language}`)
        await page.locator('#frame .footer').waitFor({ state: 'attached' })
        await expectAccessible(page)
        expect(await page.locator('.example > *:nth-child(2)').count()).toBeGreaterThan(15)
        const pictures = process.env.SCREENSHOTS
        if (pictures !== undefined)
          await page.screenshot({ path: `${pictures}/gallery-${language}-${media}-${size.width}.png`, fullPage: true })
      }
    }
    expect(faults).toEqual([])
    await page.context().close()
  })
})

describe('the gallery', () => {
  it.each(noticeKindSchema.options)('draws %s with every content, in both languages and forms', async (kind) => {
    for (const language of ['id', 'en'])
      for (const variant of variantNames)
        for (const form of ['html', 'txt']) {
          const { status, text } = await get(`/surat/${kind}.${form}?bahasa=${language}&isi=${variant}`)
          expect([status, text.length > 200], `${kind} ${language} ${variant} ${form}`).toEqual([200, true])
          if (form === 'html') expect(text).not.toContain('<script>')
        }
  })

  it('leads to every kind and to the pages, and shows what its address says', async () => {
    const { text } = await get('?surat=digest&bahasa=en&isi=jahat&lebar=1280')
    for (const kind of noticeKindSchema.options) expect(text).toContain(`surat=${kind}`)
    expect(text).toContain('src="/galeri/surat/digest.html?bahasa=en&amp;isi=jahat" width="1280"')
    expect((await get('')).text).toContain('src="/galeri/komponen?bahasa=id&amp;media=layar"')
    expect((await get('?halaman=%2Frekap&surat=')).text).toContain('/galeri/masuk?email=')
    expect((await get('/surat/tidak-ada.html')).status).toBe(404)
  })
})
