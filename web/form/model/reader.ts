/**
 * What turns typed texts into answers. It is fetched once the form is drawn; what is typed sooner is kept as the text that it
 * is, and read when it can be.
 */
import { signal } from '@preact/signals'
import type { Notice } from '../../../functions/schema/fields/notices.ts'
import { drawn } from '../../shell/calm.ts'

const retryMilliseconds = 3_000
const waiting: (() => void)[] = []

export const reader = signal<typeof import('./reading.ts') | undefined>(undefined)

/** What was done to the last typed text that is not stored letter for letter: `"1.234,50" menjadi Rp1.235`. */
export const lastRead = signal<{ readonly pointer: string; readonly notices: readonly Notice[] } | undefined>(undefined)

export function noteReading(pointer: string, notices: readonly Notice[] = []): void {
  if (notices.length > 0) lastRead.value = { pointer, notices }
  else if (lastRead.peek()?.pointer === pointer) lastRead.value = undefined
}

/** At once, or when there is a reader. */
export function whenRead(act: () => void): void {
  if (reader.peek() === undefined) waiting.push(act)
  else act()
}

function load(): void {
  import('./reading.ts').then(
    (reading) => {
      reader.value = reading
      for (const act of waiting.splice(0)) act()
    },
    () => setTimeout(load, retryMilliseconds),
  )
}
void drawn().then(load)
