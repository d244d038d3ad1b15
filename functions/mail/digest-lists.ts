/** The digest's plain lists as lines, used by html and text alike: whom to call, changes, findings, late, complete. */
import type { Contact, DigestAgency } from '../domain/notices/write/digest-content.ts'
import type { Language } from '../schema/wording.ts'
import { statusWords } from '../schema/work-words.ts'
import { cut, type Detail } from './digest-detail.ts'
import { type Digest, digestWords, small } from './digest-words.ts'
import { clip } from './safe-text.ts'

/** A title, its lines, and the sentence that counts the rest. */
export type DigestList = {
  title: string
  lines: string[]
  more?: string | undefined
  /** Where each line leads, in their order, and where the sentence that counts the rest does. */
  urls?: readonly string[]
  moreUrl?: string
}

/** What stands after the agencies; empty ones are left out. */
export function lastLists(content: Digest, detail: Detail, language: Language): DigestList[] {
  const lists = [
    findings(content, detail, language),
    untold(content, detail, language),
    agencies('late', content, detail, language),
    agencies('missed', content, detail, language),
    complete(content, detail, language),
  ]
  return lists.filter(({ lines }) => lines.length > 0)
}

/** Somebody to call as a mail prints them: the name, with in whose place, and the telephone or nothing. */
export type PrintedContact = { who: string; phone: string; whatsapp?: string }
/** `text`: all of it in one line. */
export type CallLine = { agency: string; people: PrintedContact[]; reasons: string; text: string }
export type UnreachableLine = { who: string; instead: PrintedContact; text: string }

/** Whom to call today: agency, people with telephones, and why. */
export function callLines(content: Digest, detail: Detail, language: Language): CallLine[] {
  return content.calls.slice(0, detail.calls).map((call) => {
    const agency = clip(call.agency, detail.nameLength)
    const people = call.people.map((contact, i) => printed(contact, call.people[i - 1]?.name, detail, language))
    const reasons = call.reasons.map((reason) => clip(reason, 80)).join('; ')
    const who = people.map((contact) => contactText(contact, language)).join('; ')
    return { agency, people, reasons, text: `${agency}: ${who} (${reasons})` }
  })
}

/** People whose mail does not arrive, and whom to call in their place. */
export function unreachableLines(
  content: Digest,
  detail: Detail,
  language: Language,
): Omit<DigestList, 'lines'> & { lines: UnreachableLine[] } {
  const say = digestWords[language]
  const { shown, more } = cut(content.unreachable, detail.agencies)
  const lines = shown.map(({ person, agency, email, since, refuses, instead }) => {
    const address = `${clip(person, detail.nameLength)}, ${clip(agency, detail.nameLength)} (${clip(email, 80)})`
    const when = clip(since, 60)
    const who = `${address}, ${refuses ? say.refuses(when) : say.since(when)}`
    const called = printed(instead, person, detail, language)
    const text = `${who}: ${say.instead(contactText(called, language))}`
    return { who, instead: called, text }
  })
  return { title: say.unreachable(content.unreachable.length), lines, more: rest(more, language) }
}

/** `before`: the person who was named just before, and need not be named again. */
function printed(
  { name, phone, deputyOf, whatsapp }: Contact,
  before: string | undefined,
  detail: Detail,
  language: Language,
): PrintedContact {
  const say = digestWords[language]
  const person = clip(name, detail.nameLength)
  const reach = { phone: clip(phone, 30), ...(whatsapp ? { whatsapp } : {}) }
  if (deputyOf === undefined) return { who: person, ...reach }
  const instead = deputyOf === before ? say.theirDeputy : say.deputy(clip(deputyOf, detail.nameLength))
  return { who: `${person} (${instead})`, ...reach }
}

function contactText({ who, phone }: PrintedContact, language: Language): string {
  const say = digestWords[language]
  return `${who}, ${phone === '' ? say.noPhone : small(say.phone(phone))}`
}

/** What else to know about an agency that lacks something: flags and open findings; and its telephone, or nothing. */
export function agencyNotes(
  agency: DigestAgency,
  detail: Detail,
  language: Language,
): { notes: string; phone: string } {
  const flags = agency.flags.slice(0, 3).map((flag) => clip(flag, detail.nameLength))
  const notes = [...flags, ...digestWords[language].findingCounts(agency.findings)].join(' · ')
  return { notes, phone: agency.phone ? clip(agency.phone, 30) : '' }
}

/** What changed; that nothing did is news too. */
export function changesList(content: Digest, detail: Detail, language: Language): DigestList {
  const say = digestWords[language]
  const { shown, more } = cut(content.changes, detail.changes, content.moreChanges)
  const lines = shown.map((change) => clip(change, 160))
  return {
    title: say.changes(content.since),
    lines: lines.length > 0 ? lines : [say.noChanges],
    more: more > 0 ? (content.changesUrl ? say.moreChanges(more) : rest(more, language)) : undefined,
    ...(content.changesUrl && { moreUrl: content.changesUrl }),
  }
}

function findings(content: Digest, detail: Detail, language: Language): DigestList {
  const say = digestWords[language]
  const { shown } = cut(content.findings, detail.findings)
  const total = countOf(content.findings) + content.moreFindings
  const more = total - countOf(shown)
  return {
    title: say.findings(total, content.explained),
    lines:
      total === 0 && content.explained > 0
        ? [say.allExplained]
        : shown.map(({ severity, check, where, count, stake }) =>
            [
              `${clip(severity, 20)} · ${clip(check, 80)}: ${say.foundAt(count, clip(where, detail.nameLength))}`,
              ...(stake === undefined ? [] : [clip(stake, 40)]),
            ].join(', '),
          ),
    urls: shown.map(({ url }) => url),
    more: more > 0 ? say.moreFindings(more) : undefined,
    moreUrl: content.findingsUrl,
  }
}

/** What an outage kept from the agencies. */
function untold({ untold: told }: Digest, detail: Detail, language: Language): DigestList {
  const { shown, more } = cut(told?.lines ?? [], detail.changes)
  return {
    title: digestWords[language].untold(told?.mails ?? 0),
    lines: shown.map((line) => clip(line, 200)),
    more: rest(more, language),
  }
}

/** Findings, not entries: one entry may stand for many. */
function countOf(findings: readonly Digest['findings'][number][]): number {
  return findings.reduce((sum, { count }) => sum + count, 0)
}

/** Who was late with which forms, or has not sent them at all. */
function agencies(which: 'late' | 'missed', content: Digest, detail: Detail, language: Language): DigestList {
  const { shown, more } = cut(content[which], detail.agencies)
  const forms = which === 'late' ? content.counts.late : content.counts.pastDeadline
  return {
    title: digestWords[language][which](forms, content[which].length),
    lines: shown.map((agency) => {
      const isNamedAbove = content.incomplete.slice(0, detail.agencies).some(({ name }) => name === agency.name)
      const phone = agency.phone && !isNamedAbove ? [digestWords[language].phone(clip(agency.phone, 30))] : []
      return [`${clip(agency.name, detail.nameLength)}: ${formsByStatus(agency, language)}`, ...phone].join(' · ')
    }),
    more: rest(more, language),
  }
}

/** `3A, Reviu 2025 Draf; Data sasaran Belum mulai`: what is said of several forms is said once. */
function formsByStatus({ lines }: DigestAgency, language: Language): string {
  return [...Map.groupBy(lines.slice(0, 8), ({ status }) => status)]
    .map(([status, forms]) => `${forms.map(({ form }) => clip(form, 30)).join(', ')} ${statusWords[status][language]}`)
    .join('; ')
}

function complete(content: Digest, detail: Detail, language: Language): DigestList {
  const { shown, more } = cut(content.complete, detail.complete)
  const names = shown.map((name) => clip(name, detail.nameLength)).join('; ')
  return {
    title: digestWords[language].complete(content.complete.length),
    lines: names === '' ? [] : [names],
    more: rest(more, language),
  }
}

function rest(count: number, language: Language): string | undefined {
  return count > 0 ? digestWords[language].more(count) : undefined
}
