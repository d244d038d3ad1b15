/** The pictures of docs/design.md: examples of the gallery, drawn by the tests' browser, the same on every machine. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser } from '../browser/chromium.ts'

const shown = ['tokens', 'buttons', 'tags', 'fields', 'figures', 'coverage'] as const

/** `address` of the gallery. The names of what was written. */
export async function takePictures(address: string, directory: string): Promise<string[]> {
  mkdirSync(directory, { recursive: true })
  const browser = await launchBrowser()
  try {
    const page = await (await browser.newContext({ viewport: { width: 1000, height: 600 } })).newPage()
    const files: string[] = []
    for (const id of shown) {
      await page.goto(`${address}/komponen?hanya=${id}`)
      const path = join(directory, `${id}.png`)
      await page.locator(`#${id}`).screenshot({ path })
      files.push(path)
    }
    return files
  } finally {
    await browser.close()
  }
}
