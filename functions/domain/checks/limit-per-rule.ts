/**
 * A file typed in thousands breaks one rule in every row. Beyond some findings of a rule in one form, a single one counts the
 * rest: nobody reads five hundred, and all of them would be read with the round at every request.
 */
import { ruleOf } from '../../schema/checks/rule-table.ts'
import type { Wording } from '../../schema/wording.ts'

export const mostPerRule = 25

/** What was found in one form: the first ones of each rule as they are, then `summary` of the first and the number of the others. */
export function limitPerRule<T extends { readonly rule: string }>(
  found: readonly T[],
  summary: (first: T, rest: number) => T,
): T[] {
  const groups = new Map<string, T[]>()
  for (const each of found) {
    const group = groups.get(each.rule)
    if (group === undefined) groups.set(each.rule, [each])
    else group.push(each)
  }
  return [...groups.values()].flatMap((group) => {
    const rest = group.length - mostPerRule
    const [first] = group
    return rest <= 1 || first === undefined ? group : [...group.slice(0, mostPerRule), summary(first, rest)]
  })
}

export function restWords(rule: string, rest: number): Wording {
  const { title } = ruleOf(rule)
  return {
    id: `${title.id}: ${rest} baris lain juga bermasalah. Mungkin seluruh berkas salah satuan atau kolomnya tertukar; periksa beberapa baris, lalu perbaiki semuanya.`,
    en: `${title.en}: ${rest} more rows have the same problem. Perhaps the whole file uses another unit or has columns swapped; check some rows, then correct all.`,
  }
}

/** The table that a cell's pointer stands in. */
export function tableOf(pointer: string): string {
  return pointer.split('/').slice(0, 3).join('/')
}
