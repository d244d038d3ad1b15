/** Numbers of all four types: read with the notices of what was done to them, and judged by their bounds. */
import { numberIn, type Scope } from '../answers/condition.ts'
import type { Condition } from '../condition.ts'
import { formatNumber } from '../formats.ts'
import type { Language, Wording } from '../wording.ts'
import { type NumberRules, type ParsedNumber, parseNumber } from './grammar/number.ts'
import { notice } from './notices.ts'
import { type Judge, type Judging, type Reading, sound } from './reading.ts'
import { type Flaw, type Labelled, notRead, strayMark, twoValues } from './unread.ts'

type Bound = number | { readonly field: string } | undefined
export type NumberField = Labelled & {
  readonly min?: Bound
  readonly max?: Bound
  readonly required: boolean | Condition
}
export type NumberWays<F> = {
  readonly expects: Wording
  /** Digits after the comma, at most; with `rounds` more are rounded when they are read. */
  decimals(field: F): number
  readonly rounds?: true
  /** Where the form states no least value. */
  readonly floor?: number
  readonly takes?: Pick<NumberRules, 'money' | 'percent'>
  unit?(field: F): Wording | undefined
  format?(value: number, language: Language): string
}

export function readNumber<F extends NumberField>(
  ways: NumberWays<F>,
  field: F,
  text: string,
  language: Language,
): Reading {
  const parsed = parse(ways, field, text, language)
  if (parsed.kind === 'blank') return { value: undefined }
  const whole = ways.decimals(field) === 0 && !ways.rounds
  if (parsed.kind === 'wrong' || (whole && !Number.isInteger(parsed.value)))
    return { value: text, flaw: unread(ways, field, text, parsed) }
  const { value, rounded } = taken(ways, parsed.value)
  const codes = [...(parsed.said ? [parsed.said] : []), ...(rounded ? (['rounded'] as const) : [])]
  if (codes.length === 0) return { value }
  return { value, notices: codes.map((code) => notice(code, text.trim(), worded(ways, field, value))) }
}

/** A number that is no text. A fraction in a count stays, for the judge to name. */
export function takeNumber<F extends NumberField>(ways: NumberWays<F>, field: F, given: number): Reading {
  const { value, rounded } = taken(ways, given)
  if (!rounded) return { value }
  return { value, notices: [notice('rounded', formatNumber(given, 'id', 6), worded(ways, field, value))] }
}

function taken({ rounds }: { readonly rounds?: true }, given: number): { value: number; rounded: boolean } {
  const value = rounds ? Math.sign(given) * Math.round(Math.abs(given)) || 0 : given || 0
  return { value, rounded: value !== (given || 0) }
}

export function numberJudge<F extends NumberField>(
  ways: NumberWays<F>,
  field: F,
  { named, say }: Pick<Judging, 'named' | 'say'>,
): Judge {
  const { expects, floor } = ways
  const decimals = ways.decimals(field)
  return (value, scope) => {
    if (typeof value === 'string') return [unread(ways, field, value, parse(ways, field, value, 'id'))]
    if (typeof value !== 'number' || !Number.isFinite(value)) return [say.wrongType(field, expects)]
    if (decimals === 0 && !Number.isSafeInteger(value)) return [say.wrongType(field, expects)]
    const flaws: Flaw[] = decimalsOf(value) > decimals ? [say.tooManyDecimals(field, decimals)] : []
    const min =
      boundOf(field.min, scope, named) ?? (floor === undefined ? undefined : { value: floor, from: undefined })
    const max = boundOf(field.max, scope, named)
    if (min !== undefined && value < min.value)
      flaws.push(say.tooSmall(field, worded(ways, field, min.value), min.from))
    if (max !== undefined && value > max.value)
      flaws.push(say.tooLarge(field, worded(ways, field, max.value), max.from))
    return flaws.length === 0 ? sound : flaws
  }
}

function parse<F extends NumberField>(ways: NumberWays<F>, field: F, text: string, language: Language): ParsedNumber {
  return parseNumber(text, { language, decimals: ways.decimals(field), ...ways.takes, unit: ways.unit?.(field) })
}

function unread<F extends NumberField>({ expects }: NumberWays<F>, field: F, text: string, parsed: ParsedNumber): Flaw {
  if (parsed.kind !== 'wrong' || parsed.why === undefined) return notRead(field, text, expects)
  return parsed.why === 'two-values' ? twoValues(field, text) : strayMark(field, text, expects)
}

function worded<F extends NumberField>({ format, decimals }: NumberWays<F>, field: F, value: number) {
  const write = (language: Language) => format?.(value, language) ?? formatNumber(value, language, decimals(field))
  return { id: write('id'), en: write('en') }
}

/** A bound by a field without a number does not bind. */
function boundOf(bound: NumberField['min'], scope: Scope, named: Judging['named']) {
  if (bound === undefined) return undefined
  const value = numberIn(scope, bound)
  if (value === undefined) return undefined
  const from: Labelled | undefined = typeof bound === 'number' ? undefined : named.get(bound.field)
  return { value, from }
}

/** Digits after the decimal point as a person would write the number. */
function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent))
}
