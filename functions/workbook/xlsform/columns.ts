/**
 * What a column's heading means. Offices and converters write one column in many ways; all of these are current names of the
 * same thing, so they end under one name here, with its language where it has one.
 */

/** `language` as it is written, in lower case; undefined for a bare heading. */
export type Heading = { readonly name: string; readonly language: string | undefined }

const aliases: Record<string, string> = {
  relevance: 'relevant',
  calculate: 'calculation',
  caption: 'label',
  command: 'type',
  tag: 'name',
  value: 'name',
  count: 'repeat_count',
  'jr:count': 'repeat_count',
  readonly: 'read_only',
  constraining_message: 'constraint_message',
  constraintmsg: 'constraint_message',
  'jr:constraintmsg': 'constraint_message',
  requiredmsg: 'required_message',
  'jr:requiredmsg': 'required_message',
  set_form_id: 'form_id',
  set_form_title: 'form_title',
  id_string: 'form_id',
  title: 'form_title',
  list: 'list_name',
}
/** On the sheet `choices` other headings are columns of its author's. */
const choiceAliases: Record<string, string> = { caption: 'label', value: 'name', list: 'list_name' }
const translated = new Set([
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'form_title',
  'short_title',
  'description',
])

/** How headings are to be understood: of the sheet `choices`, of a CSV file (as they are written), or of any other. */
export type HeadingUse = 'choices' | 'file' | undefined

/** `bind::relevant`, `Repeat Count`, `label::English (en)`, `hint:id`, `media::image::English`. */
export function headingOf(text: string, use?: HeadingUse): Heading {
  const parts = text
    .trim()
    .toLowerCase()
    // Older files have one colon where others have two.
    .replace(/^(bind|control|body|media)\s*:\s*(?!:)/, '$1::')
    .split(/\s*::\s*/)
  if (parts.length > 1 && ['bind', 'control', 'body'].includes(parts[0] ?? '')) parts.shift()
  if (parts[0] === 'media') return { name: 'media', language: undefined }
  const [first = '', ...rest] = parts
  const name = nameOf(first, use)
  if (rest.length > 0) return { name, language: rest.join('::') }
  const colon = /^([a-z_ ]+?)\s*:\s*(\S.*)$/.exec(first)
  if (colon !== null && translated.has(nameOf(colon[1] ?? '', use)))
    return { name: nameOf(colon[1] ?? '', use), language: colon[2] }
  return { name, language: undefined }
}

function nameOf(text: string, use: HeadingUse): string {
  const plain = use === 'file' ? text.trim() : text.trim().replace(/[\s-]+/g, '_')
  const known: Record<string, string> = use === 'file' ? {} : use === 'choices' ? choiceAliases : aliases
  return Object.hasOwn(known, plain) ? (known[plain] ?? plain) : plain
}

/** Everything that the sheet `survey` may be headed by and that changes what is asked. */
export const ruleColumns: readonly string[] = [
  'relevant',
  'required',
  'constraint',
  'calculation',
  'default',
  'choice_filter',
  'repeat_count',
  'read_only',
  'parameters',
  'constraint_message',
  ...Object.keys(aliases).filter((name) => /^(relevance|calculate|readonly)$/.test(name)),
]

export function isTranslated(name: string): boolean {
  return translated.has(name)
}

/** Each heading's key in a row: `label::english (en)`, `relevant`. */
export function keyOf({ name, language }: Heading): string {
  return language === undefined ? name : `${name}::${language}`
}
