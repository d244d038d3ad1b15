/** The functions of numbers: half up when rounding, NaN wherever a part is not known. */
import type { FunctionName } from './functions.ts'
import { Nodes, numberOf, type Result } from './values.ts'

/** `round(1250, -2)` is 1300, `round(-2.5)` is -2: half up, as XPath 1.0. */
function rounded(value: number, digits: number): number {
  if (!Number.isFinite(value) || !Number.isFinite(digits)) return value
  const scale = 10 ** Math.abs(Math.trunc(digits))
  return (digits < 0 ? Math.floor(value / scale + 0.5) * scale : Math.floor(value * scale + 0.5) / scale) || 0
}

const numbersIn = (given: readonly Result[]) =>
  given.flatMap((each) => (each instanceof Nodes ? each.all.map(numberOf) : [numberOf(each)]))
const extreme = (given: readonly Result[], pick: (a: number, b: number) => number) => {
  const [first = Number.NaN, ...rest] = numbersIn(given)
  return rest.reduce((a, b) => pick(a, b), first)
}
const plain =
  (work: (value: number, other: number) => number) =>
  ([first = '', second = '']: readonly Result[]) =>
    work(numberOf(first), numberOf(second))

export const numberFunctions: { readonly [name in FunctionName]?: (given: readonly Result[]) => number } = {
  sum: (given) => numbersIn(given).reduce((sum, each) => sum + each, 0),
  min: (given) => extreme(given, Math.min),
  max: (given) => extreme(given, Math.max),
  round: (given) => rounded(numberOf(given[0] ?? ''), given[1] === undefined ? 0 : numberOf(given[1])),
  int: plain((value) => Math.trunc(value) || (Number.isNaN(value) ? value : 0)),
  abs: plain(Math.abs),
  floor: plain(Math.floor),
  ceiling: plain(Math.ceil),
  pow: plain((value, power) => value ** power),
  sqrt: plain(Math.sqrt),
  exp: plain(Math.exp),
  exp10: plain((value) => 10 ** value),
  log: plain(Math.log),
  log10: plain(Math.log10),
  pi: () => Math.PI,
  number: plain((value) => value),
}
