/** What checking and sending begin with, and how far they are. */
import type { Work } from '../../api/work.ts'
import type { DraftSession } from '../draft/draft-port.ts'
import type { FormModel } from '../form-model.ts'

/** The heading of the panel in which somebody decides. */
export const conflictTitle = 'pilih-isian'

export type SubmissionState = 'idle' | 'checking' | 'confirming' | 'sending'
export type SubmissionParts = { readonly work: Work; readonly session: DraftSession; readonly model: FormModel }
