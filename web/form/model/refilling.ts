/** What follows from a choice (refill.ts), as soon as its piece is there; of what was chosen sooner it follows then. */
import type { withPrefill } from './refill.ts'

type Refill = typeof withPrefill
let refill: Refill | undefined
const owed: ((refill: Refill) => void)[] = []

export async function loadRefill(): Promise<void> {
  refill = (await import('./refill.ts')).withPrefill
  for (const act of owed.splice(0)) act(refill)
}

/** As it is now. Where it is `undefined`, `later` is called once it is there. */
export function refillOr(later: (refill: Refill) => void): Refill | undefined {
  if (refill === undefined) owed.push(later)
  return refill
}
