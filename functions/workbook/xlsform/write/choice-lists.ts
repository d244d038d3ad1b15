/** The sheet `choices`: each list once, whoever chooses from it. */
import type { ListItem } from '../../../schema/expressions/picking.ts'
import type { Choice } from '../../../schema/form.ts'
import type { Wording } from '../../../schema/wording.ts'
import { worded } from './worded.ts'

type Row = Record<string, string | undefined>

export class ChoiceLists {
  readonly rows: Row[] = []
  readonly #names = new Map<string, string>()
  #groups = 0
  hasDoubles = false

  groupName(): string {
    this.#groups += 1
    return `kelompok${this.#groups}`
  }

  /** The list's name. `wanted`: what it is called unless another list is. */
  nameOf(choices: readonly Choice[], wanted: string): string {
    const key = JSON.stringify(choices)
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const taken = new Set(this.rows.map(({ list_name: name }) => name))
    const name = taken.has(wanted) ? `${wanted}_pilihan` : wanted
    this.#names.set(key, name)
    if (new Set(choices.map(({ value }) => value)).size < choices.length) this.hasDoubles = true
    for (const { value, label, columns } of choices)
      this.rows.push({ list_name: name, name: value, ...worded('label', label), ...columns })
    return name
  }

  /** A list that expressions look into. */
  put(list: string, items: readonly ListItem[]): void {
    this.hasDoubles = true
    for (const [at, item] of items.entries()) {
      const { name = `butir${at + 1}`, label = name, 'label@en': english = label, ...more } = item
      const said: Wording = { id: label, en: english }
      this.rows.push({ list_name: list, name, ...worded('label', said), ...more })
    }
  }
}
