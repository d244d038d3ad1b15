/**
 * What the engine must be told beyond the form and the answers. The engine reads no clock and no store, so that the
 * browser and the server, given the same context, always come to the same verdict.
 */
import type { LocalDate } from '../ids.ts'
import type { ReferenceLists } from '../reference.ts'
import type { Language } from '../wording.ts'
import type { RuleEngine } from './settled.ts'

/**
 * `today` is the region's local date at which the answers are judged, `agencyId` limits scoped reference entries,
 * `fiscalYear` anchors relative dates, `references` are the region's lists by name (all entries, not yet limited).
 */
export type AnswerContext = {
  readonly today: LocalDate
  readonly agencyId: string
  readonly fiscalYear: number
  readonly references: ReferenceLists
  /** The region's local date and time `2026-02-13T08:30:00.000+08:00`; midnight of `today` where it is not given. */
  readonly now?: string | undefined
  /** In which rules name months and choices; Indonesian where it is not given. */
  readonly language?: Language | undefined
  /** Needed for forms that have rules of their own. */
  readonly rules?: RuleEngine | undefined
}
