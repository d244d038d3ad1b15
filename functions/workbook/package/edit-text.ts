/** Changes of a text by place, made together, so that places found in one pass stay true. */

export type TextEdit = { readonly from: number; readonly to: number; readonly text: string }

/** Edits may touch but not overlap; those at one place stay in their order. */
export function editText(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits.map((edit, index) => ({ ...edit, index })).sort((a, b) => a.from - b.from || a.index - b.index)
  const parts: string[] = []
  let at = 0
  for (const { from, to, text: put } of ordered) {
    parts.push(text.slice(at, from), put)
    at = Math.max(at, to)
  }
  return [...parts, text.slice(at)].join('')
}

/** Of an element's text or attribute; signs that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
