/**
 * Open findings as a digest tells them: one line a check, the gravest first, with how many, where and what is at stake, and the way
 * to exactly those. Fifty sentences about one check would be read by nobody.
 */
import { groupFindings } from '../../../rules/finding-groups.ts'
import { ruleOf } from '../../../schema/checks/rule-table.ts'
import { formatNumber, formatRupiah } from '../../../schema/formats.ts'
import { severityWords } from '../../../schema/work-words.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agencyName, type Composing } from './composing.ts'
import type { DigestContent } from './digest-content.ts'
import { checkUrl } from './page-links.ts'

export function openFindingsOf(composing: Composing, facts: RoundFacts): DigestContent['findings'] {
  const { language } = composing
  return groupFindings(facts.findings.filter(({ state }) => state === 'open')).map((group) => {
    const { rule, severity, count, stake, agencies } = group
    const [only] = agencies
    const many = language === 'id' ? `${agencies.length} perangkat daerah` : `${agencies.length} agencies`
    const people = language === 'id' ? 'orang' : 'people'
    return {
      severity: severityWords[severity][language],
      check: ruleOf(rule).title[language],
      where: agencies.length === 1 && only !== undefined ? agencyName(composing, only.agencyId) : many,
      count,
      ...(stake === undefined
        ? {}
        : {
            stake:
              stake.unit === 'rupiah'
                ? formatRupiah(stake.amount, language)
                : `${formatNumber(stake.amount, language)} ${people}`,
          }),
      url: checkUrl(composing, facts.round.id, rule),
    }
  })
}
