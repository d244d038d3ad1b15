/** Contents of the mails that facts cause about one form or agency: receipt, returned, accepted, thanks. */
import { formatNumber, formatRupiah } from '../../../schema/answers/format-value.ts'
import type { FormDefinition } from '../../../schema/form.ts'
import type { Review, Submission } from '../../../schema/round.ts'
import { timelinessWords } from '../../../schema/work-words.ts'
import { nameIn } from '../../region/regions.ts'
import { answerContext } from '../../round/answer-context.ts'
import { needsWork } from '../../round/assignments.ts'
import { closingOf, correctionsDueOn, latestReview, latestSubmission } from '../../round/may-write.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { timelinessOf } from '../../round/timeliness.ts'
import { formatDayAndTime, formatDeadline } from '../../time/wording.ts'
import { endOfDay } from '../../time/zone.ts'
import { commentPlace } from '../write/comment-places.ts'
import { agencyName, type Composing, definitionOf, formTitle } from '../write/composing.ts'
import type { MailContent } from '../write/content.ts'
import { finalDateNote } from '../write/date-notes.ts'
import { formUrl, receiptUrl, submissionUrl, tasksUrl } from '../write/page-links.ts'
import { formLine, officeOf } from '../write/work-lines.ts'
import { allAcceptedAt, cellsOf } from './fact-candidates.ts'
import { submissionOf } from './still-true.ts'

type Content<K extends MailContent['kind']> = Extract<MailContent, { kind: K }>

/** Proof of one revision, and what the agency still owes. */
export function receiptContent(composing: Composing, facts: RoundFacts): Content<'receipt'> | undefined {
  const { notice, language, place, situation } = composing
  const submission = submissionOf(facts, notice)
  if (submission === undefined) return undefined
  const { agencyId, receiptNumber } = submission
  const definition = definitionOf(composing, submission)
  const open = cellsOf(situation, facts, agencyId).filter(needsWork)
  return {
    kind: 'receipt',
    ...heads(composing, facts, submission),
    number: receiptNumber,
    at: formatDayAndTime(new Date(submission.at), place, language),
    by: nameIn(composing.state.region, submission.by),
    nil: submission.nil,
    ...(submission.nilReason === undefined ? {} : { nilReason: submission.nilReason }),
    rowCount: formatNumber(submission.rowCount, language),
    totals: totalsOf(submission, definition, language),
    sha256: submission.sha256,
    previousSha256: submission.previousSha256,
    open: open.map((cell) => formLine(composing, facts, cell)),
    timeliness: timelinessWords[timelinessOf(submission, facts, place.zone)][language],
    url: receiptUrl(composing, receiptNumber),
  }
}

/** What to correct and by when. */
export function returnedContent(composing: Composing, facts: RoundFacts): Content<'returned'> | undefined {
  const { now, state, language, place } = composing
  const found = decisionOf(composing, facts)
  if (found === undefined) return undefined
  const { submission, review } = found
  const { agencyId, formId, revision } = submission
  // The day that the coordinator named, also where the window stays open longer.
  const dueOn = correctionsDueOn(facts, agencyId, formId) ?? closingOf(facts, place.zone, agencyId, formId).closesOn
  const note = finalDateNote(dueOn, officeOf(composing, facts, agencyId), language)
  const url = formUrl(composing, { round: facts.round.id, agencyId, formId })
  const form = {
    definition: definitionOf(composing, submission),
    answers: state.answers,
    context: answerContext(now, { facts, region: state.region }, state.references ?? {}, agencyId),
  }
  return {
    kind: 'returned',
    ...heads(composing, facts, submission),
    revision,
    due: formatDeadline(endOfDay(dueOn, place.zone), place, language),
    ...(note === undefined ? {} : { holidayNote: note }),
    ...(review.decision === 'reopen' ? { reopened: true } : {}),
    comments: review.comments.map(({ pointer, text }) => ({
      where: commentPlace(pointer, form, language),
      text,
      ...(pointer === '' ? {} : { url: `${url}#${pointer}` }),
    })),
    url,
  }
}

export function acceptedContent(composing: Composing, facts: RoundFacts): Content<'accepted'> | undefined {
  const { language, place } = composing
  const found = decisionOf(composing, facts)
  if (found === undefined) return undefined
  const { submission, review } = found
  const { agencyId, formId, revision } = submission
  return {
    kind: 'accepted',
    ...heads(composing, facts, submission),
    revision,
    at: formatDayAndTime(new Date(review.at), place, language),
    url: submissionUrl(composing, { round: facts.round.id, agencyId, formId }, revision),
  }
}

export function thanksContent(composing: Composing, facts: RoundFacts): Content<'thanks'> | undefined {
  const { notice, situation, person, language, place } = composing
  const agencyId = notice.agencyId ?? ''
  const acceptedAt = allAcceptedAt(situation, facts, agencyId)
  return (
    acceptedAt && {
      kind: 'thanks',
      round: facts.round.title[language],
      person: person.name,
      agency: agencyName(composing, agencyId),
      at: formatDayAndTime(acceptedAt, place, language),
      siteUrl: tasksUrl(composing),
    }
  )
}

/** What all mails about one revision begin with. */
function heads(composing: Composing, { round }: RoundFacts, submission: Submission) {
  return {
    round: round.title[composing.language],
    person: composing.person.name,
    agency: agencyName(composing, submission.agencyId),
    form: formTitle(composing, submission, 'shortTitle'),
    revision: submission.revision,
  }
}

function decisionOf({ notice }: Composing, facts: RoundFacts): { submission: Submission; review: Review } | undefined {
  const submission = latestSubmission(facts, notice.agencyId ?? '', notice.formId ?? '')
  const review = submission && latestReview(facts, submission)
  return submission && review && { submission, review }
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
