/** The rules of a digest that a round which chose none has. Apart from their schema, since the page shows them. [A] on all three. */
import type { DigestRules } from './digest-rules.ts'

export const defaultDigestRules: DigestRules = { nearWorkingDays: 5, earlyPercent: 25, slowPercent: 25 }

/** The rules in force. */
export function digestRulesOf({ digest = defaultDigestRules }: { digest?: DigestRules | undefined }): DigestRules {
  return digest
}
