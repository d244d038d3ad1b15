/**
 * Where the focus is. The page moves it a moment after the key that asked for it, a longer one on a busy machine: who reads it at once
 * reads where it was.
 */
import type { Page } from 'playwright-core'

/** The id of the nearest element around the focus that has one, once what the last key asked for is drawn. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(async () => {
    // One frame draws, what follows a drawing runs after it, and may draw once more.
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame)
    return document.activeElement?.closest('[id]')?.id ?? ''
  })
}

/** Presses a key that leads elsewhere from `before`, waits until the focus is there, and says where. */
export async function follow(page: Page, key: string, before: string): Promise<string> {
  await page.keyboard.press(key)
  return page.evaluate(async (id) => {
    const now = () => document.activeElement?.closest('[id]')?.id ?? ''
    for (const end = Date.now() + 20_000; now() === id && Date.now() < end; ) await new Promise(requestAnimationFrame)
    return now()
  }, before)
}
