/** What is known of one set of cells: of the header, or of one row. Once others may see it, it is copied before it changes. */
import { absenceOf } from '../../answers/absence.ts'
import type { Settled } from '../../answers/settled.ts'
import type { Cells, Row, Value } from '../../answers.ts'
import type { Field } from '../../form.ts'
import type { Wording } from '../../wording.ts'
import type { Atom } from '../values.ts'
import { fieldNow } from './field-now.ts'

/** What became of one question: not asked, or its answer as stored and as expressions see it. */
export type Outcome = { readonly hidden: boolean; readonly value?: Value | undefined; readonly atom?: Atom | undefined }
export type FlagKind = 'required' | 'refused' | 'doubted' | 'locked'

export class KnownCells {
  readonly typed: Cells
  readonly row: Row | undefined
  /** Its place from 1. */
  readonly index: number
  readonly cells: Record<string, Value>
  readonly atoms: Record<string, Atom | undefined>
  private readonly hiddenOf: Set<string>
  private readonly flagsOf: Record<FlagKind, Set<string>>
  private readonly offeredOf: Map<string, ReadonlySet<string>>
  private readonly labelsOf: Map<string, Wording>
  private readonly hintsOf: Map<string, Wording>
  private settledOf: Settled | undefined

  constructor(typed: Cells, { row, index }: { row: Row | undefined; index: number }, from?: KnownCells) {
    this.typed = typed
    this.row = row
    this.index = index
    this.cells = { ...from?.cells }
    this.atoms = { ...from?.atoms }
    this.hiddenOf = new Set(from?.hiddenOf)
    this.flagsOf = {
      required: new Set(from?.flagsOf.required),
      refused: new Set(from?.flagsOf.refused),
      doubted: new Set(from?.flagsOf.doubted),
      locked: new Set(from?.flagsOf.locked),
    }
    this.offeredOf = new Map(from?.offeredOf)
    this.labelsOf = new Map(from?.labelsOf)
    this.hintsOf = new Map(from?.hintsOf)
  }

  isHidden(id: string): boolean {
    return this.hiddenOf.has(id)
  }

  isSame(id: string, { hidden, value }: Outcome): boolean {
    return this.hiddenOf.has(id) === hidden && sameValue(this.cells[id], value)
  }

  put(id: string, { hidden, value, atom }: Outcome): void {
    if (hidden) this.hiddenOf.add(id)
    else this.hiddenOf.delete(id)
    if (value === undefined) delete this.cells[id]
    else this.cells[id] = value
    this.atoms[id] = atom
  }

  has(kind: FlagKind, id: string): boolean {
    return this.flagsOf[kind].has(id)
  }

  flag(kind: FlagKind, id: string, holds: boolean): void {
    if (holds) this.flagsOf[kind].add(id)
    else this.flagsOf[kind].delete(id)
  }

  offered(id: string): ReadonlySet<string> | undefined {
    return this.offeredOf.get(id)
  }

  offer(id: string, values: ReadonlySet<string>): void {
    this.offeredOf.set(id, values)
  }

  text(kind: 'labels' | 'hints', id: string): Wording | undefined {
    return (kind === 'labels' ? this.labelsOf : this.hintsOf).get(id)
  }

  word(kind: 'labels' | 'hints', id: string, text: Wording): void {
    const texts = kind === 'labels' ? this.labelsOf : this.hintsOf
    texts.set(id, text)
  }

  absence(id: string): string {
    return absenceOf(this.cells[id]) ?? ''
  }

  /** The same object for as long as nothing changed. `ids`: of all fields; `header`: the settled header cells, for a row. */
  settled(ids: readonly string[], header: Cells | undefined): Settled {
    const texts = { offered: this.offeredOf, labels: this.labelsOf, hints: this.hintsOf }
    this.settledOf ??= {
      cells: this.cells,
      visible: new Set(ids.filter((id) => !this.hiddenOf.has(id))),
      scope: header === undefined ? { header: this.cells } : { row: this.cells, header },
      ruled: { ...this.flagsOf, ...texts, now: <F>(field: F) => fieldNow(field as Field, texts) as F },
    }
    return this.settledOf
  }
}

export function sameValue(a: Value | undefined, b: Value | undefined): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b))
}
