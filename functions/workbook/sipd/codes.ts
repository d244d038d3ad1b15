/** Codes as SIPD writes them, and as they come back from Excel, planning data and old lists. */
import { currentCode, isSoundCode } from '../../schema/checks/sub-activity-code.ts'
import { tidyName } from '../../schema/sipd/plain-name.ts'

export function tidyCode(text: string): string {
  return text.replace(/\s+/g, '').replace(/,/g, '.')
}

/** `X.XX` of a support programme stands for the agency's first bidang: the beginning of its code. */
export function activityCode(text: string, agencyCode: string): string {
  const code = tidyCode(text).replace(/^x\.xx/i, /^\d\.\d{2}/.exec(agencyCode)?.[0] ?? 'X.XX')
  return isSoundCode(code) ? code : currentCode(code) || code
}

/** SIPD-RI's data begin the name with the code; only that very code is taken off. */
export function activityName(text: string, codes: readonly string[]): string {
  const name = tidyName(text)
  const [first = '', ...rest] = name.split(' ')
  return rest.length > 0 && codes.indexOf(tidyCode(first)) >= 0 ? rest.join(' ') : name
}

/** `.000` at the end of an agency's code is `.0000` with a figure lost. */
export function unitCode(text: string): string {
  return tidyCode(text).replace(/^(\d(?:\.\d{1,2}){6})\.000$/, '$1.0000')
}
