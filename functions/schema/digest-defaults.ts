/** What the page shows of a digest's choices, apart from the schemas so that it carries no validator for them. */
import type { DigestRules } from './digest-rules.ts'

/** Hours that can be chosen for a digest. */
export const digestHours = ['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00'] as const

/** Those of a round that chose none. [A] on all three. */
const defaultDigestRules: DigestRules = { nearWorkingDays: 5, earlyPercent: 25, slowPercent: 25 }

/** The rules in force. */
export function digestRulesOf({ digest = defaultDigestRules }: { digest?: DigestRules | undefined }): DigestRules {
  return digest
}
