/** What a combo box shows and what can be done with it. */
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Wording } from '../../../../functions/schema/wording.ts'
import type { ComboOption } from './combo-options.ts'

export type Combo = {
  readonly many: boolean
  /** What is typed is kept whether it is in the list or not. */
  readonly free: boolean
  readonly text: ReadonlySignal<string>
  readonly shown: ReadonlySignal<readonly ComboOption[]>
  readonly marked: ReadonlySignal<ComboOption | undefined>
  readonly chosen: ReadonlySignal<ReadonlySet<ComboOption['value']>>
  /** Why the last Enter changed nothing. */
  readonly flaw: Signal<Wording | undefined>
  type(text: string): void
  /** `true`: the key was for the list; `'caret'`: it is the input's own; `false`: it leaves the cell, and what it takes is stored. */
  press(event: Pick<KeyboardEvent, 'key'>): boolean | 'caret'
  pick(option: ComboOption): void
  /** The cell is left without a key: what is exactly one choice is stored, other text is said not to be. */
  leave(): void
}
