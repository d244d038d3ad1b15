/**
 * Characters that are not seen. Marks of writing direction, and those that shape or annotate letters where no program shows it, are taken out
 * at every door, for they make a text look like another one (UTS 39, section 5.4). Controls (C0 and C1) and separators of lines and
 * paragraphs are taken out of what people write at length, where some programs paste them; in a name, which stands in a
 * calendar, a subject or a sheet, none may stand, nor a line's end.
 */
const turning = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u206f\\ufff9-\\ufffb'
const directions = new RegExp(`[${turning}]`, 'g')
const hidden = new RegExp(`[\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029${turning}]`)
/** Word's line within a paragraph, a page's end, and the line ends of other machines. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const lineEnds = /[\u000b\u000c\u0085\u2028\u2029]/g
/** U+0000 is left: a text that has it was broken on its way, and whoever takes it says so. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0001-\u0008\u000e-\u001f\u007f-\u009f]/g

export function withoutDirections(text: string): string {
  return text.replace(directions, '')
}

/** For texts of several lines. */
export function withoutHidden(text: string): string {
  return withoutDirections(text).replace(lineEnds, '\n').replace(controls, '')
}

/** For a name out of a file, which nobody could mend there. */
export function onOneLine(text: string): string {
  return withoutHidden(text).replace(/\s+/g, ' ').trim()
}

/** For texts of one line. */
export function hasHiddenCharacter(text: string): boolean {
  return hidden.test(text)
}
