/** The figures of a soak, and which of them break a promise. */
import type { Figures } from './run-soak.ts'

export function table(figures: Figures): string {
  return Object.entries(figures)
    .map(([name, value]) => `${name.padEnd(16)}${String(value).padStart(10)}`)
    .join('\n')
}

/** All must be zero, but that a report lost on its way may cost one mail too many. */
export function broken({ lost, doubled, stuck, late, untrue, lostReports, ...rest }: Figures): string[] {
  const zeros = { lost, stuck, late, untrue, '5xx': rest['5xx'], 'gave up': rest['gave up'] }
  const wrong = Object.entries(zeros).flatMap(([name, count]) => (count > 0 ? `${name}: ${count}` : []))
  return doubled > lostReports ? [...wrong, `doubled: ${doubled} with ${lostReports} lost reports`] : wrong
}
