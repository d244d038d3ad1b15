/**
 * What composing one mail is given: the moment, the notice, its recipient and the facts, with what is derived from them once.
 * Everything here is a value, so a mail is a pure function of its facts and can be written again word for word.
 */

import type { Place } from '../../../rules/moments.ts'
import type { Answers } from '../../../schema/answers.ts'
import type { FormDefinition, ReferenceLists } from '../../../schema/form.ts'
import type { Notice } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import type { Language } from '../../../schema/wording.ts'
import { agencyOf } from '../../region/regions.ts'
import type { ExpectedOf } from '../../round/assignments.ts'
import { expectedAmong } from '../../round/expected-answers.ts'
import { formKey } from '../../round/form-catalogue.ts'
import type { RegionState, RoundFacts } from '../../round/rounds.ts'
import type { Outage } from '../ledger/outages.ts'
import type { SentDigest } from '../ledger/sent-digests.ts'
import type { Untold } from '../ledger/untold.ts'
import { type Situation, situationOf } from '../plan/situation.ts'

/**
 * The facts of a mail. `references` (the region's lists) make "0 of 14" sayable before the first draft; `answers` (the body of
 * a returned submission) name the rows that comments are about; `sentDigests` are the digests that were sent, from which changes are
 * counted, and without any from the opening; `told` are ids of notices that told parts of this mail before; `untold` are mails that reached
 * nobody, and `inLedger` the ids of all that were planned; `outages` when nothing ran. Without them a mail says less, or more, and nothing wrong.
 */
export type ComposeState = RegionState & {
  references?: ReferenceLists
  answers?: Answers
  sentDigests?: readonly SentDigest[]
  told?: ReadonlySet<string>
  untold?: readonly Untold[]
  inLedger?: ReadonlySet<string>
  outages?: readonly Outage[]
}

export type ComposerParts = {
  /** Of all forms and versions in the facts, by `formKey`. */
  definitions: ReadonlyMap<string, FormDefinition>
  /** The site's own address. */
  siteUrl: string
  /** Derives sign-in codes. A composer that never writes such mails may go without. */
  codeKey?: string
}

export type Composing = {
  now: Date
  notice: Notice
  person: Person
  language: Language
  place: Place
  situation: Situation
  state: ComposeState
  parts: ComposerParts
  expectedOf(facts: RoundFacts): ExpectedOf
}

/** Derives what every kind of mail needs. */
export function composingOf(
  now: Date,
  { notice, person, state, parts }: { notice: Notice; person: Person; state: ComposeState; parts: ComposerParts },
): Composing {
  const { region, references } = state
  const { zone, zoneName } = region.settings
  const expectations = new Map<RoundFacts, ExpectedOf>()
  return {
    now,
    notice,
    person,
    language: person.language,
    place: { zone, zoneName },
    situation: situationOf(now, state),
    state,
    parts: { ...parts, siteUrl: parts.siteUrl.replace(/\/+$/, '') },
    expectedOf: (facts) => {
      const known = expectations.get(facts)
      if (known !== undefined) return known
      const lists = { definitions: parts.definitions, references: references ?? {} }
      const expectedOf = references === undefined ? () => 0 : once(expectedAmong(now, lists, { facts, region }))
      expectations.set(facts, expectedOf)
      return expectedOf
    },
  }
}

/** Counting what a form expects goes through all its rows, and a digest asks several times. */
function once(expectedOf: ExpectedOf): ExpectedOf {
  const known = new Map<string, number>()
  return (...form) => {
    const key = form.join('|')
    const expected = known.get(key) ?? expectedOf(...form)
    known.set(key, expected)
    return expected
  }
}

/** An agency's name; an agency that the region does not know is called by its id. */
export function agencyName({ state, language }: Composing, agencyId: string): string {
  return agencyOf(state.region, agencyId)?.name[language] ?? agencyId
}

/** A form's full title, or its short one for subjects and matrices. */
export function formTitle(
  composing: Composing,
  form: { formId: string; formVersion: number },
  length: 'title' | 'shortTitle' = 'title',
): string {
  return definitionOf(composing, form)?.[length][composing.language] ?? form.formId
}

export function definitionOf(
  { parts }: Composing,
  { formId, formVersion }: { formId: string; formVersion: number },
): FormDefinition | undefined {
  return parts.definitions.get(formKey(formId, formVersion))
}

/** The version of a form that the round asks for. */
export function askedVersion({ round }: RoundFacts, formId: string): number {
  return round.assignments.find((each) => each.formId === formId)?.formVersion ?? 1
}
