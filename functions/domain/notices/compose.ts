/** Interim: only the sign-in code is composed. */
import type { Notice } from '../../schema/notice.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { deriveCode, printCode } from '../sign-in/code.ts'
import type { MailContent } from './content.ts'
import type { RegionState } from './situation.ts'

export type Composed =
  | { outcome: 'mail'; content: MailContent }
  | { outcome: 'drop'; to: 'cancelled' | 'expired' | 'suppressed'; reason: string }

export function createComposer(parts: { codeKey: string; siteUrl: string; forms: FormCatalogue }) {
  return (_now: Date, notice: Notice, _state: RegionState): Composed => {
    if (notice.kind !== 'sign-in-code') return { outcome: 'drop', to: 'suppressed', reason: 'not-composed' }
    const code = printCode(deriveCode(parts.codeKey, notice.slot))
    return {
      outcome: 'mail',
      content: { kind: 'sign-in-code', code, validUntil: notice.expiresAt, minutes: 10, siteUrl: parts.siteUrl },
    }
  }
}
