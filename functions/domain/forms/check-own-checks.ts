/** What is wrong with checks as a coordinator chose them, against the newest version of their form. Pure. */
import { isNumberField, placedIn } from '../../schema/checks/own/filled.ts'
import { type CheckPlace, type JumpCheck, mostOwnChecks, type OwnCheck } from '../../schema/checks/own/own-check.ts'
import { isNote } from '../../schema/fields/computed.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { SettingReason } from '../../schema/setting-reason.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { SettingError } from '../refusal.ts'
import { errorIf } from '../typed-settings.ts'

export function ownCheckErrors(definition: FormDefinition, checks: readonly OwnCheck[]): SettingError[] {
  const said = checks.map((check) => canonicalJson(check))
  return [
    ...errorIf(checks.length > mostOwnChecks, '/checks', 'checks-too-many', String(mostOwnChecks)),
    ...checks.flatMap((check, index) => {
      const pointer = `/checks/${index}`
      const errors = errorsOf(definition, check, pointer)
      const twice = said.indexOf(said[index] ?? '') < index
      return errors.length > 0 ? errors : errorIf(twice, pointer, 'check-twice')
    }),
  ]
}

function errorsOf(definition: FormDefinition, check: OwnCheck, pointer: string): SettingError[] {
  if (check.kind === 'duplicate') {
    const { table, fields, across } = check
    return [
      ...errorIf(fields.length === 0, `${pointer}/fields`, 'check-nothing-chosen'),
      ...fields.flatMap((field) => questionErrors(definition, { table, field }, `${pointer}/fields`)),
      ...errorIf(table === undefined && !across, `${pointer}/across`, 'check-header-alone'),
    ]
  }
  if (check.kind === 'jump') {
    const by = (check.rowsBy ?? []).flatMap((field) =>
      questionErrors(definition, { table: check.table, field }, `${pointer}/rowsBy`),
    )
    return [...numberErrors(definition, check, `${pointer}/field`), ...by, ...limitErrors(check, pointer)]
  }
  const { total, parts } = check
  const same = parts.some(({ table, field }) => table === total.table && field === total.field)
  const twice = new Set(parts.map(({ table, field }) => `${table} ${field}`)).size < parts.length
  return [
    ...numberErrors(definition, total, `${pointer}/total`),
    ...errorIf(parts.length === 0, `${pointer}/parts`, 'check-nothing-chosen'),
    ...parts.flatMap((part) => numberErrors(definition, part, `${pointer}/parts`)),
    ...errorIf(same || twice, `${pointer}/parts`, 'check-part-twice'),
  ]
}

type Place = { readonly table?: string | undefined; readonly field: string }

const whole = ({ table, field }: Place): CheckPlace => (table === undefined ? { field } : { table, field })

function questionErrors(definition: FormDefinition, place: Place, pointer: string): SettingError[] {
  if (place.field === '') return errorIf(true, pointer, 'check-nothing-chosen')
  const placed = placedIn(definition, whole(place))
  return errorIf(placed === undefined || isNote(placed.field), pointer, 'check-unknown-question', nameOf(place))
}

function numberErrors(definition: FormDefinition, place: Place, pointer: string): SettingError[] {
  const unknown = questionErrors(definition, place, pointer)
  const field = placedIn(definition, whole(place))?.field
  if (unknown.length > 0 || field === undefined) return unknown
  return errorIf(!isNumberField(field), pointer, 'check-not-a-number', field.label.id)
}

function nameOf({ table, field }: Place): string {
  return table === undefined ? field : `${table}.${field}`
}

const limits: Readonly<Record<JumpCheck['limit']['by'], readonly [number, number, SettingReason]>> = {
  percent: [1, 100_000, 'check-percent'],
  factor: [1.1, 10_000, 'check-factor'],
}

function limitErrors({ limit, least = 0 }: JumpCheck, pointer: string): SettingError[] {
  const [from, to, reason] = limits[limit.by]
  return [
    ...errorIf(!(limit.value >= from && limit.value <= to), `${pointer}/limit`, reason),
    ...errorIf(!(least >= 0 && least <= 1e15), `${pointer}/least`, 'check-least'),
  ]
}
