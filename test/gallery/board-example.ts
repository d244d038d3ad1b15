/** A round in which each status stands somewhere. */
import { assignment, boardOf, roundView } from '../web/fixtures/desk-data.ts'

const sent = { revision: 1, completeness: { expected: 14, answered: 14 } } as const
export const cells = [
  assignment('kec-alak', '3a', {
    ...sent,
    status: 'submitted',
    punctuality: 'in-extension',
    findings: { blocking: 0, warning: 2, info: 1 },
  }),
  assignment('kec-alak', 'monev', { status: 'draft', completeness: { expected: 348, answered: 129 } }),
  assignment('dinsos', '3a', { ...sent, status: 'accepted', punctuality: 'on-time' }),
  assignment('dinsos', 'monev', { ...sent, status: 'returned', punctuality: 'past-deadline' }),
  assignment('perikanan', '3a'),
]
export const view = roundView(['kec-alak', 'dinsos', 'perikanan'])
export const board = {
  ...boardOf(cells, ['kec-alak']),
  progress: [
    { on: '2026-02-10', submitted: 1, accepted: 0 },
    { on: '2026-02-11', submitted: 3, accepted: 1 },
    { on: '2026-02-12', submitted: 4, accepted: 2 },
  ],
}
