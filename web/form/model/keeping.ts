/** What is worked out and keeps its identity while it stays the same, so that nothing is drawn for nothing. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { same } from './same.ts'

/** A computed value that keeps its identity while its content is the same. */
export function keeping<T>(compute: () => T): ReadonlySignal<T> {
  let kept: T | undefined
  return computed(() => {
    const next = compute()
    if (kept === undefined || !sameContent(kept, next)) kept = next
    return kept
  })
}

function sameContent(a: unknown, b: unknown): boolean {
  return a instanceof Map && b instanceof Map ? same([...a], [...b]) : same(a, b)
}
