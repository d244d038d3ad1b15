/** XPath's kinds of values and how one is read as another. No answer is the empty text; what cannot be a number is NaN. */
import { Day, dayOf, timeOf } from './days.ts'

export type Atom = string | number | boolean | Day
/** Several answers in the order of their rows. */
export class Nodes {
  readonly all: readonly Atom[]
  constructor(all: readonly Atom[]) {
    this.all = all
  }
}
export type Result = Atom | Nodes

/** Of several nodes XPath reads the first. */
export function atomOf(result: Result): Atom {
  return result instanceof Nodes ? (result.all[0] ?? '') : result
}

/** NaN, the sign that something is not known, is no answer. */
export function textOf(result: Result): string {
  const atom = atomOf(result)
  if (typeof atom === 'string') return atom
  if (atom instanceof Day) return atom.text
  if (typeof atom === 'boolean') return String(atom)
  return Number.isNaN(atom) ? '' : String(atom)
}

export function numberOf(result: Result): number {
  const atom = atomOf(result)
  if (typeof atom === 'number') return atom
  if (atom instanceof Day) return atom.day
  if (typeof atom === 'boolean') return atom ? 1 : 0
  const text = atom.trim()
  if (/^-?(\d+(\.\d*)?|\.\d+)$/.test(text)) return Number(text)
  return dayOf(text)?.day ?? Number.NaN
}

export function truthOf(result: Result): boolean {
  if (result instanceof Nodes) return result.all.length > 0
  if (typeof result === 'boolean') return result
  if (typeof result === 'string') return result !== ''
  return result instanceof Day || (result !== 0 && !Number.isNaN(result))
}

/** The day or time that a side of a comparison stands for. */
export function dayIn(result: Result): Day | undefined {
  const atom = atomOf(result)
  if (atom instanceof Day) return atom
  return typeof atom === 'string' ? (dayOf(atom) ?? timeOf(atom)) : undefined
}

/** The choices that stand in a text, parted by spaces; an empty text is one empty choice. */
export function wordsOf(text: string): string[] {
  const trimmed = text.trim()
  return trimmed === '' ? [] : trimmed.split(/\s+/)
}
