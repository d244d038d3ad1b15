/**
 * A text as it is compared with names: lower case, without marks, where spaces and punctuation are one blank. Written without property
 * escapes, which Firefox 67 cannot parse.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]+/g, '')
    .replace(/[\s!-/:-@[-`{-~\u00a0-\u00bf\u2000-\u206f]+/g, ' ')
    .trim()
}
