/** Proof of one revision, and what the agency still owes: to its operators, and to the one who sent it. */

import { needsWork } from '../../../rules/completeness.ts'
import { formatDayAndTime } from '../../../rules/moments.ts'
import type { FormDefinition } from '../../../schema/form.ts'
import { formatNumber, formatRupiah } from '../../../schema/formats.ts'
import type { Submission } from '../../../schema/round.ts'
import { punctualityWords } from '../../../schema/work-words.ts'
import { nameIn } from '../../region/regions.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { timelinessOf } from '../../round/timeliness.ts'
import { candidate, daysAfter, factSlot, inRound } from '../plan/nid.ts'
import { agencyPeople, recipientOf } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { cellsOf } from '../plan/work.ts'
import { type Composing, definitionOf } from '../write/composing.ts'
import type { ContentOf } from '../write/content.ts'
import { receiptUrl } from '../write/page-links.ts'
import { formLine } from '../write/work-lines.ts'
import { ofRound, overtakenOrLeft, servesAgency } from './kind.ts'
import { headOf, submissionOf } from './submitted.ts'

export const receipt = ofRound<'receipt'>({
  needs: ['lists'],
  candidates: (situation, facts) => facts.submissions.flatMap((each) => receiptsOf(situation, facts, each)),
  holds: (about, facts) => {
    const submission = submissionOf(facts, about.notice)
    return submission !== undefined && (servesAgency(about) || submission.by === about.person.id)
  },
  whyNot: overtakenOrLeft,
  content,
})

function receiptsOf(situation: Situation, facts: RoundFacts, submission: Submission) {
  const { agencyId, formId, revision, at, by } = submission
  const operators = agencyPeople(situation.region, agencyId).filter(({ role }) => role === 'operator')
  const sender = recipientOf(situation.region, by)
  return [...new Set(sender === undefined ? operators : [...operators, sender])].map((person) =>
    candidate(
      { ...inRound(situation, facts, person), kind: 'receipt', agencyId, formId, slot: factSlot(revision) },
      { dueAt: new Date(at), expiresAt: daysAfter(at, 3) },
      `submission ${agencyId} ${formId} revision ${revision}`,
    ),
  )
}

function content(composing: Composing, facts: RoundFacts): ContentOf<'receipt'> | undefined {
  const { notice, language, place, situation } = composing
  const submission = submissionOf(facts, notice)
  if (submission === undefined) return undefined
  const { agencyId, receiptNumber } = submission
  const definition = definitionOf(composing, submission)
  const open = cellsOf(situation, facts, agencyId).filter(needsWork)
  return {
    kind: 'receipt',
    ...headOf(composing, facts, submission),
    number: receiptNumber,
    version: submission.formVersion,
    at: formatDayAndTime(new Date(submission.at), place, language),
    by: nameIn(composing.state.region, submission.by),
    nil: submission.nil,
    ...(submission.nilReason === undefined ? {} : { nilReason: submission.nilReason }),
    rowCount: formatNumber(submission.rowCount, language),
    totals: totalsOf(submission, definition, language),
    sha256: submission.sha256,
    previousSha256: submission.previousSha256,
    open: open.map((cell) => formLine(composing, facts, cell)),
    timeliness: punctualityWords[timelinessOf(submission, facts, place.zone)][language],
    url: receiptUrl(composing, receiptNumber),
  }
}

/** Sums with their labels, in the form's order; a sum whose field is unknown stands under its own key. */
function totalsOf({ totals }: Submission, definition: FormDefinition | undefined, language: Composing['language']) {
  const known = (definition?.tables ?? []).flatMap((table) =>
    table.fields.flatMap((field) => {
      const key = `${table.id}.${field.id}`
      const value = Object.hasOwn(totals, key) ? totals[key] : undefined
      if (value === undefined) return []
      const amount = field.type === 'rupiah' ? formatRupiah(value, language) : formatNumber(value, language)
      return [{ key, label: field.label[language], value: amount }]
    }),
  )
  const named = new Set(known.map(({ key }) => key))
  const others = Object.entries(totals).filter(([key]) => !named.has(key))
  return [
    ...known.map(({ label, value }) => ({ label, value })),
    ...others.map(([key, value]) => ({ label: key, value: formatNumber(value, language) })),
  ]
}
