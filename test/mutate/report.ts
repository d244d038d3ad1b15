/** What Stryker wrote of a group (mutation-testing-report-schema), read for people. */
import { existsSync, readFileSync } from 'node:fs'

/** Lines from 1, columns from 1; the end's column is the one behind. */
type Spot = { line: number; column: number }
type Raw = {
  mutatorName: string
  replacement?: string
  status: string
  statusReason?: string
  location: { start: Spot; end: Spot }
}
export type Mutant = Raw & { file: string; before: string }

/** `survivors`: one line each, `file:line mutator: before -> after`. */
export type Counts = { mutants: number; killed: number; timedOut: number; explained: number; survivors: string[] }

const unnoticed = ['Survived', 'NoCoverage']

/** Without the texts that are not changed. `undefined` where Stryker ended before it wrote anything. */
export function mutantsIn(report: string): Mutant[] | undefined {
  if (!existsSync(report)) return undefined
  const { files } = JSON.parse(readFileSync(report, 'utf8')) as {
    files: Record<string, { source: string; mutants: Raw[] }>
  }
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants
      .filter(({ statusReason }) => statusReason?.includes('excluded mutation') !== true)
      .map((mutant) => ({ ...mutant, file, before: textAt(source, mutant) })),
  )
}

/** Where the changes stand that no test came by though something ran them, as Stryker wants to be told: `file:line:column-line:column`. */
export function loadedOnly(mutants: readonly Mutant[]): string[] {
  const places = mutants
    .filter(isLoadedOnly)
    .map(
      ({ file, location: { start, end } }) => `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
    )
  return [...new Set(places)]
}

/** What was asked twice, of one test and of all, survived only if it did both times. */
export function countsOf(mutants: readonly Mutant[]): Counts {
  const asked = [
    ...Map.groupBy(
      mutants.filter((mutant) => !isLoadedOnly(mutant)),
      keyOf,
    ).values(),
  ]
  const each = asked.map((group) => group.find(({ status }) => !unnoticed.includes(status)) ?? group[0])
  const having = (...statuses: string[]) =>
    each.flatMap((mutant) => (mutant && statuses.includes(mutant.status) ? mutant : []))
  return {
    mutants: each.length,
    killed: having('Killed', 'RuntimeError', 'CompileError').length,
    timedOut: having('Timeout').length,
    explained: having('Ignored').length,
    survivors: having(...unnoticed).map(describe),
  }
}

function isLoadedOnly({ statusReason }: Mutant): boolean {
  return statusReason?.startsWith('Static mutant') === true
}

function keyOf({ file, location, mutatorName, replacement }: Mutant): string {
  return JSON.stringify([file, location, mutatorName, replacement])
}

function textAt(source: string, { location: { start, end } }: Raw): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines.push((lines.pop() ?? '').slice(0, end.column - 1))
  return lines.join('\n').slice(start.column - 1)
}

function describe({ file, location, mutatorName, before, replacement = '', status }: Mutant): string {
  const untested = status === 'NoCoverage' ? ' (no test comes here)' : ''
  return `${file}:${location.start.line} ${mutatorName}: ${cut(before)} -> ${cut(replacement)}${untested}`
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-27)}` : line
}
