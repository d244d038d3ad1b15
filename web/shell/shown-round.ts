/** The round that the shown page is about; its name stands in the header. */
import { signal } from '@preact/signals'
import type { Round } from '../../functions/schema/round.ts'

export const shownRound = signal<Round | undefined>(undefined)
