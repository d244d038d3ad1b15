/**
 * What an agency need not type again: its own form of the round before, and rows of another form that it declared continued.
 * Rows keep their keys, so taking them twice adds nothing and an explanation of last round still finds its row. What the form
 * refuses today (a date of last year, a code that left its list) is left out: it has to be answered anew.
 */
import type { AnswerContext } from '../../schema/answers/context.ts'
import { validateAnswers } from '../../schema/answers/validate-answers.ts'
import type { Answers, Cells, Row } from '../../schema/answers.ts'
import { type Continuation, continuations } from '../../schema/continuations.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { StartingPoint } from '../../schema/requests.ts'
import type { Round, Submission } from '../../schema/round.ts'
import { type ForReader, showTo } from '../personal/answers-for.ts'
import type { Regions } from '../region/regions.ts'
import { carryAnswers } from '../versions/carry-answers.ts'
import { formChanges } from '../versions/form-changes.ts'
import { answerContext } from './answer-context.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from './load-round.ts'
import { latestSubmission } from './may-write.ts'
import { draftReply } from './read-draft.ts'
import type { Rounds } from './rounds.ts'
import { loadRounds, roundsBefore } from './rounds-before.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue } & ForReader

/** Refuses with `not-found`. */
export async function startingPoints(now: Date, ports: Ports, key: WorkKey): Promise<StartingPoint[]> {
  const work = await loadWork(ports, key)
  const references = await ports.regions.references(key.region)
  const context = answerContext(now, work.state, references, key.agencyId)
  const found = [await lastRound(ports, { key, work, context }), ...(await continued(now, ports, key, work))]
  return found.flatMap((point) => {
    if (point === undefined) return []
    const answers = showTo(ports, work.definition, fitting(work.definition, point.answers, context))
    const rowCount = Object.values(answers.rows).reduce((sum, rows) => sum + rows.length, 0)
    return rowCount === 0 && Object.keys(answers.fields).length === 0 ? [] : [{ ...point, answers, rowCount }]
  })
}

type Found = Omit<StartingPoint, 'rowCount'>

type Asked = { key: WorkKey; work: Work; context: AnswerContext }

/** What the agency last sent of this form in a round that opened earlier. */
export async function lastRound(ports: Ports, asked: Asked): Promise<Found | undefined> {
  const { key, work } = asked
  const frames = await loadRounds(ports.rounds, key.region, ports.rounds.loadFrame)
  for (const { round } of roundsBefore(frames, work.state.facts.round)) {
    const about = { agencyIds: [key.agencyId], formId: key.formId }
    const facts = await ports.rounds.loadAgencies(key.region, round.id, about)
    const submission = facts && latestSubmission(facts, key.agencyId, key.formId)
    if (submission !== undefined && !submission.nil) return fromRound(ports, asked, round, submission)
  }
  return undefined
}

async function fromRound(
  ports: Ports,
  { key, work, context }: Asked,
  round: Round,
  { at, formVersion, sha256 }: Submission,
): Promise<Found> {
  const answers = await ports.rounds.body(key.region, sha256)
  const found = { kind: 'last-round' as const, title: round.title, at }
  const after = work.definition
  const before =
    formVersion === after.version ? undefined : await ports.forms.definition(key.formId, formVersion, key.region)
  if (before === undefined) return { ...found, answers }
  const carried = carryAnswers(answers, { before, after, context })
  return { ...found, answers: carried.answers, changes: formChanges(before, after) }
}

async function continued(now: Date, ports: Ports, key: WorkKey, { state }: Work): Promise<Found[]> {
  const own = continuations.filter((each) => each.form === key.formId)
  const asked = own.filter(({ from }) =>
    state.facts.round.assignments.some((each) => each.agencyId === key.agencyId && each.formId === from.form),
  )
  return Promise.all(
    asked.map(async (continuation) => {
      const source = { ...key, formId: continuation.from.form }
      const work = await loadWork(ports, source)
      const { answers, savedAt } = await draftReply(now, ports, work, source)
      const rows = continuedRows(continuation, answers)
      return {
        kind: 'continued' as const,
        title: work.definition.title,
        at: savedAt,
        answers: { fields: {}, rows: { [continuation.table]: rows } },
      }
    }),
  )
}

function continuedRows({ from, cells }: Continuation, answers: Answers): Row[] {
  return (answers.rows[from.table] ?? [])
    .filter((row) => row.cells[from.when.field] === from.when.is)
    .map(({ rowKey, cells: all }) => ({ rowKey, cells: pick(all, (field) => cells.includes(field)) }))
}

/** The part of the answers that this definition knows and does not refuse today. */
function fitting(definition: FormDefinition, answers: Answers, context: AnswerContext): Answers {
  const known = {
    fields: pick(answers.fields, (id) => definition.fields.some((field) => field.id === id)),
    rows: Object.fromEntries(
      definition.tables.map((table) => [
        table.id,
        (answers.rows[table.id] ?? []).slice(0, table.maxRows).map(({ rowKey, cells }) => ({
          rowKey,
          cells: pick(cells, (id) => table.fields.some((field) => field.id === id)),
        })),
      ]),
    ),
  }
  const refused = new Set(validateAnswers(definition, known, context).map(({ pointer }) => pointer))
  return {
    fields: pick(known.fields, (id) => !refused.has(`/fields/${id}`)),
    rows: Object.fromEntries(
      Object.entries(known.rows).map(([table, rows]) => [
        table,
        rows.map(({ rowKey, cells }) => ({
          rowKey,
          cells: pick(cells, (id) => !refused.has(`/rows/${table}/${rowKey}/${id}`)),
        })),
      ]),
    ),
  }
}

function pick(cells: Cells, wanted: (id: string) => boolean): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([id]) => wanted(id)))
}
