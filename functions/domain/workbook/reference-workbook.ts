/**
 * A reference list of the region as a workbook. An upload is a preview until the coordinator confirms it with the same file;
 * then the list is revised as a whole. Only cells that the file touched change, so two coordinators do not undo each other.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import type { Answers } from '../../schema/answers.ts'
import type { ReferenceEntry } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import { Refused } from '../refusal.ts'
import { type ListAbout, referenceLists } from '../region/reference-lists.ts'
import type { Regions } from '../region/regions.ts'
import { judgeOf } from './list-errors.ts'
import { listGuides } from './list-guide.ts'
import { loadWorkbook } from './load-workbook.ts'
import { answersOf, entriesOfAnswers, referenceForm } from './reference-form.ts'
import type { WorkbookSubject, Workbooks } from './workbooks.ts'

type Ports = { regions: Regions; workbooks: Workbooks }
export type ListRequest = { readonly region: string; readonly list: string; readonly language: Language }
export type ListLoad = ListRequest & { readonly by: string; readonly confirm: boolean }
export type ListSummary = ListAbout & { readonly entries: number }

/** All lists that may be loaded, with how many entries they have. */
export async function summariseLists({ regions }: Pick<Ports, 'regions'>, region: string): Promise<ListSummary[]> {
  const loaded = await regions.references(region)
  return referenceLists.map((about) => ({ ...about, entries: loaded[about.id]?.length ?? 0 }))
}

/** Refuses with `not-found`. */
export async function listTemplate(now: Date, ports: Ports, request: ListRequest): Promise<Uint8Array> {
  return ports.workbooks.template(now, await subjectOf(now, ports, request))
}

/** Refuses with `not-found` and `workbook-refused`; when confirmed with wrong cells also with `answers-invalid`. */
export async function loadList(now: Date, ports: Ports, load: ListLoad, file: Uint8Array): Promise<WorkbookPreview> {
  const open = async () => ({
    subject: await subjectOf(now, ports, load),
    save: async (after: Answers) => {
      const { id, title } = aboutOf(load.list)
      const list = { id, title, entries: entriesOfAnswers(after), at: now.toISOString(), by: load.by }
      return (await ports.regions.reviseReference(load.region, list)).inserted
    },
  })
  return loadWorkbook(ports.workbooks, { open, file, confirm: load.confirm })
}

async function subjectOf(
  now: Date,
  { regions }: Ports,
  { region, list, language }: ListRequest,
): Promise<WorkbookSubject> {
  const about = aboutOf(list)
  const [facts, loaded] = await Promise.all([regions.load(region), regions.references(region)])
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'reference' })
  const entries: readonly ReferenceEntry[] = loaded[list] ?? []
  const agencies = facts.agencies.map(({ id, name }) => ({ value: id, label: name }))
  const today = localDateOf(now, facts.settings.zone)
  const judge = judgeOf(list, { agencyIds: facts.agencies.map(({ id }) => id), references: loaded })
  return {
    stamp: { region, agencyId: 'acuan', round: list },
    definition: referenceForm(about, entries, agencies),
    answers: answersOf(entries),
    context: { today, agencyId: 'acuan', fiscalYear: Number(today.slice(0, 4)), references: {} },
    language,
    heading: facts.settings.name[language],
    guide: listGuides.reference,
    ...(judge === undefined ? {} : { judge: async (after: Answers) => judge(after) }),
  }
}

function aboutOf(list: string): ListAbout {
  const about = referenceLists.find(({ id }) => id === list)
  if (about === undefined) throw new Refused({ code: 'not-found', what: 'reference' })
  return about
}
