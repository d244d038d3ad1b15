/**
 * The region's people or agencies as a workbook. Rows that the file adds or changes are saved one by one by the directory's own
 * verbs, so that all their checks hold; the same checks are run over the whole file beforehand, to be told by cell. Who is not in
 * the file stays: nobody is ever deleted.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import type { Answers } from '../../schema/answers.ts'
import type { Wording } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import { Refused } from '../refusal.ts'
import {
  type DirectoryRequest,
  errorsIn,
  orderedChanges,
  type Ports,
  type Setting,
  saveInOrder,
} from './directory-changes.ts'
import { directoryTables } from './directory-form.ts'
import { agenciesKind, type Kind, peopleKind } from './directory-kinds.ts'
import { listGuides } from './list-guide.ts'
import { loadWorkbook, type OpenList } from './load-workbook.ts'
import { openWhole } from './whole-directory.ts'

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
  if (request.list === 'whole') return openWhole({ now, ports, request, facts })
  return request.list === 'people'
    ? openKind({ now, ports, request, facts }, peopleKind(now, ports, facts))
    : openKind({ now, ports, request, facts }, agenciesKind(now, ports, facts))
}

function openKind<T extends { id: string }>({ now, ports, request, facts }: Setting, kind: Kind<T>): OpenList {
  const { region, language, word } = request
  const list = kind.subject === 'person' ? 'people' : 'agencies'
  const table = directoryTables[list]
  const ordered = (after: Answers) => orderedChanges({ kind, facts, rows: after.rows[table] ?? [] })
  const judge = async (after: Answers) => errorsIn(await ordered(after), table, word)
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

const peopleStay: Wording = {
  id: 'Orang yang tidak ada di berkas tetap seperti semula. Untuk menonaktifkan seseorang, isi kolom Nonaktif dengan Ya.',
  en: 'People who are not in the file stay as they are. To deactivate somebody, write Yes in the column Deactivated.',
}
const agenciesStay: Wording = {
  id: 'Perangkat daerah yang tidak ada di berkas tetap seperti semula.',
  en: 'Agencies that are not in the file stay as they are.',
}
