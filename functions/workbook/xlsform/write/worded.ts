/** A text in the columns of its languages. */
import type { Wording } from '../../../schema/wording.ts'

export function worded(column: string, { id, en }: Wording): Record<string, string> {
  return { [`${column}::Indonesia (id)`]: id, [`${column}::English (en)`]: en }
}
