/** A form of the open round has moved to another version: what is asked differently, and what becomes of what the agency has answered. */
import { answerWords, sayChange } from '../../../schema/change-words.ts'
import type { FormChange } from '../../../schema/version-move.ts'
import type { Language } from '../../../schema/wording.ts'
import { nameIn } from '../../region/regions.ts'
import { assignmentKeyOf, draftOf, submissionsOf } from '../../round/by-work.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { lastMoveOf, type Move, movesOf } from '../../round/version-moves.ts'
import { datesFor, isDraft } from '../../round/windows.ts'
import { formChanges } from '../../versions/form-changes.ts'
import { candidate, daysAfter, factSlot, inRound } from '../plan/nid.ts'
import { roundPeople } from '../plan/recipients.ts'
import type { Situation } from '../plan/situation.ts'
import { wasTheirs } from '../plan/whose.ts'
import { agencyName, type Composing, definitionOf, formTitle } from '../write/composing.ts'
import type { ContentOf } from '../write/content.ts'
import { formUrl, tasksUrl } from '../write/page-links.ts'
import { type About, ofRound } from './kind.ts'

export const formMoved = ofRound<'form-moved'>({
  needs: [],
  candidates: (situation, facts) =>
    movesOf(facts)
      .filter((move) => hasOpened(situation, facts, move))
      .flatMap((move) => newsOf(situation, facts, move)),
  holds: (about, facts) => agenciesTold(about, facts).length > 0,
  whyNot: (about, facts) => (served(about, facts, moveIn(about, facts)).length === 0 ? 'not-responsible' : 'overtaken'),
  content,
  speaksOf: (about, facts) => ({ agencyIds: agenciesTold(about, facts) }),
})

/** Before the opening nobody knows the form: the mail of the opening leads to the version that is asked then. */
function hasOpened({ region }: Situation, facts: RoundFacts, { at, agencyIds }: Move): boolean {
  const [first] = agencyIds
  return first !== undefined && !isDraft(facts) && datesFor(facts, region.settings.zone, first).opensAt <= new Date(at)
}

function newsOf(situation: Situation, facts: RoundFacts, move: Move) {
  const moved = new Set(move.agencyIds)
  return roundPeople(situation.region, facts.round)
    .filter(({ agencyIds }) => agencyIds.some((id) => moved.has(id)))
    .map((person) =>
      candidate(
        {
          ...inRound(situation, facts, person),
          kind: 'form-moved',
          formId: move.formId,
          slot: factSlot(move.revision),
        },
        { dueAt: new Date(move.at), expiresAt: daysAfter(move.at, 7) },
        `form ${move.formId} moved to version ${move.to} in revision ${move.revision} of round ${facts.round.id}`,
      ),
    )
}

function moveIn({ notice }: Pick<About, 'notice'>, facts: RoundFacts): Move | undefined {
  return movesOf(facts).find(({ revision }) => factSlot(revision) === notice.slot)
}

function served({ person }: Pick<About, 'person'>, facts: RoundFacts, move: Move | undefined): readonly string[] {
  if (move === undefined) return []
  const { agencyIds, at } = move
  return agencyIds.filter(
    (agencyId) => person.agencyIds.includes(agencyId) && wasTheirs(person, facts, { agencyId, at: new Date(at) }),
  )
}

/** The recipient's agencies that still answer the version to which this very move brought them. */
function agenciesTold(about: Pick<About, 'person' | 'notice'>, facts: RoundFacts): readonly string[] {
  const move = moveIn(about, facts)
  return served(about, facts, move).filter((agencyId) => {
    const work = { agencyId, formId: move?.formId ?? '' }
    const asked = assignmentKeyOf(facts.round.assignments, agencyId, work.formId)
    return asked?.formVersion === move?.to && lastMoveOf(facts, work)?.revision === move?.revision
  })
}

const mostChanges = 40

function content(composing: Composing, facts: RoundFacts): ContentOf<'form-moved'> | undefined {
  const { person, language, state } = composing
  const move = moveIn(composing, facts)
  const agencies = agenciesTold(composing, facts)
  const [first] = agencies
  if (move === undefined || first === undefined) return undefined
  const { formId, to: formVersion } = move
  const changes = changesOf(composing, move, first).map((change) => told(change, language))
  const again = agencies.map((id) => workOf(facts, move, id)).includes('again')
  return {
    kind: 'form-moved',
    round: facts.round.title[language],
    person: person.name,
    form: formTitle(composing, { formId, formVersion }),
    version: formVersion,
    agencies: agencies.map((id) => ({
      name: agencyName(composing, id),
      work: workWords[workOf(facts, move, id)][language],
    })),
    again,
    changes: changes.slice(0, mostChanges),
    moreChanges: Math.max(0, changes.length - mostChanges),
    reason: move.reason,
    by: nameIn(state.region, move.by),
    url:
      agencies.length === 1
        ? formUrl(composing, { round: facts.round.id, agencyId: first, formId })
        : tasksUrl(composing),
  }
}

function changesOf(composing: Composing, { formId, to, before, mapping }: Move, agencyId: string): FormChange[] {
  const left = assignmentKeyOf(before, agencyId, formId)
  const older = left && definitionOf(composing, left)
  const newer = definitionOf(composing, { formId, formVersion: to })
  return older === undefined || newer === undefined ? [] : formChanges(older, newer, mapping)
}

function told(change: FormChange, language: Language) {
  return { what: sayChange(change, language), answers: answerWords[change.answers][language] }
}

type Kept = 'not-begun' | 'draft' | 'sent' | 'again'

function workOf(facts: RoundFacts, { formId, to, sent }: Move, agencyId: string): Kept {
  const latest = submissionsOf(facts.submissions, agencyId, formId).at(-1)
  if (latest !== undefined) return sent === 'ask-again' && latest.formVersion !== to ? 'again' : 'sent'
  return draftOf(facts.drafts, agencyId, formId) === undefined ? 'not-begun' : 'draft'
}

const workWords: Record<Kept, Record<Language, string>> = {
  'not-begun': { id: 'belum mulai: isi versi yang baru', en: 'not begun: please fill in the new version' },
  draft: {
    id: 'draf Anda dibawa serta; yang tidak muat tetap dapat dibaca di samping formulir',
    en: 'your draft is carried over; what did not fit stays readable beside the form',
  },
  sent: {
    id: 'kiriman Anda tetap sah; tidak perlu mengirim lagi',
    en: 'what you sent stays valid; you need not send again',
  },
  again: {
    id: 'mohon periksa dan kirim lagi; isian yang sudah dikirim dibawa serta',
    en: 'please check and send again; what you sent is carried over',
  },
}
