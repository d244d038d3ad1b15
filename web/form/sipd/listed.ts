/** What a budget out of SIPD adds to the lists of the open form; set by the panel that fetched it, so that the form itself need not carry it. */
import { signal } from '@preact/signals'
import type { ReferenceLists } from '../../../functions/schema/form.ts'

export const listedByBudget = signal<((references: ReferenceLists) => ReferenceLists) | undefined>(undefined)
