/** Each type of field in an XLSForm: its `type`, with an `appearance` of ours where XLSForm has no type of its own. */
import type { FieldOf, FieldType } from '../../schema/fields/kinds.ts'
import type { Choice, Field } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'

export type Common = { id: string; label: Wording; required: boolean; hint?: Wording }
type Choices = Choice[] | { reference: string }
type QuestionType<T extends FieldType> = {
  readonly type: string
  readonly appearance?: string
  /** What the type needs besides the common columns. */
  more(choices: Choices): Omit<FieldOf<T>, keyof FieldOf<'url'>>
}

const nothing = () => ({})

/** Also what the export writes. */
export const questions: { readonly [T in FieldType]: QuestionType<T> } = {
  text: { type: 'text', more: () => ({ maxLength: 500 }) },
  url: { type: 'text', appearance: 'url', more: nothing },
  phone: { type: 'text', appearance: 'phone', more: nothing },
  integer: { type: 'integer', more: nothing },
  rupiah: { type: 'integer', appearance: 'rupiah', more: nothing },
  decimal: { type: 'decimal', more: () => ({ decimals: 6 }) },
  percent: { type: 'decimal', appearance: 'percent', more: () => ({ decimals: 2 }) },
  date: { type: 'date', more: nothing },
  time: { type: 'time', more: nothing },
  moment: { type: 'datetime', more: nothing },
  choice: { type: 'select_one', more: (choices) => ({ choices }) },
  choices: { type: 'select_multiple', more: (choices) => ({ choices }) },
  computed: {
    type: 'calculate',
    more: () => ({ formula: { expression: { text: '' }, gives: 'number' as const }, decimals: 6 }),
  },
}
const all = Object.entries(questions)

/** The field that a row asks for; `undefined` where there is no such type. An appearance that another type has says nothing. */
export function fieldOf(type: string, appearance: string, common: Common, choices: Choices): Field | undefined {
  const own = all.filter(([, question]) => question.type === type)
  const looks = appearance.toLowerCase().split(/\s+/)
  const found =
    own.find(([, { appearance: each }]) => each !== undefined && looks.includes(each)) ??
    own.find(([, { appearance: each }]) => each === undefined)
  if (found === undefined) return undefined
  const field = { ...common, type: found[0], ...found[1].more(choices) } as Field
  return field.type === 'text' && looks.includes('multiline') ? { ...field, maxLength: 2_000, multiline: true } : field
}

/** Names that a type has besides ours: those of pyxform, in lower case with single blanks. */
const aliases: Record<string, string> = {
  string: 'text',
  'q string': 'text',
  int: 'integer',
  'q int': 'integer',
  'date time': 'datetime',
  trigger: 'acknowledge',
  'q acknowledge': 'acknowledge',
  'add acknowledge prompt': 'acknowledge',
  'add text prompt': 'text',
  'add integer prompt': 'integer',
  'add decimal prompt': 'decimal',
  'q decimal': 'decimal',
  'add date prompt': 'date',
  'q date': 'date',
  'add date time prompt': 'datetime',
  'add datetime prompt': 'datetime',
  'q date time': 'datetime',
  'q datetime': 'datetime',
  'add note prompt': 'note',
  'q note': 'note',
  'add calculate prompt': 'calculate',
  'q calculate': 'calculate',
  percentage: 'days 100',
  'number of days in last month': 'days 31',
  'number of days in last six months': 'days 183',
  'number of days in last year': 'days 365',
  lgroup: 'repeat',
  'looped group': 'repeat',
}
const selects: readonly (readonly [written: RegExp, type: string])[] = [
  [/^(select[_ ]one|select1)[_ ]from[_ ]file\s+/i, 'select_one_from_file'],
  [/^select[_ ]multiple[_ ]from[_ ]file\s+/i, 'select_multiple_from_file'],
  [/^select[_ ]one[_ ]external\s+/i, 'select_one_external'],
  [
    /^(select[_ ]one[_ ]from|select[_ ]one[_ ]using|q[_ ]select1|add select one prompt using|select[_ ]one|select1)\s+/i,
    'select_one',
  ],
  [
    /^(select[_ ]multiple[_ ]using|q[_ ]select|select[_ ]all[_ ]that[_ ]apply[_ ]from|select[_ ]all[_ ]that[_ ]apply|add select multiple prompt using|select[_ ]multiple[_ ]from|select[_ ]multiple)\s+/i,
    'select_multiple',
  ],
  [/^rank\s+/i, 'rank'],
]

export type RowType = {
  /** In lower case, `begin_repeat` with a low line. */
  readonly type: string
  /** The name of the list or file, with its letter case. */
  readonly list: string
  readonly orOther: boolean
}

/** `select one from yes_no or_other`, `begin repeat`, `Int`. */
export function rowTypeOf(cell: string): RowType {
  const text = cell.trim().replace(/\s+/g, ' ')
  for (const [written, type] of selects) {
    const match = written.exec(text)
    if (match === null) continue
    const orOther = /(\s+or[_ ](specify[_ ])?other)$/i
    const rest = text.slice(match[0].length)
    return { type, list: rest.replace(orOther, '').trim(), orOther: orOther.test(rest) }
  }
  const ends = /^(begin|end)[_ ]+(.*)$/i.exec(text)
  if (ends !== null) {
    const kind = (ends[2] ?? '').toLowerCase()
    return { type: `${ends[1]?.toLowerCase()}_${aliases[kind] ?? kind}`, list: '', orOther: false }
  }
  const plain = text.toLowerCase()
  return { type: Object.hasOwn(aliases, plain) ? (aliases[plain] ?? plain) : plain, list: '', orOther: false }
}

/** What is gathered by itself in ODK and Kobo. */
export const metadata: ReadonlySet<string> = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'device id',
  'imei',
  'subscriberid',
  'simserial',
  'sim serial',
  'phonenumber',
  'phone number',
  'start time',
  'end time',
  'get start time',
  'get end time',
  'get today',
  'get device id',
  'get subscriber id',
  'get sim id',
  'get phone number',
  'subscriber id',
  'sim id',
  'uri:deviceid',
  'uri:subscriberid',
  'uri:simserial',
  'uri:phonenumber',
  'uri:username',
  'uri:email',
  'username',
  'email',
  'audit',
  'start-geopoint',
  'background-audio',
  'background-geopoint',
])
/** Pictures, sound and files; places. */
export const media: ReadonlySet<string> = new Set([
  'image',
  'photo',
  'audio',
  'video',
  'file',
  'barcode',
  'signature',
  'add image prompt',
  'add photo prompt',
  'add audio prompt',
  'add video prompt',
  'add file prompt',
  'add barcode prompt',
  'q picture',
  'q image',
  'q audio',
  'q video',
  'q barcode',
  'xml-external',
])
export const places: ReadonlySet<string> = new Set([
  'geopoint',
  'geotrace',
  'geoshape',
  'location',
  'gps',
  'osm',
  'q location',
  'add location prompt',
  'q geopoint',
  'q geotrace',
  'q geoshape',
])

/** Appearances that change nothing but how a question looks elsewhere. */
export const looks =
  /^(w\d+|field-list|minimal|quick|quickcompact|compact(-\d+)?|columns(-\d+|-pack|-flex)?|horizontal(-compact)?|likert|label|list|list-nolabel|table-list|summary|picker|rating|vertical|no-ticks|no-buttons|numbers|thousands-sep|bearing|no-calendar|autocomplete|new|dr|pages|masked|hidden-answer|multiline|url|phone|rupiah|percent|textarea|full|counter|analog-scale)$/
