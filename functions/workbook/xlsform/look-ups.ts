/** Lists that expressions look into: `instance('list')` and `pulldata('file', ...)`. */
import type { Choice } from '../../schema/form.ts'
import type { Setting } from './setting.ts'
import type { SheetRow } from './sheets.ts'
import type { LookedUp } from './stands.ts'

export type LookUps = (name: string) => LookedUp | undefined

/** By the name of a list on the sheet `choices`, or of a CSV that came along, without its ending. */
export function lookUpsIn({ lists, files }: Pick<Setting, 'lists' | 'files'>): LookUps {
  const made = new Map<string, LookedUp | undefined>()
  const make = (name: string): LookedUp | undefined => {
    const own = lists.get(name)
    if (own !== undefined) return listOf(name, own.map(itemOf))
    const file = files.get(`${name.toLowerCase()}.csv`)
    return (
      file &&
      listOf(
        name,
        file.rows.map(({ shown }: SheetRow) => shown),
        file.keys,
      )
    )
  }
  return (name) => {
    if (!made.has(name)) made.set(name, make(name))
    return made.get(name)
  }
}

function listOf(id: string, items: LookedUp['items'], keys: readonly string[] = []): LookedUp {
  return { id, items, columns: new Set([...keys, ...items.flatMap((item) => Object.keys(item))]) }
}

function itemOf({ value, label, columns }: Choice): Record<string, string> {
  const english: Record<string, string> = label.en === label.id ? {} : { 'label@en': label.en }
  return { ...columns, name: value, label: label.id, ...english }
}
