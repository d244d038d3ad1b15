/** Findings arranged for the page: counted, by place, and by row as texts. */

import type { AnswerError } from '../../../functions/schema/answers.ts'
import { say } from '../../wording/language.ts'
import { severityWords } from '../../wording/severity.ts'
import { errorsByRow } from '../model/find-errors.ts'
import type { Found, LiveFinding } from './live-finding.ts'

/** `said`: the pointers of errors that stand on the page, which are not said twice; `before`: as arranged last. */
export function arrange(
  all: readonly LiveFinding[],
  { flaws, said, before }: { flaws: readonly AnswerError[]; said: ReadonlySet<string>; before: Found },
): Found {
  const counts = { blocking: 0, warning: 0, info: 0 }
  const at = new Map<string, LiveFinding[]>()
  for (const finding of all) {
    const { state, severity, pointer } = finding
    if (state === 'open') counts[severity] += 1
    if (severity === 'blocking' && said.has(pointer)) continue
    const there = at.get(pointer)
    if (there === undefined) at.set(pointer, [finding])
    else there.push(finding)
  }
  const open = Array.from(at.values()).flatMap((there) => there.filter(({ state }) => state === 'open'))
  // In words what it is, for colour alone says nothing.
  const notes = open.map(({ pointer, severity, text }) => ({
    pointer,
    text: `${say(severityWords[severity])}: ${say(text)}`,
  }))
  return { all, counts, at, blocking: blockingOf(all, flaws), rows: errorsByRow(notes, before.rows) }
}

function blockingOf(all: readonly LiveFinding[], flaws: readonly AnswerError[]): AnswerError[] {
  const known = new Set(flaws.map(({ pointer }) => pointer))
  return all
    .filter(({ severity, pointer, submitted }) => severity === 'blocking' && !submitted && !known.has(pointer))
    .map(({ rule, pointer, text }) => ({ pointer, code: rule, message: text }))
}
