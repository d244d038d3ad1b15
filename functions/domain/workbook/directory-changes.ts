/**
 * What a workbook changes in the directory: read from its rows, put into an order in which each change is possible, told by cell where
 * none is, and saved one by one by the directory's own verbs.
 */
import type { AnswerError, Row } from '../../schema/answers.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import { canonicalJson } from '../canonical-json.ts'
import { Refused, type SettingError } from '../refusal.ts'
import { type Ordered, orderChanges } from '../region/order-changes.ts'
import type { RegionFacts, Regions, Revision } from '../region/regions.ts'
import { numberOf } from '../region/revise-directory.ts'
import type { directoryTables } from './directory-form.ts'
import type { Change, Kind } from './directory-kinds.ts'
import { columnOf } from './directory-rows.ts'
import type { Workbooks } from './workbooks.ts'

export type Ports = { regions: Regions; workbooks: Workbooks }
type Table = keyof typeof directoryTables
/** `whole`: both in one file. */
export type DirectoryList = Table | 'whole'
export type DirectoryRequest = {
  readonly region: string
  readonly list: DirectoryList
  readonly language: Language
  readonly by: string
  /** How what is wrong is said. */
  readonly word: (error: SettingError) => Wording
}

export type Setting = { now: Date; ports: Ports; request: DirectoryRequest; facts: RegionFacts }

/** The rows of one table, and the facts to which they are compared. */
export type Edited<T extends { id: string }> = {
  readonly kind: Kind<T>
  readonly facts: RegionFacts
  readonly rows: readonly Row[]
}

export async function orderedChanges<T extends { id: string }>({
  kind,
  facts,
  rows,
}: Edited<T>): Promise<Ordered<Change<T>>> {
  const changes = changesOf(kind, rows)
  return orderChanges(facts, changes, await kind.rules(changes))
}

/** What cannot be saved, by cell. */
export function errorsIn<T extends { id: string }>(
  { refused }: Ordered<Change<T>>,
  table: string,
  word: (error: SettingError) => Wording,
): AnswerError[] {
  return refused.flatMap(({ change, errors }) => {
    // A cell is told its first fault: who is their own deputy, and new, is unknown as well.
    const firsts = errors.filter(({ pointer }, index) => errors.findIndex((each) => each.pointer === pointer) === index)
    return firsts.map((error) => ({
      pointer: `/rows/${table}/${change.rowKey}/${columnOf[error.pointer] ?? 'kode'}`,
      code: error.reason,
      message: word(error),
    }))
  })
}

/** One after the other; `false` where somebody else revised one of them meanwhile. */
export async function saveInOrder<T extends { id: string }>(
  { ports, request: { region, by }, facts }: Setting,
  kind: Kind<T>,
  changes: readonly Change<T>[],
): Promise<boolean> {
  const written = new Map<string, number>()
  const revise = async (content: T, base: number | 'new') => {
    await kind.revise({ region, by, base, content })
    written.set(content.id, numberOf(base) + 1)
  }
  for (const [index, { content, isNew }] of changes.entries()) {
    const { id } = content
    const base = isNew ? 'new' : (written.get(id) ?? (await baseOf(ports, { region, kind, id }, facts)))
    try {
      if (base === undefined) throw new Refused({ code: 'revision-conflict', currentRevision: 0 })
      await revise(content, base)
    } catch (error) {
      // Who made way for a moment must not stay so because of somebody else's change.
      for (const left of changes.slice(index)) {
        const [mine, before] = [written.get(left.content.id), contentOf(kind, left.rowKey)]
        if (mine !== undefined && before !== undefined) await revise(before, mine).catch(unlessRefused)
      }
      unlessRefused(error, 'revision-conflict')
      return false
    }
  }
  return true
}

/** As it stood before the file came. */
function contentOf<T extends { id: string }>({ rows, read }: Kind<T>, rowKey: string): T | undefined {
  const row = rows.find((each) => each.rowKey === rowKey)
  return row && read(row.cells)
}

/** Lets a refusal (of this code, where one is named) pass. */
function unlessRefused(error: unknown, code?: Refused['refusal']['code']): void {
  if (!(error instanceof Refused) || (code !== undefined && error.refusal.code !== code)) throw error
}

function changesOf<T extends { id: string }>({ rows, read }: Kind<T>, after: readonly Row[]): Change<T>[] {
  const standing = new Map(rows.map(({ rowKey, cells }) => [rowKey, canonicalJson(read(cells) ?? null)]))
  return after.flatMap(({ rowKey, cells }) => {
    const content = read(cells)
    if (content === undefined || standing.get(rowKey) === canonicalJson(content)) return []
    return [{ rowKey, content, isNew: !standing.has(rowKey) }]
  })
}

/** The revision that the file was compared with; `undefined` when there is a newer one. */
async function baseOf<T extends { id: string }>(
  { regions }: Ports,
  { region, kind, id }: { region: string; kind: Kind<T>; id: string },
  facts: RegionFacts,
): Promise<number | undefined> {
  const seen = [...(kind.subject === 'person' ? facts.people : facts.agencies)].find((each) => each.id === id)
  const history: readonly Revision<{ at: string; by: string }>[] = await regions.history(region, kind.subject, id)
  const newest = history.at(-1)
  return newest !== undefined && canonicalJson(newest.fact) === canonicalJson(seen) ? newest.revision : undefined
}
