/** What the gallery fills mails with: as approved, or harder on the template. Keys that steer a template are kept. */
import type { MailContent } from '../../functions/domain/notices/write/content.ts'
import type { Language } from '../../functions/schema/wording.ts'
import { kupangContents, steering } from '../mail/kupang-contents.ts'

/** The name in the gallery's address, and what it does to each text and each list. */
const variants: Record<string, { text(text: string): string; list<T>(list: readonly T[]): readonly T[] }> = {
  biasa: { text: (text) => text, list: (list) => list },
  panjang: { text: (text) => `${text} ${text} ${text}`, list: (list) => Array.from({ length: 8 }, () => list).flat() },
  sepi: { text: (text) => text, list: (list) => list.slice(0, 1) },
  jahat: { text: (text) => `${text} <script>alert(1)</script>"><img src=x>`, list: (list) => list },
}
export const variantNames = Object.keys(variants)

/** Every kind, in one language. @throws RangeError for a variant that is none */
export function contentsOf(language: Language, variant: string): MailContent[] {
  const chosen = variants[variant]
  if (chosen === undefined) throw new RangeError(`no such variant: ${variant}`)
  return kupangContents(language).map((content) => change(content, chosen))
}

function change<T>(value: T, variant: (typeof variants)[string], key = ''): T {
  if (typeof value === 'string') return (steering.has(key) || /^https?:/.test(value) ? value : variant.text(value)) as T
  if (Array.isArray(value)) return variant.list(value.map((each) => change(each, variant, key))) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, change(each, variant, name)])) as T
}
