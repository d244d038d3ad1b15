/**
 * The semester that a form's data describe. The periods on offer are the city's reference list, newest first in use: for the
 * round of February 2026 it is 2025-S2.
 */
import type { Field } from '../schema/form.ts'

export const periodField = {
  id: 'periode',
  type: 'choice',
  label: { id: 'Periode data', en: 'Period of the data' },
  hint: {
    id: 'Satu kiriman memuat satu semester. Untuk putaran Februari 2026: Semester II 2025 (2025-S2).',
    en: 'One submission holds one semester. For the round of February 2026: second semester of 2025 (2025-S2).',
  },
  required: true,
  choices: { reference: 'periode' },
} as const satisfies Field
