/** The code to sign in with. It is derived here and stands nowhere else; the challenge, not a plan, is what causes it. */

import { formatTime } from '../../../rules/moments.ts'
import { challengeMinutes, deriveCode, printCode } from '../../secrets/code.ts'
import { type MailKind, overtakenOrLeft } from './kind.ts'

export const signInCode: MailKind<'sign-in-code'> = {
  needs: [],
  candidates: () => [],
  holds: () => true,
  whyNot: overtakenOrLeft,
  content: ({ now, notice, parts, place, language }) => {
    if (parts.codeKey === undefined) return undefined
    const validUntil = new Date(notice.expiresAt)
    // A resend says how long it is still valid, not how long it was.
    const minutes = Math.ceil((validUntil.getTime() - now.getTime()) / 60_000)
    return {
      kind: 'sign-in-code',
      code: printCode(deriveCode(parts.codeKey, notice.slot)),
      validUntil: formatTime(validUntil, place, language),
      minutes: Math.min(challengeMinutes, minutes),
      siteUrl: parts.siteUrl,
    }
  },
}
