/** What was answered in other versions and has no place in this one, until it is thrown away. */
import { signal } from '@preact/signals'
import type { LeftAnswer } from '../../../functions/schema/version-move.ts'

export class LeftAnswers {
  readonly all
  /** Of these, those that only this device has. */
  here: readonly LeftAnswer[] = []
  /** What the next save says of them. */
  said: { readonly discardLeft: true } | undefined
  private readonly changed: () => void

  /** `changed`: there is something to save. */
  constructor(stored: readonly LeftAnswer[] = [], changed: () => void) {
    this.all = signal(stored)
    this.changed = changed
  }

  takeOver(more: readonly LeftAnswer[] = []): void {
    this.here = [...this.here, ...more]
    this.all.value = [...this.all.peek(), ...more]
  }

  discard(): void {
    this.all.value = this.here = []
    this.said = { discardLeft: true }
    this.changed()
  }
}
