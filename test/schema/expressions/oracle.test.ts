/**
 * The engine against the two that people's forms run in on the web. On random expressions all three agree, or the difference is
 * one that is decided and written in docs/xlsform.md: a new one fails here until it has its row.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runsOf } from '../../setup/thorough.ts'
import { anyExpression, anyGiven } from './any-expression.ts'
import { differences, given } from './differences.ts'
import { enketo, type Given, type Outcome, webForms } from './engines.ts'
import { ours } from './ours.ts'

/** NaN is no answer in every engine that stores it. */
const stored = (outcome: Outcome) => (outcome === 'NaN' ? '' : outcome)

async function asked(expressions: readonly string[], about: Given) {
  const [e, w, l] = [await enketo(expressions, about), await webForms(expressions, about), ours(expressions, about)]
  return expressions.map((expression, at) => ({ expression, e: stored(e[at]), w: stored(w[at]), l: stored(l[at]) }))
}

it('gives what Enketo and ODK Web Forms give, but where the docs say otherwise', async () => {
  const runs = runsOf(120)
  const undecided: unknown[] = []
  let agreed = 0
  for (let run = 0; run < Math.max(4, runs / 8); run += 1) {
    const [about] = fc.sample(anyGiven, { numRuns: 1 })
    for (const answer of await asked(fc.sample(anyExpression, 40), about!)) {
      if (answer.e === answer.l && answer.w === answer.l) agreed += 1
      else if (!differences.some(({ covers }) => covers?.(answer.expression, answer)))
        undecided.push({ ...answer, about })
    }
  }
  expect(undecided).toEqual([])
  expect(agreed).toBeGreaterThan(100)
}, 120_000)

it('differs from them just as the docs say', async () => {
  const examples = differences.flatMap((each) => each.examples)
  const answers = await asked(
    examples.map(([expression]) => expression),
    given,
  )
  expect(answers.map(({ expression, e, w, l }) => [expression, e, w, l])).toEqual(
    examples.map(([expression, ...rest]) => [expression, ...rest]),
  )
})

it('has a row in the docs for every difference', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../../docs/xlsform.md'), 'utf8')
  for (const { row } of differences) expect(docs).toContain(`| ${row} |`)
})
