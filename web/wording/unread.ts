/** Words about texts that are no answers. */
import type { Wording } from '../../functions/schema/wording.ts'

/** What somebody typed, as it stands in a sentence. */
export function quoted(text: string): string {
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text
  return `“${short}”`
}

/** Where nothing says it better. */
export const notAnAnswer = ({ id, en }: Wording, text: string): Wording => ({
  id: `${id}: ${quoted(text)} tidak terbaca sebagai jawaban.`,
  en: `${en}: ${quoted(text)} cannot be read as an answer.`,
})
