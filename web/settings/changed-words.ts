/** What a revision changed against the one before, in a line: `Diubah: telepon (0812 → 0813), penugasan (+3, −1)`. */
import type { Wording } from '../../functions/schema/wording.ts'
import { longLocalDate } from '../wording/moments.ts'
import { agencyKinds, directoryWording, partWords, roleWords, settingsWording as words } from '../wording/settings.ts'

export function changedWords(now: object, before: object | undefined): Wording {
  if (before === undefined) return words.created
  const old = new Map<string, unknown>(Object.entries(before))
  const next = new Map<string, unknown>(Object.entries(now))
  const changed = Object.keys(partWords).filter(
    (part) => JSON.stringify(old.get(part)) !== JSON.stringify(next.get(part)),
  )
  if (changed.length === 0) return words.unchanged
  const list = (language: keyof Wording) =>
    changed
      .map((part) => {
        const how = howOf(part, { old: old.get(part), next: next.get(part) }, language)
        return `${partWords[part]?.[language] ?? part}${how === '' ? '' : ` (${how})`}`
      })
      .join(', ')
  return words.changed({ id: list('id'), en: list('en') })
}

type Values = { readonly old: unknown; readonly next: unknown }

/** What it was and is, where that can be said in a few words; how many came and went of a list. */
function howOf(part: string, { old, next }: Values, language: keyof Wording): string {
  if (Array.isArray(old) || Array.isArray(next)) {
    const [was, is] = [old, next].map(
      (list) => new Set(Array.isArray(list) ? list.map((each) => JSON.stringify(each)) : []),
    )
    const missing = (from: Set<string> = new Set(), other: Set<string> = new Set()) =>
      [...from].filter((each) => !other.has(each)).length
    return `+${missing(is, was)}, −${missing(was, is)}`
  }
  const [was, is] = [shown(part, old, language), shown(part, next, language)]
  return was === undefined || is === undefined ? '' : `${was} → ${is}`
}

const coded: Readonly<Record<string, Readonly<Record<string, Wording>>>> = {
  role: roleWords,
  kind: agencyKinds,
  disabled: { true: directoryWording.disabledTag, false: directoryWording.activeTag },
}
const longest = 80

/** `undefined` where it takes more than a few words. */
function shown(part: string, value: unknown, language: keyof Wording): string | undefined {
  if (value === undefined || value === '') return '–'
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
