/**
 * Which choice of a list somebody means. Asked in this order, and the first way in which anything fits decides: the exact code, also behind its
 * label as a workbook writes it where two labels are alike; a code, label or other spelling, where case, spaces and punctuation do not matter; a spelling of the region's own list
 * `ejaan`; a label without what stands in brackets, or what stands in them; its words, with `Kel.` and the like left out and
 * roman numerals read as numbers; its number alone. Where more than one fits, none is taken.
 */
import { choiceOf, choicesOf, entriesOf, kept, type Listed } from '../../answers/choices.ts'
import type { AnswerContext } from '../../answers/context.ts'
import type { ReferenceEntry } from '../../reference.ts'
import type { Choice } from '../shape.ts'
import { folded } from './folded.ts'

/** The region's list of everyday spellings: `value` is what people write, `label` the code or label that is meant. */
export const spellingsList = 'ejaan'
export type Match = { readonly value: string /** Not by its code or label. */; readonly renamed: boolean }
type Spellings = ReadonlyMap<string, ReadonlySet<string>>
type Index = {
  readonly names: Spellings
  readonly aliases: Spellings
  readonly loose: readonly Spellings[]
  /** Where all choices differ by their number only: `Triwulan I` to `Triwulan IV`. */
  readonly numbers: ReadonlyMap<number, string>
}

const indexed = new WeakMap<readonly Choice[], Index>()

/** Only by code, label and other spellings: for texts, whose own words must stay. */
export function matchName(field: Listed, typed: string, context: AnswerContext): string | undefined {
  if (choiceOf(field, typed.trim(), context) !== undefined) return typed.trim()
  const { names, aliases } = indexOf(choicesOf(field, context))
  return onlyOne(both(names, aliases, plain(typed)))
}

export function matchChoice(field: Listed, typed: string, context: AnswerContext): Match | undefined {
  const code = typed.trim()
  if (plain(code) === '') return undefined
  if (choiceOf(field, code, context) !== undefined) return { value: code, renamed: false }
  const byCode = /^([\s\S]*) \[([\s\S]+)\]$/.exec(code)
  const coded = byCode === null ? undefined : choiceOf(field, byCode[2] ?? '', context)
  if (coded !== undefined && [coded.label.id, coded.label.en].includes(byCode?.[1]?.trim() ?? ''))
    return { value: coded.value, renamed: false }
  const index = indexOf(choicesOf(field, context))
  const named = index.names.get(plain(code))
  const fits = both(index.names, index.aliases, plain(code))
  if (fits.size > 0) return matched(fits, named?.size !== 1)
  const own = entriesOf(spellingsList, context).filter(({ value }) => plain(value) === plain(code))
  const meant = new Set(own.flatMap(({ label }) => matchName(field, label.id, context) ?? []))
  if (meant.size > 0) return matched(meant, true)
  for (const [way, spellings] of index.loose.entries()) {
    const found = spellings.get(looseKeys[way]?.(code) ?? '')
    if (found !== undefined) return matched(found, true)
  }
  const number = numberedName(code)
  const counted = number?.stem === '' ? index.numbers.get(number.number) : undefined
  return counted === undefined ? undefined : { value: counted, renamed: true }
}

/** Several choices in one cell, also as `I-IV`. One choice first: its name may hold a comma. */
export function matchChoices(field: Listed, typed: string, context: AnswerContext): readonly Match[] | undefined {
  const whole = matchChoice(field, typed, context)
  if (whole !== undefined) return [whole]
  for (const separator of [/[;\n]/, /[,;\n]/, /[,;\n/&+]|\s(?:dan|and|serta)\s/i]) {
    const parts = typed.split(separator).filter((part) => part.trim() !== '')
    const found = parts.map((part) => {
      const match = matchChoice(field, part, context)
      return match === undefined ? rangeOf(field, part, context) : [match]
    })
    if (found.every((each) => each !== undefined)) {
      const byValue = new Map(found.flatMap((each) => (each ?? []).map((match) => [match.value, match] as const)))
      if (byValue.size > 0) return [...byValue.values()]
    }
  }
  return undefined
}

/** `I-IV`, `TW 1 s.d. 3`: all choices between two that are numbered in the same way. */
function rangeOf(field: Listed, text: string, context: AnswerContext): readonly Match[] | undefined {
  const [from, to, more] = text.split(/\s*(?:-|–|—|s\.?\s*\/?\s*d\.?|sampai(?:\s+dengan)?|hingga|to)\s*/i)
  if (from === undefined || to === undefined || more !== undefined) return undefined
  const first = matchChoice(field, from, context)
  const last = matchChoice(field, to, context)
  const numbered = new Map(choicesOf(field, context).map(({ value, label }) => [value, numberedName(label.id)]))
  const [start, end] = [first, last].map((match) => numbered.get(match?.value ?? ''))
  if (start === undefined || end === undefined || start.stem !== end.stem || start.number >= end.number)
    return undefined
  return [...numbered].flatMap(([value, name]) => {
    const within = name?.stem === start.stem && name.number >= start.number && name.number <= end.number
    return within ? [{ value, renamed: true }] : []
  })
}

/** The choices whose names look most like a text; at most three. */
export function nearestChoices(field: Listed, typed: string, context: AnswerContext): readonly Choice[] {
  const choices = choicesOf(field, context)
  const known = kept(nearest, choices, () => new Map<string, readonly Choice[]>())
  const found = known.get(typed) ?? (known.size < mostAsked ? lookFor(choices, typed) : [])
  known.set(typed, found)
  return found
}

/** A list of a thousand is gone through in a millisecond; a column of as many wrong names shall not take seconds. */
const mostAsked = 300
const nearest = new WeakMap<readonly Choice[], Map<string, readonly Choice[]>>()

function lookFor(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = pairsOf(plain(typed))
  const names = kept(pairs, choices, () => choices.map((choice) => namesOf(choice).map((name) => pairsOf(plain(name)))))
  return choices
    .map((choice, at) => ({ choice, like: Math.max(...(names[at] ?? []).map((name) => likeness(name, wanted))) }))
    .filter(({ like }) => like > 0.35)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map(({ choice }) => choice)
}

const pairs = new WeakMap<readonly Choice[], readonly (readonly ReadonlySet<string>[])[]>()

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  return (2 * shared) / Math.max(1, a.size + b.size)
}

const onlyOne = (fits: ReadonlySet<string>) => (fits.size === 1 ? [...fits][0] : undefined)

function matched(fits: ReadonlySet<string>, renamed: boolean): Match | undefined {
  const value = onlyOne(fits)
  return value === undefined ? undefined : { value, renamed }
}

function both(names: Spellings, aliases: Spellings, key: string): ReadonlySet<string> {
  return new Set([...(names.get(key) ?? []), ...(aliases.get(key) ?? [])])
}

function indexOf(choices: readonly Choice[]): Index {
  return kept(indexed, choices, () => ({
    names: spellings(choices, ({ value, label }) => [value, label.id, label.en], plain),
    aliases: spellings(choices, aliasesOf, plain),
    loose: looseKeys.map((key) => spellings(choices, namesOf, key)),
    numbers: numbersOf(choices),
  }))
}

function numbersOf(choices: readonly Choice[]): ReadonlyMap<number, string> {
  const named = choices.map(({ value, label }) => ({ value, name: numberedName(label.id) }))
  const stem = named[0]?.name?.stem
  const alike = stem !== undefined && stem !== '' && named.every(({ name }) => name?.stem === stem)
  return new Map(alike ? named.map(({ value, name }) => [name?.number ?? 0, value]) : [])
}

const aliasesOf = (choice: Choice) => (choice as ReferenceEntry).aliases ?? []
const namesOf = (choice: Choice) => [choice.value, choice.label.id, choice.label.en, ...aliasesOf(choice)]

function spellings(
  choices: readonly Choice[],
  names: (choice: Choice) => readonly string[],
  key: (name: string) => string,
): Spellings {
  const found = new Map<string, Set<string>>()
  for (const choice of choices) {
    for (const spelling of new Set(names(choice).flatMap((name) => [key(name), bracketOf(name, key)]))) {
      if (spelling !== '') found.set(spelling, (found.get(spelling) ?? new Set()).add(choice.value))
    }
  }
  return found
}

/** What stands in a label's brackets is a name of its own only where brackets do not count. */
function bracketOf(name: string, key: (name: string) => string): string {
  const inside = key === plain ? undefined : /\(([^)]*)\)/.exec(name)?.[1]
  return inside === undefined ? '' : key(inside)
}

/** Each way is looser than the one before. */
const looseKeys: readonly ((text: string) => string)[] = [
  (text) => plain(text.replace(/\([^)]*\)/g, ' ')),
  (text) => words(text).join(' '),
]

const leftOut = new Set(['kel', 'kelurahan', 'desa', 'kec', 'kecamatan', 'dan', 'and', 'the'])
const longer: Record<string, string> = {
  tw: 'triwulan',
  trw: 'triwulan',
  triw: 'triwulan',
  smt: 'semester',
  sem: 'semester',
  thn: 'tahun',
  th: 'tahun',
  pkm: 'puskesmas',
  pusk: 'puskesmas',
}
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

function words(text: string): readonly string[] {
  const all = folded(text.replace(/\([^)]*\)/g, ' '))
    .replace(/([a-z])(\d)/g, '$1 $2')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (Object.hasOwn(longer, word) ? (longer[word] ?? word) : word))
    .map((word) => (romans.includes(word) ? String(romans.indexOf(word) + 1) : word))
  const kept = all.filter((word) => !leftOut.has(word))
  return kept.length === 0 ? all : kept
}

/** `Triwulan II (April–Juni)` is number 2 of `triwulan`; `II` alone of nothing. */
function numberedName(text: string): { stem: string; number: number } | undefined {
  const all = words(text)
  const last = all.at(-1) ?? ''
  return /^\d{1,3}$/.test(last) ? { stem: all.slice(0, -1).join(' '), number: Number(last) } : undefined
}

/** What parts two numbers stays: neither is `I-II` the third of something, nor `1-3` the thirteenth. Dots are part of codes. */
function plain(text: string): string {
  return folded(
    text
      .toLowerCase()
      .replace(/(\d)\s*[^a-z0-9.\s]\s*(?=\d)|(\d)\s+(?=\d)/g, '$1$2~')
      .replace(/\b([ivx]+)[^a-z0-9]+(?=[ivx]+\b)/g, '$1~')
      .replace(/~/g, 'betweennumbers'),
  ).replace(/ /g, '')
}
