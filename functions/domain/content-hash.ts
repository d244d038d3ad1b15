/** SHA-256 of contents: the name under which a body is kept, and what a receipt proves. */
import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of the UTF-8 of a text, as 64 lower-case hex digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** SHA-256 over the canonical JSON of a value, as 64 lower-case hex digits. Throws as `canonicalJson` does. */
export function contentHash(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}
