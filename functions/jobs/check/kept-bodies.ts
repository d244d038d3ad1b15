/** Bodies that a warm function keeps from run to run: by what they weigh, for one may have ten thousand rows and another four answers. */
import type { Answers } from '../../schema/answers.ts'

export type KeptBodies = {
  get(sha256: string): Answers | undefined
  keep(sha256: string, body: Answers): void
}

/** Answers in all bodies together. */
const mostAnswers = 500_000
/** What a body weighs, and a row, besides its answers. */
const frame = 5

/** `room`: in answers. The bodies that were kept longest make room; one that is larger than all of it is not kept. */
export function keptBodies(room = mostAnswers): KeptBodies {
  const kept = new Map<string, { body: Answers; weight: number }>()
  let total = 0
  return {
    get: (sha256) => kept.get(sha256)?.body,
    keep: (sha256, body) => {
      const weight = weightOf(body)
      if (kept.has(sha256) || weight > room) return
      for (const [oldest, before] of kept) {
        if (total + weight <= room) break
        kept.delete(oldest)
        total -= before.weight
      }
      kept.set(sha256, { body, weight })
      total += weight
    },
  }
}

function weightOf({ fields, rows }: Answers): number {
  const inRows = Object.values(rows)
    .flat()
    .map(({ cells }) => frame + Object.keys(cells).length)
  return frame + Object.keys(fields).length + inRows.reduce((sum, each) => sum + each, 0)
}
