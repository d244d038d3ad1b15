/** What keeps the form from being sent, as it is said at a pointer; found by find-errors.ts. */

/** In the reader's language. */
export type FormError = { readonly pointer: string; readonly text: string }
export type ServerError = FormError
/** Texts by pointer. */
export type ErrorTexts = ReadonlyMap<string, readonly string[]>
export const noErrors: ErrorTexts = new Map()
