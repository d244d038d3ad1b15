/**
 * Characters that are not seen. Marks of writing direction are taken out at every door, for they make a text look like another
 * one (UTS 39, section 5.4: U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069); in a name no control character may stand (C0,
 * C1 and the separators of lines and paragraphs), for it would break the line in a calendar, a subject or a sheet.
 */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

export function withoutDirections(text: string): string {
  return text.replace(directions, '')
}

/** For texts of one line. */
export function hasHiddenCharacter(text: string): boolean {
  return hidden.test(text)
}
