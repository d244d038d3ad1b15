/**
 * Open findings as a digest lists them: what blocks first, then the oldest. Where one rule says the same of many forms it is one
 * entry that counts them, or the list of a round that closed would be fifty times one sentence; so it is where one rule speaks of
 * many rows of one form, whose sentences differ by their row only.
 */
import type { Finding } from '../../../schema/round.ts'
import { severityWords } from '../../../schema/work-words.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { agencyName, askedVersion, type Composing, formTitle } from './composing.ts'
import type { DigestContent } from './digest-content.ts'

type Listed = DigestContent['findings'][number]

/** From so many on, the same sentence is said once. */
const many = 4

export function openFindingsOf(composing: Composing, facts: RoundFacts): Listed[] {
  const rank = ({ severity }: Finding) => ['blocking', 'warning', 'info'].indexOf(severity)
  const open = facts.findings
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => rank(a) - rank(b) || a.firstSeenAt.localeCompare(b.firstSeenAt) || (a.id < b.id ? -1 : 1))
  const said = Map.groupBy(open, ({ severity, rule, message }) => [severity, rule, message.id].join('|'))
  const keyOf = (each: Finding) => {
    const sentence = [each.severity, each.rule, each.message.id].join('|')
    const { length } = said.get(sentence) ?? []
    return length < many ? [each.severity, each.rule, each.agencyId, each.formId].join('|') : sentence
  }
  return [...Map.groupBy(open, keyOf).values()].flatMap((group) => {
    if (group.length < many) return group.map((each) => listed(composing, facts, each))
    const first = group[0] as Finding
    const oneForm = group.every(({ agencyId, formId }) => agencyId === first.agencyId && formId === first.formId)
    return oneForm ? [ofOneForm(composing, facts, group)] : [together(composing, group)]
  })
}

/** The first stands for all; the number says how many rows to look at. */
function ofOneForm(composing: Composing, facts: RoundFacts, group: readonly Finding[]): Listed {
  const first = listed(composing, facts, group[0] as Finding)
  const count = group.length
  const text = {
    id: `${count} temuan serupa, misalnya ${first.text}`,
    en: `${count} findings of this kind, for example ${first.text}`,
  }[composing.language]
  return { ...first, text, count }
}

function listed(composing: Composing, facts: RoundFacts, { agencyId, formId, severity, message }: Finding): Listed {
  return {
    agency: agencyName(composing, agencyId),
    form: formTitle(composing, { formId, formVersion: askedVersion(facts, formId) }, 'shortTitle'),
    severity: severityWords[severity][composing.language],
    text: message[composing.language],
  }
}

function together({ language }: Composing, group: readonly Finding[]): Listed {
  const agencies = new Set(group.map(({ agencyId }) => agencyId)).size
  const forms = new Set(group.map(({ agencyId, formId }) => `${agencyId} ${formId}`)).size
  const first = group[0]
  const said = {
    id: { agency: `${agencies} perangkat daerah`, form: `${forms} formulir` },
    en: {
      agency: agencies === 1 ? '1 agency' : `${agencies} agencies`,
      form: forms === 1 ? '1 form' : `${forms} forms`,
    },
  }[language]
  return {
    ...said,
    severity: first === undefined ? '' : severityWords[first.severity][language],
    text: first?.message[language] ?? '',
    count: group.length,
  }
}
