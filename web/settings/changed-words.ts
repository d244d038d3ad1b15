/** What a revision changed against the one before, in a line: `Diubah: telepon (0812 menjadi 0813), penugasan (+3, −1)`. */
import type { Wording } from '../../functions/schema/wording.ts'
import { agencyKinds, directoryWording, roleWords } from '../wording/directory.ts'
import { longLocalDate } from '../wording/moments.ts'
import { alertWords, partWords } from '../wording/revisions.ts'
import { stepWords } from '../wording/round-settings.ts'
import { settingsWording as words } from '../wording/settings.ts'

export function changedWords(now: object, before: object | undefined): Wording {
  if (before === undefined) return words.created
  const values = { old: { ...before, ...untold }, next: { ...now, ...cameAndWent(now) } }
  const changed = { id: changesIn(partWords, values, 'id'), en: changesIn(partWords, values, 'en') }
  return changed.id === '' ? words.unchanged : words.changed(changed)
}

type Counted = { readonly assigned?: { readonly added: number; readonly removed: number } }

const untold = { assigned: undefined, assignments: undefined }

/** Each revision of a round says how many assignments came and went with it, and only the newest which. */
function cameAndWent({ assigned }: Counted): Counted {
  return { ...untold, ...(assigned !== undefined && assigned.added + assigned.removed > 0 && { assigned }) }
}

/** The parts in which two versions differ, with both values in words. */
export function differences(
  theirs: object,
  mine: object,
): { part: string; name: Wording; theirs: Wording; mine: Wording }[] {
  const [others, own] = [theirs, mine].map((each) => new Map<string, unknown>(Object.entries(each)))
  return Object.entries(partWords)
    .filter(([part]) => JSON.stringify(others?.get(part)) !== JSON.stringify(own?.get(part)))
    .map(([part, name]) => ({
      part,
      name,
      theirs: inWords(part, others?.get(part)),
      mine: inWords(part, own?.get(part), others?.get(part)),
    }))
}

/** A list of long things is told by their number, and by how many are added to and taken from the other's. */
function inWords(part: string, value: unknown, against?: unknown): Wording {
  const say = (language: keyof Wording) => {
    if (!isLong(value) && !isLong(against)) return shown(part, value, language) ?? JSON.stringify(value)
    const count = Array.isArray(value) ? value.length : 0
    return against === undefined ? `${count}` : `${count} (${howOf(part, { old: against, next: value }, language)})`
  }
  return { id: say('id'), en: say('en') }
}

type Values = { readonly old: unknown; readonly next: unknown }

/** Only of what `named` has a word for. */
function changesIn(named: Readonly<Record<string, Wording>>, { old, next }: Values, language: keyof Wording): string {
  const [was, is] = [old, next].map((each) => new Map<string, unknown>(Object.entries(each ?? {})))
  return Object.entries(named)
    .map(([part, word]) => ({ part, word, old: was?.get(part), next: is?.get(part) }))
    .filter((each) => JSON.stringify(each.old) !== JSON.stringify(each.next))
    .map(({ part, word, ...values }) => {
      const how = howOf(part, values, language)
      return how === '' ? word[language] : `${word[language]} (${how})`
    })
    .join(', ')
}

/** What it was and is, where that can be said in a few words; how many came and went of a list. */
function howOf(part: string, { old, next }: Values, language: keyof Wording): string {
  if (part === 'assigned') return cameAndWentWords((next as Counted['assigned']) ?? { added: 0, removed: 0 })
  if (part === 'alertPlan') return changesIn(alertWords, { old, next }, language)
  if (isLong(old) || isLong(next)) {
    const [was, is] = [old, next].map(
      (list) => new Set(Array.isArray(list) ? list.map((each) => JSON.stringify(each)) : []),
    )
    const missing = (from: Set<string> = new Set(), other: Set<string> = new Set()) =>
      [...from].filter((each) => !other.has(each)).length
    return cameAndWentWords({ added: missing(is, was), removed: missing(was, is) })
  }
  const [was, is] = [shown(part, old, language), shown(part, next, language)]
  return was === undefined || is === undefined ? '' : words.fromTo(was, is)[language]
}

function cameAndWentWords({ added, removed }: NonNullable<Counted['assigned']>): string {
  return `+${added}, −${removed}`
}

/** A list of what takes more than a word each. */
function isLong(value: unknown): boolean {
  return Array.isArray(value) && value.some((each) => typeof each === 'object')
}

const coded: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  role: roleWords,
  kind: agencyKinds,
  headSteps: stepWords,
  disabled: { true: directoryWording.disabledTag, false: directoryWording.activeTag },
  outOfUse: { true: directoryWording.outOfUseTag, false: directoryWording.activeTag },
}
const longest = 80

/** `undefined` where it takes more than a few words. */
function shown(part: string, value: unknown, language: keyof Wording): string | undefined {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '–'
  if (Array.isArray(value)) return value.map((each) => shown(part, each, language) ?? '').join(', ')
  if (part === 'workingWeek' && typeof value === 'number') return directoryWording.weekOf(value)[language]
  if (typeof value === 'number') return String(value)
  if (isWording(value)) return shown('', value[language], language)
  if (typeof value === 'boolean') return coded[part]?.[String(value)]?.[language]
  if (typeof value !== 'string') return undefined
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return longLocalDate(value)
  return coded[part]?.[value]?.[language] ?? (value.length > longest ? `${value.slice(0, longest)}…` : value)
}

function isWording(value: unknown): value is Wording {
  return typeof value === 'object' && value !== null && 'id' in value && 'en' in value
}
