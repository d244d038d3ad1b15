/**
 * The thresholds of the checks, all of them assumptions [A] that Bappeda tunes in its reference list `ambang`: an entry there
 * (the number stands in `facts.value`) wins over the default here.
 */
import type { ReferenceLists } from '../form.ts'

export type CheckSettings = {
  /** A07: least share of direct spending in the tagged budget, percent. */
  directSpendingPercent: number
  /** A09: least and greatest plausible amount of a row, rupiah. */
  amountLeast: number
  amountMost: number
  /** A09: a row this many times larger (or smaller) than in 2025 was probably typed in another unit. */
  misscaledFactor: number
  /** A12: change of a sub-activity's budget against 2025, percent. */
  budgetChangePercent: number
  /** A15: least and greatest plausible total of the city, rupiah, without money from outside the budget. */
  cityTotalLeast: number
  cityTotalMost: number
  /** A19: this many equal pairs of figures in two kelurahan or periods look copied; change between two semesters, points. */
  copiedFigures: number
  coverageJumpPoints: number
  /** A20: fewest figures that can show a pattern, and the share of zeros that does, percent. */
  patternLeast: number
  zerosPercent: number
  /** A21: a reversed indicator above this share was probably read as "higher is better", percent. */
  reversedPercent: number
  /** A27: working days after which an untouched draft is called to mind. */
  draftIdleWorkingDays: number
  /** How far figures may move before an explanation must be given again, percent. */
  explainedWithinPercent: number
}

export const defaultSettings: CheckSettings = {
  directSpendingPercent: 25,
  amountLeast: 100_000,
  amountMost: 10_000_000_000,
  misscaledFactor: 300,
  budgetChangePercent: 50,
  cityTotalLeast: 1_200_000_000,
  cityTotalMost: 182_000_000_000,
  copiedFigures: 5,
  coverageJumpPoints: 30,
  patternLeast: 10,
  zerosPercent: 50,
  reversedPercent: 50,
  draftIdleWorkingDays: 2,
  explainedWithinPercent: 10,
}

/** The list in which a city keeps its thresholds. */
export const thresholdList = 'ambang'

const entries: Readonly<Record<string, keyof CheckSettings>> = {
  'direct-spending-percent': 'directSpendingPercent',
  'amount-least': 'amountLeast',
  'amount-most': 'amountMost',
  'misscaled-factor': 'misscaledFactor',
  'budget-change-percent': 'budgetChangePercent',
  'city-total-least': 'cityTotalLeast',
  'city-total-most': 'cityTotalMost',
  'copied-figures': 'copiedFigures',
  'coverage-jump-points': 'coverageJumpPoints',
  'pattern-least': 'patternLeast',
  'zeros-percent': 'zerosPercent',
  'reversed-percent': 'reversedPercent',
  'draft-idle-working-days': 'draftIdleWorkingDays',
  'explained-within-percent': 'explainedWithinPercent',
}

/** The codes that the list may have. */
export const thresholdCodes: readonly string[] = Object.keys(entries)

/** The defaults with what the city's list sets; an entry whose value is no number, or negative, is ignored. */
export function checkSettings(references: ReferenceLists): CheckSettings {
  const settings = { ...defaultSettings }
  for (const { value, facts } of references[thresholdList] ?? []) {
    const name = entries[value]
    const number = Number(facts?.value?.trim() || Number.NaN)
    if (name !== undefined && Number.isFinite(number) && number >= 0) settings[name] = number
  }
  return settings
}
