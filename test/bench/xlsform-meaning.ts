/**
 * Do the XLSForm files of a folder mean here what they mean in ODK Web Forms? `npm run bench:xlsform-meaning -- FOLDER [TRIALS]`. Beside each workbook
 * stands the XForm that pyxform makes of it (`x.xlsx`, `x.xml`, root `data`). Both are given the same answers at random; what is asked, required, refused
 * and worked out must be the same. Differences are told by file and question; those of the table in docs/xlsform.md stand among them.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settled } from '../../functions/schema/answers/settled.ts'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Value } from '../../functions/schema/answers.ts'
import { ruleEngine } from '../../functions/schema/expressions/live/rule-engine.ts'
import type { Field, FormDefinition } from '../../functions/schema/form.ts'
import { fieldNameOf } from '../../functions/workbook/xlsform/names.ts'
import { createXlsForms } from '../../functions/workbook/xlsform/read-xlsform.ts'
import { withDom } from '../schema/expressions/engines.ts'

type Option = { readonly value: string }
type Node = {
  readonly nodeType: string
  readonly currentState: {
    readonly reference: string
    readonly relevant: boolean
    readonly required: boolean
    readonly readonly: boolean
    readonly children: readonly Node[] | null
    readonly value: unknown
    readonly valueOptions?: readonly Option[]
  }
  readonly validationState: { readonly constraint?: { readonly valid: boolean } | null }
  readonly instanceState?: { readonly value?: string }
  setValue?(value: unknown): void
  selectValue?(value: string | null): void
  selectValues?(values: readonly string[]): void
}
type Engine = { createInstance(xml: string): Promise<{ root: Node }> }

const [folder, trials = '12'] = process.argv.slice(2)
if (folder === undefined) throw new Error('npm run bench:xlsform-meaning -- FOLDER')

let seed = 20_261_130
/** The same at each run. */
function random(below: number): number {
  seed = (seed * 48_271) % 2_147_483_647
  return seed % below
}
const oneOf = <T>(some: readonly T[]): T | undefined => some[random(some.length)]

type Pair = { readonly field: Field; readonly table: string | undefined; readonly node: Node }

/** Questions of the header, and of the one row that a repeat begins with, by the names that both have; a name that stands in several groups is left out. */
function pairsOf(definition: FormDefinition, root: Node): Pair[] {
  const nodes = new Map<string, Node[]>()
  const visit = (node: Node) => {
    const { children, reference } = node.currentState
    if (node.nodeType.startsWith('repeat-range') && children?.length !== 1) return
    if (children !== null) for (const child of children) visit(child)
    else {
      const name = fieldNameOf(reference.split('/').at(-1) ?? '')
      nodes.set(name, [...(nodes.get(name) ?? []), node])
    }
  }
  visit(root)
  const all = [
    ...definition.fields.map((field) => ({ field, table: undefined })),
    ...definition.tables.flatMap(({ id, fields }) => fields.map((field) => ({ field, table: id }))),
  ]
  return all.flatMap((one) => {
    const found = nodes.get(one.field.id)
    const [node] = found ?? []
    return node === undefined || found?.length !== 1 ? [] : [{ ...one, node }]
  })
}

function anyAnswer(field: Field, node: Node): Value | undefined {
  if (random(4) === 0) return undefined
  const offered = (node.currentState.valueOptions ?? []).map(({ value }) => value)
  switch (field.type) {
    case 'integer':
    case 'rupiah':
      return oneOf([0, 1, 2, 3, 5, 10, 17, 25, 60, 130, 2_000])
    case 'decimal':
    case 'percent':
      return oneOf([0, 0.5, 1, 2.25, 10, 36.6, 120])
    case 'date':
      return oneOf(['2026-02-11', '2025-12-31', '2020-02-29', '1999-05-05', '2026-03-01'])
    case 'text':
      return oneOf(['a', 'Melati', '12345', '0812345678', 'x y'])
    case 'choice':
      return oneOf(offered)
    case 'choices':
      return offered.length === 0 ? undefined : [...new Set([oneOf(offered) ?? '', oneOf(offered) ?? ''])]
    default:
      return undefined
  }
}

/** False where the engine takes no such answer: then neither side has it. */
function give(node: Node, value: Value | undefined): boolean {
  try {
    if (node.nodeType === 'select')
      node.selectValues?.(Array.isArray(value) ? value : value === undefined ? [] : [String(value)])
    else if (node.setValue === undefined) return false
    else node.setValue(value === undefined ? '' : String(value))
    return true
  } catch {
    return false
  }
}

const blankCodes = new Set(['required', 'too-few-choices'])
const context = {
  today: '2026-02-11',
  agencyId: '-',
  fiscalYear: 2026,
  references: {},
  rules: ruleEngine,
  language: 'en' as const,
}

const rowKey = 'R1'

/** What differs between the two, by question. */
function differencesIn(definition: FormDefinition, root: Node): string[] {
  const pairs = pairsOf(definition, root)
  const fields: Record<string, Value> = {}
  const rows: Record<string, { rowKey: string; cells: Record<string, Value> }[]> = {}
  for (const { table } of pairs) if (table !== undefined) rows[table] = [{ rowKey, cells: {} }]
  const cellsOf = (table: string | undefined) => (table === undefined ? fields : (rows[table]?.[0]?.cells ?? {}))
  for (const { field, table, node } of pairs) {
    if (field.type === 'computed' || node.currentState.readonly) continue
    const value = anyAnswer(field, node)
    if (give(node, value) && value !== undefined) cellsOf(table)[field.id] = value
    else give(node, undefined)
  }
  const answers = { fields, rows }
  const form = ruleEngine.settle(definition, answers, context)
  const errors = validateAnswers(definition, answers, context)
  const refused = new Set(errors.filter(({ code }) => !blankCodes.has(code)).map(({ pointer }) => pointer))
  return pairs.flatMap(({ field, table, node }) => {
    if (table !== undefined && !form.isVisible(table)) return []
    const row = table === undefined ? undefined : rows[table]?.[0]
    const settled = table === undefined || row === undefined ? form.header : form.row(table, row)
    const at = table === undefined ? `/fields/${field.id}` : `/rows/${table}/${rowKey}/${field.id}`
    return differencesAt({ field, node, given: cellsOf(table)[field.id] }, settled, refused.has(at)).map(
      (said) => `${at.slice(1)} ${said}`,
    )
  })
}

type Asked = { readonly field: Field; readonly node: Node; readonly given: Value | undefined }

function differencesAt({ field, node, given }: Asked, settled: Settled, refused: boolean): string[] {
  const { relevant, required } = node.currentState
  const visible = settled.visible.has(field.id)
  const said = (what: string, theirs: unknown, own: unknown) =>
    `${what}: ODK Web Forms ${JSON.stringify(theirs)}, here ${JSON.stringify(own)}`
  if (field.type === 'computed') {
    const theirs = node.instanceState?.value ?? String(node.currentState.value ?? '')
    const own = settled.cells[field.id]
    const hidden = !relevant && own === undefined
    return hidden || sameText(theirs, own) ? [] : [said('is worked out', theirs, own ?? '')]
  }
  if (relevant !== visible) return [said('is asked', relevant, visible)]
  const wanted = field.required || settled.ruled?.required.has(field.id) === true
  if (visible && wanted !== required) return [said('is required', required, wanted)]
  // The steps of a range are its widget's to keep, not its rule's.
  if (!visible || given === undefined || node.nodeType === 'range') return []
  const theirs = node.validationState.constraint?.valid === false
  return refused === theirs ? [] : [said(`= ${JSON.stringify(given)} is refused`, theirs, refused)]
}

function sameText(theirs: string, own: Value | undefined): boolean {
  if (own === undefined || typeof own === 'object') return theirs === ''
  if (String(own) === theirs) return true
  return theirs !== '' && Math.abs(Number(theirs) - Number(own)) < 1e-6
}

const tally = { forms: 0, notRun: 0, differing: 0, asked: 0 }
const files = (await readdir(folder, { recursive: true })).filter((name) => /\.xlsx$/i.test(name)).toSorted()
await withDom(async () => {
  const engine = (await import('@getodk/xforms-engine')) as unknown as Engine
  for (const name of files) {
    const xform = join(folder, name.replace(/\.xlsx$/i, '.xml'))
    if (!existsSync(xform)) continue
    const options = { formId: 'uji', title: 'Uji' }
    const first = await createXlsForms().read(await readFile(join(folder, name)), [], options)
    const [language] = first.languages ?? []
    const { definition } =
      language === undefined
        ? first
        : await createXlsForms().read(await readFile(join(folder, name)), [], {
            ...options,
            languages: { id: language },
          })
    if (definition === null) continue
    try {
      const xml = await readFile(xform, 'utf8')
      const told = new Set<string>()
      for (let trial = 0; trial < Number(trials); trial += 1) {
        const { root } = await engine.createInstance(xml)
        tally.asked += pairsOf(definition, root).length
        for (const each of differencesIn(definition, root)) told.add(each)
      }
      tally.forms += 1
      if (told.size === 0) continue
      tally.differing += 1
      console.log(`${name}: ${told.size}`)
      for (const each of [...told].slice(0, 8)) console.log(`    ${each}`)
    } catch (error) {
      tally.notRun += 1
      console.log(`${name}: not run: ${String(error).slice(0, 160)}`)
    }
  }
})
console.log(
  `${tally.forms} forms compared over ${tally.asked} questions, ${tally.differing} with differences; ${tally.notRun} not run by ODK Web Forms`,
)
process.exit(0)
