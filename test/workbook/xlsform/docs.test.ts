/** docs/xlsform.md says of every column, type and function that the code takes what it means. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { functions } from '../../../functions/schema/expressions/functions.ts'
import { ruleColumns } from '../../../functions/workbook/xlsform/columns.ts'
import { questions } from '../../../functions/workbook/xlsform/question-types.ts'

const docs = readFileSync(join(import.meta.dirname, '../../../docs/xlsform.md'), 'utf8')
/** What stands between backticks, with the names in it. */
const named = new Set([...docs.matchAll(/`([^`]+)`/g)].flatMap(([, text = '']) => [text, ...text.split(/[\s(),/]+/)]))
const lacking = (names: readonly string[]) => names.filter((name) => !named.has(name))

it('every function has its place in the table', () => {
  // `typed` is written by the import alone: what somebody typed in a group that a question inside it decides on.
  expect(lacking(Object.keys(functions).filter((name) => name !== 'typed'))).toEqual([])
})

it('every column that changes what is asked has its place, older names too', () => {
  expect(lacking(ruleColumns)).toEqual([])
})

it('every type that becomes a question has its place, with the appearance that makes it another', () => {
  const names = Object.values(questions).flatMap(({ type, appearance }) => [type, ...(appearance ? [appearance] : [])])
  const docsName = (name: string) => (name === 'datetime' ? 'dateTime' : name)
  expect(lacking(names.map(docsName))).toEqual([])
})
