/**
 * The thresholds of the checks, all of them assumptions [A] that Bappeda tunes in its reference list `ambang`: an entry there
 * (the number stands in `facts.value`) wins over the default here.
 */
import type { ReferenceLists } from '../../schema/form.ts'

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
  /** A15: greatest plausible total of the city, rupiah, without money from outside the budget. */
  cityTotalMost: number
  /** A19: this many equal pairs of figures in two kelurahan look copied. */
  copiedFigures: number
  /** A20: fewest figures that can show a pattern, and the share of zeros that does, percent. */
  patternLeast: number
  zerosPercent: number
  /** A21: a reversed indicator above this share was probably read as "higher is better", percent. */
  reversedPercent: number
  /** A27: working days after which an untouched draft is called to mind. */
  draftIdleWorkingDays: number
}

export const defaultSettings: CheckSettings = {
  directSpendingPercent: 25,
  amountLeast: 100_000,
  amountMost: 10_000_000_000,
  misscaledFactor: 300,
  budgetChangePercent: 50,
  cityTotalMost: 182_000_000_000,
  copiedFigures: 5,
  patternLeast: 10,
  zerosPercent: 50,
  reversedPercent: 50,
  draftIdleWorkingDays: 2,
}

const entries: Readonly<Record<string, keyof CheckSettings>> = {
  'direct-spending-percent': 'directSpendingPercent',
  'amount-least': 'amountLeast',
  'amount-most': 'amountMost',
  'misscaled-factor': 'misscaledFactor',
  'budget-change-percent': 'budgetChangePercent',
  'city-total-most': 'cityTotalMost',
  'copied-figures': 'copiedFigures',
  'pattern-least': 'patternLeast',
  'zeros-percent': 'zerosPercent',
  'reversed-percent': 'reversedPercent',
  'draft-idle-working-days': 'draftIdleWorkingDays',
}

/** The defaults with what the city's list sets; an entry whose value is no number is ignored. */
export function checkSettings(references: ReferenceLists): CheckSettings {
  const settings = { ...defaultSettings }
  for (const { value, facts } of references.ambang ?? []) {
    const name = entries[value]
    const number = Number(facts?.value ?? Number.NaN)
    if (name !== undefined && Number.isFinite(number)) settings[name] = number
  }
  return settings
}
