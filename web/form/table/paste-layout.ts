/**
 * What a pasted block means: which of its columns is which column of the table, and which rows its lines speak of. Names in
 * its first line say it; in a fixed table its own keys say it; otherwise it lies where it is put.
 */

import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { fixedRowKey, fixedRowsOf } from '../../../functions/schema/answers/fixed-rows.ts'
import { matchChoice } from '../../../functions/schema/fields/grammar/choice.ts'
import type { Field, Table } from '../../../functions/schema/form.ts'
import type { Block } from '../model/text-block.ts'

export type Layout = {
  /** Without a line of names. */
  readonly lines: Block
  /** The field of each of the block's columns; `undefined` for one that is not taken. */
  readonly fields: readonly (Field | undefined)[]
  readonly strangers: readonly string[]
  /** Do the lines name their rows? */
  readonly keyed: boolean
  readonly rowKeyOf: (line: readonly string[], index: number) => string | undefined
}
type Setting = {
  readonly table: Table
  readonly columns: readonly Field[]
  /** The table's column under the block's first one. */
  readonly from: number
  readonly context: AnswerContext
}

export function readLayout(block: Block, setting: Setting): Layout {
  const named = readNames(block[0] ?? [], setting.table)
  const lines = named === undefined ? block : block.slice(1)
  const keys = findKeys(lines, named?.fields, setting)
  const fixed = new Set(setting.table.fixedRows?.by.map(({ field }) => field))
  const isData = (field: Field | undefined) => field !== undefined && !fixed.has(field.id)
  // Without names, what stands right of the keys lies over the columns from the first on.
  const past = keys === undefined ? 0 : Math.max(...keys.map(({ at }) => at)) + 1
  const byPlace = [
    ...Array.from({ length: past }, () => undefined),
    ...setting.columns.slice(keys === undefined ? setting.from : 0),
  ]
  return {
    lines,
    fields: named?.fields.map((field) => (isData(field) ? field : undefined)) ?? byPlace,
    strangers: named?.strangers ?? [],
    keyed: keys !== undefined,
    rowKeyOf: keys === undefined ? () => undefined : rowFinder(lines, keys, setting),
  }
}

/** A first line that names at least two columns, and hardly anything else, is not data. */
function readNames(line: readonly string[], table: Table) {
  const byName = new Map<string, Field>()
  for (const field of table.fields) {
    for (const name of [field.id, field.label.id, field.label.en]) byName.set(plain(name), field)
  }
  // Units and marks follow the name: "Target (%)", "Pagu *".
  const fields = line.map((text) => byName.get(plain(text)) ?? byName.get(plain(text.replace(/\([^)]*\)|\*/g, ''))))
  const given = line.filter((text) => text.trim() !== '')
  const hits = fields.filter((field) => field !== undefined).length
  if (hits < 2 || hits * 2 < given.length) return undefined
  const strangers = line.filter(
    (text, at) => text.trim() !== '' && fields[at] === undefined && !/^no\.?$/i.test(text.trim()),
  )
  return { fields, strangers }
}

const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '')

type Key = { readonly field: Field; readonly at: number }

/** The block's columns that hold the keys of a fixed table, if all are there. */
function findKeys(
  lines: Block,
  names: readonly (Field | undefined)[] | undefined,
  { table, context }: Setting,
): readonly Key[] | undefined {
  // A column alone says nothing of its rows, even where its words are also keys: the health centre Alak lies in more than Alak.
  if (names === undefined && lines.every(({ length }) => length < 2)) return undefined
  const keys: Key[] = []
  for (const { field: id } of table.fixedRows?.by ?? []) {
    const field = table.fields.find((each) => each.id === id)
    if (field === undefined) return undefined
    const named = names?.indexOf(field) ?? -1
    // Without names a key stands among the first columns, perhaps after a running number.
    const at = named >= 0 ? named : [0, 1, 2, 3].findIndex((column) => holdsKeys(lines, column, field, context))
    if (at < 0 || keys.some((key) => key.at === at)) return undefined
    keys.push({ field, at })
  }
  return keys.length === 0 ? undefined : keys
}

function holdsKeys(lines: Block, column: number, field: Field, context: AnswerContext): boolean {
  const texts = lines.map((line) => line[column] ?? '').filter((text) => text.trim() !== '')
  const known = texts.filter((text) => matchChoice(field, text, context) !== undefined)
  return known.length > 0 && known.length * 2 >= texts.length
}

/** A merged cell leaves the lines beneath it blank: they belong to the first key above. */
function rowFinder(lines: Block, keys: readonly Key[], { table, context }: Setting) {
  const demanded = new Set(fixedRowsOf(table, context).map(({ rowKey }) => rowKey))
  const above: string[] = []
  const found = lines.map((line) => {
    keys.forEach(({ at }, index) => {
      const text = line[at] ?? ''
      if (text.trim() !== '' || index === keys.length - 1) above[index] = text
    })
    const values = keys.map(({ field }, index) => matchChoice(field, above[index] ?? '', context)?.value)
    if (values.some((value) => value === undefined)) return undefined
    const rowKey = fixedRowKey(values as string[])
    return demanded.has(rowKey) ? rowKey : undefined
  })
  return (_line: readonly string[], index: number) => found[index]
}
