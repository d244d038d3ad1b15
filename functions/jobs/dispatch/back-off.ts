/**
 * When to try again after a refusal that may pass: full jitter over 2, 4, 8 ... 600 seconds, so that what was refused together does
 * not come back together. The jitter is drawn from the notice and the attempt, not from chance: a rehearsal repeats exactly.
 */

const firstSeconds = 2
const longestSeconds = 600

/** Milliseconds to wait after attempt 1, 2, 3, ...: between one second and the attempt's ceiling. */
export function backOffMs(nid: string, attempt: number): number {
  const ceiling = Math.min(longestSeconds, firstSeconds * 2 ** (attempt - 1)) * 1_000
  return 1_000 + Math.floor(fraction(`${nid}|${attempt}`) * (ceiling - 1_000))
}

/** A number in [0, 1) that looks random and depends on the text only (FNV-1a with a final mix). */
function fraction(text: string): number {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32
}
