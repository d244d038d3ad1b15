/** Unpacks Chromium before the first file asks for it: two workers that unpack at once would run what the other has not yet written. */
import { unpack } from '../browser/chromium.ts'

export async function setup(): Promise<void> {
  await unpack()
}
