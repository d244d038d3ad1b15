/**
 * The parts of a pattern as steps, after Ken Thompson (1968): each character of a text is looked at once, by all steps that are
 * possible at that point together. Counted repetitions are written out, each further one inside the one before, so that `.{9,999}`
 * is at one place at a time.
 */
import { type Part, type Place, type Single, Unmatchable } from './parse-pattern.ts'

export type Step =
  | { readonly kind: 'one'; readonly single: number }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'fork'; to: number }
  | { readonly kind: 'jump'; to: number }
  | { readonly kind: 'end' }
/** A step leads to the one after it, a fork to `to` as well. */
export type Program = {
  readonly steps: readonly Step[]
  /** Each way to be one character, once. */
  readonly singles: readonly Single[]
  /** Whether what stands before and after a place matters. */
  readonly looks: boolean
}

const mostSteps = 20_000

/** Throws `Unmatchable`. */
export function programOf(whole: Part): Program {
  const steps: Step[] = []
  const singles = new Map<string, number>()
  const known: Single[] = []
  let written = 0

  const numberOf = (single: Single) => {
    const key = String(single)
    const number = singles.get(key) ?? known.push(single) - 1
    singles.set(key, number)
    return number
  }
  const write = (part: Part) => {
    written += 1
    if (written > mostSteps) throw new Unmatchable('too-large')
    if (part.kind === 'one') steps.push({ kind: 'one', single: numberOf(part.single) })
    else if (part.kind === 'place') steps.push(part)
    else if (part.kind === 'repeat') repeat(part.part, part.least, part.most)
    else if (part.kind === 'all') for (const each of part.parts) write(each)
    else choose(part.parts)
  }
  const choose = (ways: readonly Part[]) => {
    const out: { to: number }[] = []
    for (const [index, way] of ways.entries()) {
      const fork = { kind: 'fork' as const, to: 0 }
      const isLast = index === ways.length - 1
      if (!isLast) steps.push(fork)
      write(way)
      if (isLast) continue
      const jump = { kind: 'jump' as const, to: 0 }
      out.push(jump)
      steps.push(jump)
      fork.to = steps.length
    }
    for (const jump of out) jump.to = steps.length
  }
  const repeat = (part: Part, least: number, most: number) => {
    for (let times = 0; times < least; times += 1) write(part)
    if (most === Number.POSITIVE_INFINITY) {
      const fork = { kind: 'fork' as const, to: 0 }
      const start = steps.push(fork) - 1
      write(part)
      steps.push({ kind: 'jump', to: start })
      fork.to = steps.length
      return
    }
    const forks: { to: number }[] = []
    for (let times = least; times < most; times += 1) {
      const fork = { kind: 'fork' as const, to: 0 }
      forks.push(fork)
      steps.push(fork)
      write(part)
    }
    for (const fork of forks) fork.to = steps.length
  }

  write(whole)
  steps.push({ kind: 'end' })
  return { steps, singles: known, looks: steps.some((step) => step.kind === 'place') }
}
