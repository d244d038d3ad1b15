/** What a command of the operator is, and what it is given. */
import type { ParseArgsConfig } from 'node:util'

/** Calls a verb of the admin function: deployed through Lambda, on one machine directly. Throws `OpsError`. */
export type Admin = {
  ask(verb: string, input: object): Promise<unknown>
  /** The same, and it writes. */
  tell(verb: string, input: object): Promise<unknown>
}

export type Options = Readonly<Record<string, string | boolean | undefined>>

export type Task = {
  admin: Admin
  /** Words after the command's name. */
  words: readonly string[]
  options: Options
  stage: string
  /** Without `--yes` nothing is written. */
  write: boolean
  /** Progress of what takes long; never part of the answer. */
  progress: (line: string) => void
}

/** `lines` are for a person, `data` is what `--json` prints. */
export type Outcome = { lines: readonly string[]; data: unknown }

export type Command = {
  /** As it is typed, e.g. `region create`. */
  name: string
  summary: string
  /** What follows the name, e.g. `CODE --reply-to=ADDRESS`. */
  usage: string
  /** Lines below the usage in `--help`. */
  details: readonly string[]
  /** Whether it can write: then it is tried without `--yes` first. */
  writes: boolean
  options?: ParseArgsConfig['options']
  run(task: Task): Promise<Outcome>
}

/** What went wrong, and what to do about it. */
export class OpsError extends Error {
  readonly remedy: string
  constructor(message: string, remedy: string) {
    super(message)
    this.remedy = remedy
  }
}

/** A value that the command cannot do without. */
export function needed(options: Options, name: string, example: string): string {
  const value = options[name]
  if (typeof value === 'string' && value.trim() !== '') return value.trim()
  throw new OpsError(`--${name} is missing`, `Add it: --${name}=${example}`)
}

export function neededWord(words: readonly string[], what: string, example: string): string {
  const [first] = words
  if (first) return first
  throw new OpsError(`${what} is missing`, `Write it after the command, e.g. ${example}`)
}
