/**
 * The region's people or agencies as a workbook. Rows that the file adds or changes are saved one by one by the directory's own
 * verbs, so that all their checks hold; the same checks are run over the whole file beforehand, to be told by cell. Who is not in
 * the file stays: nobody is ever deleted.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import type { AnswerError, Answers, Row } from '../../schema/answers.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import { canonicalJson } from '../canonical-json.ts'
import { Refused, type SettingError } from '../refusal.ts'
import { orderChanges } from '../region/order-changes.ts'
import type { RegionFacts, Regions, Revision } from '../region/regions.ts'
import { numberOf } from '../region/revise-directory.ts'
import { directoryTables } from './directory-form.ts'
import { agenciesKind, type Change, type Kind, peopleKind } from './directory-kinds.ts'
import { columnOf } from './directory-rows.ts'
import { listGuides } from './list-guide.ts'
import { loadWorkbook, type OpenList } from './load-workbook.ts'
import type { Workbooks } from './workbooks.ts'

type Ports = { regions: Regions; workbooks: Workbooks }
export type DirectoryList = keyof typeof directoryTables
export type DirectoryRequest = {
  readonly region: string
  readonly list: DirectoryList
  readonly language: Language
  readonly by: string
  /** How what is wrong is said. */
  readonly word: (error: SettingError) => Wording
}
/** Refuses with `not-found`. */
export async function directoryTemplate(now: Date, ports: Ports, request: DirectoryRequest): Promise<Uint8Array> {
  return ports.workbooks.template(now, (await openDirectory(now, ports, request)).subject)
}

/** Refuses with `not-found`, `workbook-refused`; when confirmed with wrong cells with `answers-invalid`. */
export function loadDirectory(
  now: Date,
  ports: Ports,
  request: DirectoryRequest & { readonly confirm: boolean },
  file: Uint8Array,
): Promise<WorkbookPreview> {
  const open = () => openDirectory(now, ports, request)
  return loadWorkbook(ports.workbooks, { open, file, confirm: request.confirm })
}

async function openDirectory(now: Date, ports: Ports, request: DirectoryRequest): Promise<OpenList> {
  const facts = await ports.regions.load(request.region)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  return request.list === 'people'
    ? openKind({ now, ports, request, facts }, peopleKind(now, ports, facts))
    : openKind({ now, ports, request, facts }, agenciesKind(now, ports, facts))
}

type Setting = { now: Date; ports: Ports; request: DirectoryRequest; facts: RegionFacts }

function openKind<T extends { id: string }>({ now, ports, request, facts }: Setting, kind: Kind<T>): OpenList {
  const { region, list, language, word } = request
  const table = directoryTables[list]
  const ordered = async (after: Answers) => {
    const changes = changesOf(kind, after.rows[table] ?? [])
    return orderChanges(facts, changes, await kind.rules(changes))
  }
  const judge = async (after: Answers): Promise<AnswerError[]> =>
    (await ordered(after)).refused.flatMap(({ change, errors }) => {
      // A cell is told its first fault: who is their own deputy, and new, is unknown as well.
      const firsts = errors.filter(
        ({ pointer }, index) => errors.findIndex((each) => each.pointer === pointer) === index,
      )
      return firsts.map((error) => ({
        pointer: `/rows/${table}/${change.rowKey}/${columnOf[error.pointer] ?? 'kode'}`,
        code: error.reason,
        message: word(error),
      }))
    })
  const save = async (after: Answers) =>
    saveInOrder({ now, ports, request, facts }, kind, (await ordered(after)).possible)
  const today = localDateOf(now, facts.settings.zone)
  return {
    subject: {
      stamp: { region, agencyId: 'direktori', round: list },
      definition: kind.definition,
      answers: { fields: {}, rows: { [table]: [...kind.rows] } },
      context: { today, agencyId: 'direktori', fiscalYear: Number(today.slice(0, 4)), references: {} },
      language,
      heading: facts.settings.name[language],
      guide: listGuides[list],
      judge,
    },
    save,
    keepsMissing: list === 'people' ? peopleStay : agenciesStay,
  }
}

/** One after the other; `false` where somebody else revised one of them meanwhile. */
async function saveInOrder<T extends { id: string }>(
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

const peopleStay: Wording = {
  id: 'Orang yang tidak ada di berkas tetap seperti semula. Untuk menonaktifkan seseorang, isi kolom Nonaktif dengan Ya.',
  en: 'People who are not in the file stay as they are. To deactivate somebody, write Yes in the column Deactivated.',
}
const agenciesStay: Wording = {
  id: 'Perangkat daerah yang tidak ada di berkas tetap seperti semula.',
  en: 'Agencies that are not in the file stay as they are.',
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
