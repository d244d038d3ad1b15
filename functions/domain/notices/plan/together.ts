/** Mails over several rounds: how one stands in the ledger, and which of its parts others told before. */
import type { NoticeKind, NoticePlan } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import type { NoticeIdentity, StepKey } from './nid.ts'
import { type Situation, wideScope } from './situation.ts'

const mark = 'together.'

export function isTogether({ slot }: Pick<NoticePlan, 'slot'>): boolean {
  return slot.startsWith(mark)
}

/** `name`: by which the mail of this kind is found again. */
export function overRounds(
  situation: Situation,
  person: Person,
  { kind, name }: { kind: NoticeKind; name: string },
): NoticeIdentity {
  const { region } = situation.region.settings
  return { kind, region, scope: wideScope(situation), recipientId: person.id, slot: `${mark}${name}` }
}

export function nameOf({ slot }: Pick<NoticePlan, 'slot'>): string {
  return slot.slice(mark.length)
}

/** A part of a mail, with the other notices that may have told it. */
export type ToldPart<Part> = { readonly part: Part; readonly notices: readonly StepKey[] }

/** The parts that none of the notices in the ledger told. */
export function untoldParts<Part>(parts: readonly ToldPart<Part>[], told: ReadonlySet<string>): Part[] {
  return parts.filter(({ notices }) => !notices.some(({ nid }) => told.has(nid))).map(({ part }) => part)
}
