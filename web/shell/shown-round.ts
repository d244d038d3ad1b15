/** The round that the shown page is about; its name stands in the header. */
import { signal } from '@preact/signals'
import type { RoundSummary } from '../api/rounds.ts'

export const shownRound = signal<RoundSummary | undefined>(undefined)
