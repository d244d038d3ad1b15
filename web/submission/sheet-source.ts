/** What a submission's sheet is drawn from, by whoever reads it. The signal keeps its identity while more is heard. */
import type { ReadonlySignal } from '@preact/signals'
import type { Said } from './sheet/notes.ts'
import type { SheetParts } from './sheet/sheet.ts'

export type SheetSource = Pick<SheetParts, 'form' | 'lastRound'> & {
  readonly said: ReadonlySignal<Omit<Said, 'written'>>
}
