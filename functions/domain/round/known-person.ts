/**
 * Who answers for the data, as far as that is known before anybody types: as the agency said in its last submission of this form, else
 * as the reader's own profile says. Nothing is saved by it: the page shows it, and the first change brings it along.
 */
import type { AnswerContext } from '../../schema/answers/context.ts'
import { validateAnswers } from '../../schema/answers/validate-answers.ts'
import type { Cells } from '../../schema/answers.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import { isPersonal, personQuestions } from '../../schema/personal.ts'
import type { Person } from '../../schema/region.ts'
import type { DraftResponse } from '../../schema/requests.ts'
import { erasedWord } from '../../schema/sealed.ts'
import type { ForReader } from '../personal/answers-for.ts'
import type { Regions } from '../region/regions.ts'
import { answerContext } from './answer-context.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import type { Rounds } from './rounds.ts'
import { lastRound } from './starting-points.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue } & ForReader

/** The reply, with that where nobody has begun. Of viewers and coordinators, who fill in nothing, it stays as it is. */
export async function withKnownPerson(
  now: Date,
  ports: Ports,
  { key, reader }: { key: WorkKey; reader: Person },
  draft: DraftResponse,
): Promise<DraftResponse> {
  const fillsIn = reader.role === 'operator' || reader.role === 'verifier'
  if (!fillsIn || draft.version > 0 || draft.baseRevision > 0) return draft
  const work = await loadWork(ports, key)
  const asked = personQuestions(work.definition.fields)
  if (!asked.some(isPersonal)) return draft
  const references = await ports.regions.references(key.region)
  const context = answerContext(now, work.state, references, key.agencyId)
  const before = await lastRound(ports, { key, work, context })
  const said = accepted(work.definition, asked, before?.answers.fields ?? {}, context)
  const known = asked.some((field) => isPersonal(field) && said[field.id] !== undefined)
    ? said
    : accepted(work.definition, asked, profileOf(asked, reader), context)
  return { ...draft, answers: { ...draft.answers, fields: { ...known, ...draft.answers.fields } } }
}

/** The reader's own name, office, telephone and address, each where the form first asks for one. */
function profileOf(asked: readonly Field[], { name, title, email, phone }: Person): Cells {
  const own = { name, title, email, tel: phone }
  const kinds = asked.map(kindOf)
  return Object.fromEntries(
    asked.flatMap(({ id }, index) => {
      const kind = kinds[index]
      const value = kind === undefined || kinds.indexOf(kind) < index ? undefined : own[kind]
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}

function kindOf(field: Field): 'name' | 'title' | 'email' | 'tel' | undefined {
  if (field.type === 'phone') return 'tel'
  if (field.type !== 'text') return undefined
  return field.purpose ?? (/jabatan/i.test(field.id) ? 'title' : undefined)
}

/** Of these answers those that the form takes today. */
function accepted(definition: FormDefinition, asked: readonly Field[], given: Cells, context: AnswerContext): Cells {
  const ids = new Set(asked.map(({ id }) => id))
  const fields = Object.fromEntries(Object.entries(given).filter(([id, value]) => ids.has(id) && value !== erasedWord))
  const refused = new Set(validateAnswers(definition, { fields, rows: {} }, context).map(({ pointer }) => pointer))
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !refused.has(`/fields/${id}`)))
}
