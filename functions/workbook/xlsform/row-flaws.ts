/** Names each cell of a row that says something nobody reads there. Whatever would change what is asked is a flaw, the rest a note. */
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { isTranslated, ruleColumns } from './columns.ts'
import { type FlawCode, flawAt } from './flaws.ts'
import { nearestOf } from './near.ts'
import { looks, rowTypeOf } from './question-types.ts'
import type { SheetRow } from './sheets.ts'
import { flagMarkup } from './texts.ts'

/** What is read of each kind of row, besides its type, name, label, hint, appearance and whether it is switched off. */
const read = {
  question: [
    'required',
    'relevant',
    'constraint',
    'constraint_message',
    'constraint_severity',
    'calculation',
    'absences',
    'personal',
    'was',
    'default',
    'read_only',
    'choice_filter',
    'parameters',
  ],
  note: ['relevant', 'read_only'],
  group: ['relevant'],
  repeat: ['relevant', 'required', 'repeat_count'],
  end: [],
} as const
export type RowKind = keyof typeof read

const everywhere = new Set(['lengkap', 'type', 'name', 'label', 'hint', 'appearance', 'disabled'])
/** These change what is asked or taken: leaving them out unseen would make another form. */
const rules =
  /^(required|relevant|constraint|calculation|default|read_only|choice_filter|repeat_count|trigger|parameters|constraint_severity|absences|personal|was|or_other|intent)$/
/** Said once, by whoever reads the other columns. */
const silent =
  /^(guidance_hint|required_message|constraint_message|autoplay|rows|noapperrorstring|no_app_error_string|big_image|\$.*|notes?|comments?|keterangan|catatan|#.*)$/

export function flagRow(row: SheetRow, kind: RowKind, flaws: DraftFlaw[]): void {
  const own = new Set<string>(read[kind])
  for (const { key, why, what } of row.unread) {
    const name = key.split('::')[0] ?? ''
    if (why === 'cell-date' && isFine(name, row)) continue
    if (own.has(name) || everywhere.has(name) || rules.test(name)) flaws.push(flawAt(row.at(key), why, what))
  }
  for (const [key, text] of Object.entries(row.cells)) {
    const code = flawOf(key, text, kind, own)
    const meant = code === 'column-misspelt' ? nearestOf(key, ruleColumns) : code === 'trigger-works' ? text : key
    if (code !== undefined) flaws.push(flawAt(row.at(key), code, meant))
  }
  for (const text of row.nameless) flaws.push(flawAt(row.at(), 'column-nameless', text))
  const appearance = row.cells.appearance
  const unknown = appearance
    ?.toLowerCase()
    .split(/\s+/)
    .find((word) => !looks.test(word))
  if (unknown !== undefined && kind !== 'end')
    flaws.push(flawAt(row.at('appearance'), appearanceCode(appearance ?? ''), appearance))
  flagMarkup(row, flaws)
}

/** An app of the device that may fill the answer in (`ex:…`) does nothing that cannot be typed; `search(…)` brings choices. */
function appearanceCode(appearance: string): FlawCode {
  if (/^ex:/i.test(appearance)) return 'appearance-of-app'
  return appearance.includes('(') ? 'appearance-works' : 'appearance-not-used'
}

/** A day is a day where a day is wanted, and in a text it is shown as Excel shows it. */
function isFine(name: string, { cells }: SheetRow): boolean {
  if (name === 'default') return ['date', 'time', 'datetime'].includes(rowTypeOf(cells.type ?? '').type)
  return isTranslated(name)
}

function flawOf(key: string, text: string, kind: RowKind, own: ReadonlySet<string>): FlawCode | undefined {
  const name = key.split('::')[0] ?? ''
  // A rule is the same in every language, so a rule in one of them is read by nobody.
  if (key !== name && rules.test(name)) return 'column-language'
  if (everywhere.has(name) || own.has(name)) return undefined
  if (name === 'media' || /^(image|audio|video|big_image)$/.test(name)) return 'media-not-shown'
  // `no` says what a row without the cell says.
  if (rules.test(name) && /^(no|false|false\(\))$/i.test(text)) return undefined
  if (name === 'required' && kind !== 'question') return 'column-not-used'
  if (name === 'choice_filter' && kind !== 'question') return 'column-not-used'
  if (name === 'trigger' && kind === 'question') return 'trigger-works'
  if (rules.test(name)) return kind === 'question' ? 'column-not-supported' : 'column-not-here'
  if (name === 'required_message') return 'required-message'
  if (name === 'constraint_message') return kind === 'question' ? undefined : 'column-not-used'
  if (name === 'guidance_hint') return 'guidance-not-shown'
  if (silent.test(name) || isTranslated(name)) return undefined
  return nearestOf(name, ruleColumns) === undefined ? 'column-not-used' : 'column-misspelt'
}
