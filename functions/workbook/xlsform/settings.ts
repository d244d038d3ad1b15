/** The sheet `settings`: what the form is called. Where it says nothing, the page asks; what was answered there comes in as `asked`. */

import type { FormDefinition } from '../../schema/form.ts'
import type { DraftFlaw, DraftOptions } from '../../schema/form-draft.ts'
import { onOneLine } from '../../schema/hidden-characters.ts'
import { formIdSchema } from '../../schema/ids.ts'
import type { Wording } from '../../schema/wording.ts'
import { flawAt } from './flaws.ts'
import { type Languages, wordingOf } from './languages.ts'
import { isYes, type NamedSheet, type SheetRow } from './sheets.ts'

export type Head = Pick<FormDefinition, 'id' | 'version' | 'title' | 'shortTitle' | 'description' | 'nilAllowed'>

const read = [
  'form_id',
  'form_title',
  'short_title',
  'description',
  'nil_allowed',
  'version',
  'default_language',
  'allow_choice_duplicates',
  'lengkap',
]
/** How a form looks or is named elsewhere, and what is sent where: nothing that is asked. */
const elsewhere =
  /^(style|instance_name|submission_url|public_key|auto_send|auto_delete|allow_choice_duplicates|prefix|delimiter|sms_.*|namespaces|clean_text_values|name|instance_id|instance_xmlns|attribute.*|client_editable|omit_instanceid|crosswalk.*|theme.*)$/

export function readSettings(
  sheet: NamedSheet | undefined,
  languages: Languages,
  asked: DraftOptions,
  flaws: DraftFlaw[],
): Head {
  const row: SheetRow = sheet?.rows[0] ?? {
    cells: {},
    shown: {},
    unread: [],
    nameless: [],
    at: (column) => ({ sheet: 'settings', row: 0, ...(column ? { column } : {}) }),
  }
  const { cells, at } = row
  // A version is often a date, and not used anyway.
  for (const { key, why, what } of row.unread)
    if (/^(form_id|form_title|short_title|description|nil_allowed)(::|$)/.test(key))
      flaws.push(flawAt(at(key), why, what))
  for (const later of sheet?.rows.slice(1) ?? []) flaws.push(flawAt(later.at(), 'settings-row', ''))
  const title = askedTitle(asked) ?? wordingOf(row, 'form_title', languages)?.wording
  if (title === undefined) flaws.push(flawAt(at('form_title'), 'title-missing'))
  const given = asked.formId ?? cells.form_id ?? ''
  const id = given
    .trim()
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (!formIdSchema.safeParse(id).success) flaws.push(flawAt(at('form_id'), 'form-id', given))
  if (cells.version !== undefined) flaws.push(flawAt(at('version'), 'version-not-used', cells.version))
  for (const key of Object.keys(cells)) {
    const name = key.split('::')[0] ?? ''
    if (!read.includes(name))
      flaws.push(flawAt(at(key), elsewhere.test(name) ? 'setting-elsewhere' : 'column-not-used', key))
  }
  const named = title ?? { id: '?', en: '?' }
  return {
    id,
    version: 1,
    title: nameOf(named),
    shortTitle: nameOf(wordingOf(row, 'short_title', languages)?.wording ?? named),
    description: wordingOf(row, 'description', languages)?.wording ?? named,
    nilAllowed: isYes(cells.nil_allowed),
  }
}

/** Stands in headings, subjects and names of sheets. */
function nameOf({ id, en }: Wording): Wording {
  return { id: onOneLine(id), en: onOneLine(en) }
}

function askedTitle({ title }: DraftOptions): Wording | undefined {
  const text = title?.trim()
  return text ? { id: text, en: text } : undefined
}
