/**
 * Plays a pattern's steps over a text. What was possible at a point and which character led where is remembered, so that an ordinary
 * pattern costs a look-up a character; the memory is thrown away when it is full, and then a character costs at most all steps once.
 */
import type { Place } from './parse-pattern.ts'
import type { Program } from './program.ts'

/** The steps at which a text may stand, and what the character before says to `^` and `\b`. */
type Stand = {
  readonly at: readonly number[]
  readonly before: number
  readonly next: Map<number, Stand>
  ends?: boolean
}

/** What stands on one side of a place, as bits: the text's edge, a line break, a letter of a word with and without regard to case. */
const edge = 1
const lineBreak = 2
const word = 4
const wordOfAnyCase = 8
const wordLetter = /^\w$/u
const wordLetterOfAnyCase = /^\w$/iu
const sameWord = (bit: number) => (before: number, after: number) => (before & bit) === (after & bit)
const placeHolds: Record<Place, (before: number, after: number) => boolean> = {
  start: (before) => (before & edge) > 0,
  end: (_before, after) => (after & edge) > 0,
  'line-start': (before) => (before & (edge | lineBreak)) > 0,
  'line-end': (_before, after) => (after & (edge | lineBreak)) > 0,
  word: (before, after) => !sameWord(word)(before, after),
  wordi: (before, after) => !sameWord(wordOfAnyCase)(before, after),
  'not-word': sameWord(word),
  'not-wordi': sameWord(wordOfAnyCase),
}
const mostRemembered = 100_000

export function createMatcher(program: Program): (text: string) => boolean {
  const marks = new Uint32Array(program.steps.length)
  let round = 0
  let remembered = 0
  let stands = new Map<string, Stand>()

  const side = (code: number | undefined): number => {
    if (!program.looks) return 0
    if (code === undefined) return edge
    const letter = String.fromCodePoint(code)
    const bits = /[\n\r\u2028\u2029]/.test(letter) ? lineBreak : 0
    return bits | (wordLetter.test(letter) ? word : 0) | (wordLetterOfAnyCase.test(letter) ? wordOfAnyCase : 0)
  }
  const standAt = (at: readonly number[], before: number): Stand => {
    const key = `${before}:${at.join()}`
    const known = stands.get(key)
    if (known !== undefined) return known
    const stand = { at, before, next: new Map() }
    remember(1 + at.length)
    stands.set(key, stand)
    return stand
  }
  const remember = (more: number) => {
    remembered += more
    if (remembered <= mostRemembered) return
    remembered = more
    stands = new Map()
  }

  /** Calls `reached` with each step that takes a character or ends, each once. */
  const follow = (stand: Stand, after: number, reached: (step: number) => void) => {
    round += 1
    const open = [...stand.at]
    for (let from = open.pop(); from !== undefined; from = open.pop()) {
      if (marks[from] === round) continue
      marks[from] = round
      const step = program.steps[from]
      if (step?.kind === 'jump') open.push(step.to)
      else if (step?.kind === 'fork') open.push(step.to, from + 1)
      else if (step?.kind !== 'place') reached(from)
      else if (placeHolds[step.place](stand.before, after)) open.push(from + 1)
    }
  }
  const nextStand = (stand: Stand, code: number): Stand => {
    const answers: boolean[] = []
    const at: number[] = []
    const after = side(code)
    follow(stand, after, (from) => {
      const step = program.steps[from]
      if (step?.kind !== 'one') return
      answers[step.single] ??= isOne(program.singles[step.single], code)
      if (answers[step.single]) at.push(from + 1)
    })
    return standAt(at, after)
  }
  const endsAt = (stand: Stand): boolean => {
    let ends = false
    follow(stand, edge, (step) => {
      ends ||= program.steps[step]?.kind === 'end'
    })
    return ends
  }

  return (text) => {
    let stand = standAt([0], side(undefined))
    for (const letter of text) {
      const code = letter.codePointAt(0) ?? 0
      let next = stand.next.get(code)
      if (next === undefined) {
        next = nextStand(stand, code)
        remember(1)
        stand.next.set(code, next)
      }
      if (next.at.length === 0) return false
      stand = next
    }
    stand.ends ??= endsAt(stand)
    return stand.ends
  }
}

function isOne(single: number | RegExp | undefined, code: number): boolean {
  if (typeof single === 'number') return single === code
  return single?.test(String.fromCodePoint(code)) === true
}
