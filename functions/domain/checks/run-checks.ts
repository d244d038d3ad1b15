/** Runs the table of rules over a city. At most one finding per rule and row: its identity is rule, agency, form and row. */
import { type City, type Paper, rowsOf } from './city.ts'
import {
  type DetectedFinding,
  type FormRule,
  type Found,
  type FoundAt,
  type RowRule,
  type Rule,
  siteOf,
} from './rule.ts'
import { rules } from './rules.ts'

/** All findings of the city, each identity once, in the rules' order. */
export function runChecks(city: City, table: readonly Rule[] = rules): DetectedFinding[] {
  return unique(table.flatMap((rule) => findingsOf(rule, city)))
}

/** What the rules about rows say of one paper: for the page, while the form is filled. */
export function checkRows(paper: Paper, city: City): DetectedFinding[] {
  const own = { ...city, papers: [paper] }
  return unique(
    rules.filter((rule) => rule.scope === 'row' || rule.scope === 'field').flatMap((rule) => findingsOf(rule, own)),
  )
}

function findingsOf(rule: Rule, city: City): DetectedFinding[] {
  return foundBy(rule, city).map((found) => {
    const { agencyId, formId, pointer, message, rowKey = '-', severity = rule.severity } = found
    const id = `${rule.id}.${agencyId}.${formId}.${rowKey}`
    return { id, rule: rule.id, severity, agencyId, formId, rowKey, pointer, message }
  })
}

function foundBy(rule: Rule, city: City): FoundAt[] {
  switch (rule.scope) {
    case 'agency':
    case 'city':
      return rule.check(city)
    case 'form':
      return city.papers.flatMap((paper) => placed(paper, foundInForm(rule, paper, city)))
    case 'row':
    case 'field':
      return city.papers.flatMap((paper) => placed(paper, foundInRows(rule, paper, city)))
  }
}

function foundInForm(rule: FormRule, paper: Paper, city: City): Found[] {
  return rule.form === 'any' || rule.form === paper.definition.id ? rule.check(paper, city) : []
}

function foundInRows(rule: RowRule, paper: Paper, city: City): Found[] {
  return rule.at
    .filter(({ form }) => form === paper.definition.id)
    .flatMap(({ table }) =>
      rowsOf(paper, table).flatMap((row, index) => {
        const site = siteOf(city, paper, table, index)
        const found = site && rule.check(site)
        return found ? [{ ...found, rowKey: row.rowKey }] : []
      }),
    )
}

function placed({ agency, definition }: Paper, found: readonly Found[]): FoundAt[] {
  return found.map((each) => ({ ...each, agencyId: agency.id, formId: definition.id }))
}

function unique(findings: readonly DetectedFinding[]): DetectedFinding[] {
  return [...new Map(findings.toReversed().map((finding) => [finding.id, finding])).values()].toReversed()
}
