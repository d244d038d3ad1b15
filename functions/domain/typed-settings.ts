/** Checks of what a coordinator types, shared by rounds and the region's directory. Each answers errors and never throws. */

import { hasHiddenCharacter } from '../schema/hidden-characters.ts'
import { agencyIdSchema, localDateSchema, localTimeSchema } from '../schema/ids.ts'
import type { SettingReason } from '../schema/setting-reason.ts'
import { Refused, type SettingError } from './refusal.ts'

/** One error where `wrong`, else none. */
export function errorIf(wrong: boolean, pointer: string, reason: SettingReason, named?: string): SettingError[] {
  return wrong ? [{ pointer, reason, ...(named === undefined ? {} : { named }) }] : []
}

/** A name, title or number: something, on one line. */
export function required(text: string, pointer: string): SettingError[] {
  return [...errorIf(text.trim() === '', pointer, 'required'), ...oneLine(text, pointer)]
}

/** What stands in a heading, a calendar or a subject may neither break its line nor turn its direction. */
export function oneLine(text: string, pointer: string): SettingError[] {
  return errorIf(hasHiddenCharacter(text), pointer, 'hidden-character')
}

/** Both languages. */
export function wordingRequired(wording: { id: string; en: string }, pointer: string): SettingError[] {
  return [...required(wording.id, `${pointer}/id`), ...required(wording.en, `${pointer}/en`)]
}

/** Also days that no calendar has, like 30 February. */
export function isDate(text: string): boolean {
  return localDateSchema.safeParse(text).success
}

export function isTime(text: string): boolean {
  return localTimeSchema.safeParse(text).success
}

/** Ids of rounds, agencies and people have one shape. */
export function idShape(id: string, pointer: string): SettingError[] {
  return errorIf(!agencyIdSchema.safeParse(id).success, pointer, 'id-shape')
}

/** Refuses with `settings-invalid` when there is any error. */
export function refuseIfAny(errors: readonly SettingError[]): void {
  if (errors.length > 0) throw new Refused({ code: 'settings-invalid', errors: [...errors] })
}
