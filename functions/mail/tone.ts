/**
 * The colour behind a status word. The word itself always carries the meaning and a sign stands before it, so nothing is
 * said by colour alone. Statuses arrive already worded (glossary of the field), hence the look-up by word.
 */
export type Tone = 'alarm' | 'work' | 'sent' | 'good' | 'plain'

/** A map, because a status may be any text, `__proto__` included. */
const tones = new Map<string, Tone>([
  ['belum mulai', 'alarm'],
  ['not started', 'alarm'],
  ['perlu perbaikan', 'alarm'],
  ['returned', 'alarm'],
  ['terlambat', 'alarm'],
  ['late', 'alarm'],
  ['belum dikirim, lewat batas', 'alarm'],
  ['not submitted, past the deadline', 'alarm'],
  ['draf', 'work'],
  ['draft', 'work'],
  ['dikirim', 'sent'],
  ['submitted', 'sent'],
  ['disetujui', 'good'],
  ['accepted', 'good'],
  ['approved', 'good'],
  ['nihil', 'good'],
  ['nil', 'good'],
])

/** Sign, ink and ground; each pair has a contrast of at least 6:1. */
export const looks: Record<Tone, { sign: string; ink: string; ground: string }> = {
  alarm: { sign: '!', ink: '#8e1b1b', ground: '#fde7e7' },
  work: { sign: '~', ink: '#6b4300', ground: '#fff0cc' },
  sent: { sign: '→', ink: '#123f78', ground: '#e3eefb' },
  good: { sign: '✓', ink: '#175427', ground: '#e2f3e5' },
  plain: { sign: '·', ink: '#3a4048', ground: '#eceff2' },
}

/** The tone of a status word; of several words ("Draf, terlambat") the first known one decides, unknown ones are plain. */
export function toneOf(status: string): Tone {
  const wanted = status.toLowerCase()
  return tones.get(wanted) ?? [...tones].find(([word]) => wanted.startsWith(word))?.[1] ?? 'plain'
}
