/**
 * The colour behind a status. The word always carries the meaning and a sign stands before it, so nothing is said by colour alone.
 */
import type { AssignmentStatus } from '../schema/round.ts'

type Look = { sign: string; ink: string; ground: string }

const good = { sign: '✓', ink: '#175427', ground: '#e2f3e5' }
const alarm = { sign: '!', ink: '#8e1b1b', ground: '#fde7e7' }

/** Sign, ink and ground; each pair has a contrast of at least 6:1. */
export const statusLooks: Record<AssignmentStatus, Look> = {
  'not-started': alarm,
  returned: alarm,
  draft: { sign: '~', ink: '#6b4300', ground: '#fff0cc' },
  submitted: { sign: '→', ink: '#123f78', ground: '#e3eefb' },
  accepted: good,
}
