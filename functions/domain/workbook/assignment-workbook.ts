/**
 * A round's assignments as a workbook. Confirmed, they become the round's next revision by the same verb that the page uses,
 * with all its checks; what has been begun is named by cell beforehand.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import { fixedRowKey } from '../../schema/answers/fixed-rows.ts'
import type { AnswerError, Answers } from '../../schema/answers.ts'
import { roundPlanSchema } from '../../schema/round-plan.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import { canonicalJson } from '../canonical-json.ts'
import { Refused, type SettingError } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { begunError, begunWork } from '../round/check-plan.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { loadRound } from '../round/load-round.ts'
import { reviseRound } from '../round/plan-round.ts'
import type { Rounds } from '../round/rounds.ts'
import { isDraft } from '../round/windows.ts'
import {
  agencyReference,
  askedForms,
  assignmentForm,
  assignmentRows,
  assignmentsOfRows,
  assignmentTable,
  formColumn,
} from './assignment-form.ts'
import { listGuides } from './list-guide.ts'
import { loadWorkbook, type OpenList } from './load-workbook.ts'
import type { Workbooks } from './workbooks.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue; workbooks: Workbooks }
export type AssignmentRequest = {
  readonly region: string
  readonly round: string
  readonly language: Language
  readonly by: string
  /** How what is wrong is said. */
  readonly word: (error: SettingError) => Wording
}

/** Refuses with `not-found`. */
export async function assignmentTemplate(now: Date, ports: Ports, request: AssignmentRequest): Promise<Uint8Array> {
  return ports.workbooks.template(now, (await openAssignments(now, ports, request)).subject)
}

/** Refuses with `not-found`, `workbook-refused`; when confirmed also with `answers-invalid` and `settings-invalid`. */
export function loadAssignments(
  now: Date,
  ports: Ports,
  request: AssignmentRequest & { readonly confirm: boolean },
  file: Uint8Array,
): Promise<WorkbookPreview> {
  const open = () => openAssignments(now, ports, request)
  return loadWorkbook(ports.workbooks, { open, file, confirm: request.confirm })
}

async function openAssignments(now: Date, ports: Ports, request: AssignmentRequest): Promise<OpenList> {
  const { region, round: id, language, by, word } = request
  const { facts, region: regionFacts } = await loadRound(ports, region, id)
  const { round } = facts
  const { agencies, settings } = regionFacts
  const forms = askedForms(await ports.forms.all(region), round.assignments)
  const planned = (after: Answers) => assignmentsOfRows(after, forms, round.assignments)
  const judge = async (after: Answers): Promise<AnswerError[]> => {
    const next = planned(after)
    const [first] = agencies
    const begun = begunWork(next, facts).map((key) => begunError(key, cellOf(key), regionFacts))
    const none: SettingError[] =
      next.length > 0 || first === undefined || isDraft(facts)
        ? []
        : [{ pointer: cellOf({ agencyId: first.id, formId: '' }), reason: 'nothing-assigned' }]
    return [...begun, ...none].map((error) => ({ pointer: error.pointer, code: error.reason, message: word(error) }))
  }
  const save = async (after: Answers) => {
    const assignments = planned(after)
    if (canonicalJson(assignments) === canonicalJson(round.assignments)) return true
    const plan = { ...roundPlanSchema.parse(round), assignments }
    try {
      await reviseRound(now, ports, { region, round: id, by, base: round.revision, plan })
      return true
    } catch (error) {
      if (error instanceof Refused && error.refusal.code === 'revision-conflict') return false
      throw error
    }
  }
  const today = localDateOf(now, settings.zone)
  return {
    subject: {
      stamp: { region, agencyId: 'penugasan', round: id },
      definition: assignmentForm(forms),
      answers: { fields: {}, rows: { [assignmentTable]: assignmentRows(agencies, forms, round.assignments) } },
      context: {
        today,
        agencyId: 'penugasan',
        fiscalYear: round.fiscalYear,
        references: agencyReference(agencies),
      },
      language,
      heading: `${settings.name[language]} · ${round.title[language]}`,
      guide: listGuides.assignments,
      judge,
    },
    save,
  }
}

function cellOf({ agencyId, formId }: { agencyId: string; formId: string }): string {
  return `/rows/${assignmentTable}/${fixedRowKey([agencyId])}/${formColumn(formId)}`
}
