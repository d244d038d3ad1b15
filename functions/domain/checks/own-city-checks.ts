/** A36 and A37: what a coordinator chose to have compared between agencies, and with the last round that asked the same form. */
import type { Row } from '../../schema/answers.ts'
import type { CheckedSubmission } from '../../schema/checks/check-context.ts'
import { fieldsOf, keyOf } from '../../schema/checks/own/duplicates.ts'
import { filledIn, labelsOf } from '../../schema/checks/own/filled.ts'
import type { DuplicateCheck, OwnCheck } from '../../schema/checks/own/own-check.ts'
import { acrossRule, jumpRule, mergedByRow } from '../../schema/checks/own/own-findings.ts'
import { asSent } from '../../schema/checks/run-form-checks.ts'
import { grouping } from '../grouping.ts'
import type { City, CityCheck, FoundAt } from './city.ts'
import { jumps, type Sent } from './own-jumps.ts'

const across: CityCheck = {
  rule: acrossRule,
  check: (city) =>
    ofEachForm(city, acrossRule, (check, formId) =>
      check.kind === 'duplicate' && check.across ? twins(check, sentOf(city, city.submissions, formId)) : [],
    ),
}

const sinceLastRound: CityCheck = {
  rule: jumpRule,
  check: (city) =>
    ofEachForm(city, jumpRule, (check, formId) => {
      if (check.kind !== 'jump') return []
      const before = new Map(
        sentOf(city, city.lastRound ?? [], formId).map((sent) => [sent.submission.agency.id, sent]),
      )
      return sentOf(city, city.submissions, formId).flatMap((sent) => {
        const earlier = before.get(sent.submission.agency.id)
        return earlier === undefined ? [] : jumps(check, sent, earlier)
      })
    }),
}

function ofEachForm(city: City, rule: string, say: (check: OwnCheck, formId: string) => readonly FoundAt[]): FoundAt[] {
  return Object.entries(city.ownChecks ?? {}).flatMap(([formId, checks]) =>
    mergedByRow(checks.flatMap((check) => say(check, formId)).map((found) => ({ ...found, rule }))),
  )
}

const byForm = grouping<CheckedSubmission>(({ definition }) => [definition.id])

/** Worked out once a check of a city, whatever looks at it. */
const known = new WeakMap<City, WeakMap<CheckedSubmission, Sent>>()

function sentOf(city: City, submissions: readonly CheckedSubmission[], formId: string): readonly Sent[] {
  const own = known.get(city) ?? new WeakMap<CheckedSubmission, Sent>()
  known.set(city, own)
  return byForm(submissions, formId)
    .filter(({ nil }) => !nil)
    .map((submission) => {
      const sent = own.get(submission) ?? sentFrom(city, submission)
      own.set(submission, sent)
      return sent
    })
}

function sentFrom(city: City, submission: CheckedSubmission): Sent {
  const { definition, answers } = submission
  // A context keeps all that was worked out with it: the one that stays is not the one that was settled with.
  const [context, settling] = [asSent(city, submission), asSent(city, submission)]
  return { submission, context, filled: filledIn(definition, answers, settling) }
}

type Place = { readonly sent: Sent; readonly row: Row | undefined }

/** Each row (or, of the header, each agency) that agrees with another agency's; who the others are is said, not what else they wrote. */
function twins(check: DuplicateCheck, all: readonly Sent[]): readonly FoundAt[] {
  const places = new Map<string, Place[]>()
  for (const sent of all) {
    const fields = fieldsOf(sent.submission.definition, check)
    const rows = check.table === undefined ? [undefined] : sent.filled.rows(check.table)
    for (const row of rows) {
      const key = keyOf(row?.cells ?? sent.filled.header, fields)
      if (key === undefined) continue
      const known = places.get(key)
      if (known === undefined) places.set(key, [{ sent, row }])
      else known.push({ sent, row })
    }
  }
  return [...places.values()].flatMap((same) => same.flatMap((place) => twinOf(check, place, same)))
}

const mostNamed = 3

function twinOf(check: DuplicateCheck, { sent, row }: Place, same: readonly Place[]): FoundAt[] {
  const { agency, definition } = sent.submission
  const others = new Map(
    same
      .filter((each) => each.sent.submission.agency.id !== agency.id)
      .map(({ sent: { submission } }) => [submission.agency.id, submission.agency.name]),
  )
  const fields = fieldsOf(definition, check)
  const [shown] = fields
  if (others.size === 0 || shown === undefined) return []
  const rest = others.size - mostNamed
  const names = (language: 'id' | 'en') => {
    const some = [...others.values()].slice(0, mostNamed).map((name) => name[language])
    return rest > 0 ? `${some.join(', ')} (+${rest})` : some.join(', ')
  }
  const labels = labelsOf(fields)
  const text = {
    id: `${labels.id} sama dengan yang dikirim ${names('id')}. Pastikan siapa yang melaporkannya; bila memang keduanya, jelaskan.`,
    en: `${labels.en} the same as sent by ${names('en')}. Settle who reports it; if both do, explain.`,
  }
  const at = row === undefined ? `/fields/${shown.id}` : `/rows/${check.table}/${row.rowKey}/${shown.id}`
  return [
    {
      agencyId: agency.id,
      formId: definition.id,
      pointer: at,
      text,
      same: `${check.fields.join(' ')} ${[...others.keys()].toSorted().join(' ')}`,
      ...(row === undefined ? {} : { rowKey: row.rowKey }),
    },
  ]
}

export const ownCityChecks: readonly CityCheck[] = [across, sinceLastRound]
