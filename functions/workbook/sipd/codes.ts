/** Codes as SIPD writes them, and as they come back from Excel, planning data and old lists. */
import { currentCode, isSoundCode } from '../../schema/checks/sub-activity-code.ts'
import { tidyName } from '../../schema/sipd/plain-name.ts'

export function tidyCode(text: string): string {
  return text.replace(/\s+/g, '').replace(/,/g, '.')
}

/** `X.XX` of a support programme stands for the agency's first bidang: the beginning of its code. */
export function activityCode(text: string, agencyCode: string): string {
  const code = tidyCode(text)
    .replace(/^x\.xx/i, /^\d\.\d{2}/.exec(agencyCode)?.[0] ?? 'X.XX')
    // Old lists write the level with two figures.
    .replace(/^(\d\.\d{2}\.\d{2})\.02\./, '$1.2.')
  return isSoundCode(code) ? code : currentCode(code) || code
}

/** SIPD-RI's data begin the name with the code; only that very code is taken off. */
export function activityName(text: string, codes: readonly string[]): string {
  const name = tidyName(text)
  const [first = '', ...rest] = name.split(' ')
  return rest.length > 0 && codes.indexOf(tidyCode(first)) >= 0 ? rest.join(' ') : name
}

/**
 * An agency's code: three bidang, a number and a sub unit. Files have lost figures of its last two parts (`.000`, `.00`, `1..0000`); what is
 * left of a sub unit that is all noughts is the whole SKPD.
 */
export function unitCode(text: string): string {
  const code = tidyCode(text)
  const [, head = '', number = '', unit = ''] = /^(\d(?:\.\d{1,2}){5})\.(\d{1,2})\.{1,2}(\d{1,4})$/.exec(code) ?? []
  if (head === '') return code
  return `${head}.${`0${number}`.slice(-2)}.${/^0+$/.test(unit) ? '0000' : `000${unit}`.slice(-4)}`
}

/** Of a fund's code the beginning tells general money from earmarked; Excel makes a time (`01:01`) or a day of short ones. */
export function fundCode(text: string): string {
  const code = tidyCode(text).replace(/^0+(?=[1-9])/, '')
  return /^[1-9](\.\d+)*$/.test(code) ? code : ''
}
