/** Names as they are compared: SIPD's own files have double blanks, line breaks, other cases and dashes for one and the same name. */

export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
}

/** One line, single blanks: as a name is shown and stored. */
export function tidyName(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
