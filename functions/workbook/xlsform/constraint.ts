/** A `constraint` as what a field says by itself, and as a rule in its author's words. */
import type { Expression } from '../../schema/expressions/expression.ts'
import { writeExpression } from '../../schema/expressions/write.ts'
import type { Field } from '../../schema/form.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import { boundsOf, partsOf } from './bounds.ts'
import { Unmapped } from './flaws.ts'
import { type Languages, wordingOf } from './languages.ts'
import { assertPossible } from './possible.ts'
import { readRule } from './read-rule.ts'
import type { SheetRow } from './sheets.ts'
import type { Stands } from './stands.ts'
import { withGaps } from './texts.ts'

export type Given = {
  readonly source: string
  readonly row: SheetRow
  readonly languages: Languages
  readonly nameOf: (id: string, language: Language) => string
}
const longestAnswer = 5_000

/** Throws `Unmapped`. */
export function constraintOf(field: Field, { source, row, languages, nameOf }: Given, stands: Stands): Field {
  const test = readRule(source, stands)
  const severity = severityOf(row.cells.constraint_severity)
  const message = wordingOf(row, 'constraint_message', languages)?.wording
  assertPossible(field, test)
  if (isConstant(test)) stands.note('always-holds', source)
  const { field: bounded, rest } = boundsOf(field, test)
  for (const part of partsOf(test)) if (isTooLong(part)) stands.note('length-cut', String(longestAnswer))
  if (severity === undefined && message === undefined && rest.length === 0) return bounded
  const own = message !== undefined || severity !== undefined
  const kept = own ? withLength(field, bounded) : bounded
  const left = own ? test : rest.reduce((a, b) => ({ call: 'and', of: [a, b] }))
  if (field.rules?.constraint !== undefined) throw new Unmapped('constraint-of-range')
  const said = message === undefined ? spoken(left, nameOf) : withGaps(message)
  const constraint = { test: left, message: said, ...(severity && { severity }) }
  return { ...kept, rules: { ...kept.rules, constraint } }
}

/** The same whatever is answered. */
function isConstant(test: Expression): boolean {
  return 'number' in test || 'text' in test || ('call' in test && test.call === 'true')
}

/** A text may be as long as its rule allows, whoever says it. */
function withLength(field: Field, bounded: Field): Field {
  return field.type === 'text' && bounded.type === 'text' ? { ...field, maxLength: bounded.maxLength } : field
}

function severityOf(cell: string | undefined): 'warning' | undefined {
  if (cell === undefined || /^(error|galat|salah)$/i.test(cell)) return undefined
  if (/^(warning|peringatan)$/i.test(cell)) return 'warning'
  throw new Unmapped('severity-unknown', cell)
}

function isTooLong(part: Expression): boolean {
  if (!('call' in part)) return false
  const [left, right] = part.of
  const ofLength = left !== undefined && 'call' in left && left.call === 'string-length'
  return ofLength && right !== undefined && 'number' in right && right.number > longestAnswer && /^<|^=/.test(part.call)
}

const compared: Record<string, Wording> = {
  '>=': { id: 'paling sedikit', en: 'at least' },
  '<=': { id: 'paling banyak', en: 'at most' },
  '>': { id: 'lebih dari', en: 'more than' },
  '<': { id: 'kurang dari', en: 'less than' },
  '=': { id: 'sama dengan', en: 'equal to' },
  '!=': { id: 'selain', en: 'other than' },
}

/** Where the author wrote no message: the rule itself, with the questions' labels. */
function spoken(test: Expression, nameOf: Given['nameOf']): Wording {
  const say = (language: Language) => {
    const write = (part: Expression) =>
      writeExpression(part, (id) => nameOf(id, language)).replace(/\$\{([^}]*)\}/g, '"$1"')
    const [left, right] = 'call' in test ? test.of : []
    const words = 'call' in test ? compared[test.call] : undefined
    if (words !== undefined && left !== undefined && 'self' in left && right !== undefined)
      return `${language === 'id' ? 'harus' : 'must be'} ${words[language]} ${write(right)}.`
    return language === 'id' ? `harus memenuhi aturan ini: ${write(test)}` : `must follow this rule: ${write(test)}`
  }
  return { id: say('id'), en: say('en') }
}
