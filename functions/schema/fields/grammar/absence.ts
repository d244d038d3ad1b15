/** "Belum ada data" and "tidak berlaku" as people write them in a cell. */
import type { Absence } from '../../condition.ts'

const spoken: Record<Absence, readonly string[]> = {
  'not-yet': ['belum ada data', 'belum ada', 'belum', 'bad', 'no data yet', 'no data'],
  'not-applicable': ['tidak berlaku', 'tb', 'n/a', 'na', 'not applicable'],
}

export const isDash = (text: string) => /^\s*[-–—]\s*$/.test(text)

/** Its name, a common short form, or a dash where the field accepts an absence: then the first that it accepts. */
export function parseAbsence(typed: string, accepted: readonly Absence[]): Absence | undefined {
  if (isDash(typed)) return accepted[0]
  const text = typed.trim().toLowerCase()
  return accepted.find((absence) => spoken[absence].includes(text))
}
