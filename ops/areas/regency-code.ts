/** The code of a regency or city as somebody types it. */

/** `53.02`, also written `5302`; anything else is no code of a regency. */
export function regencyCodeOf(typed: string): string | undefined {
  const [, province, regency] = /^\s*(\d\d)\.?(\d\d)\s*$/.exec(typed) ?? []
  return province === undefined ? undefined : `${province}.${regency}`
}
