/** The digest's plain lists as lines, used by html and text alike: whom to call, changes, findings, late, complete. */
import type { DigestAgency } from '../domain/notices/content.ts'
import type { Language } from '../schema/wording.ts'
import { cut, type Detail } from './digest-detail.ts'
import { type Digest, digestWords, small } from './digest-words.ts'
import { clip } from './safe-text.ts'

/** A title, its lines, and the sentence that counts the rest. */
export type DigestList = { title: string; lines: string[]; more?: string | undefined }

/** Before the agencies; empty ones are left out, but for "changes", whose emptiness is news. */
export function firstLists(content: Digest, detail: Detail, language: Language): DigestList[] {
  const lists = [unreachableList(content, detail, language), changes(content, detail, language)]
  return lists.filter(({ lines }) => lines.length > 0)
}

/** After them. */
export function lastLists(content: Digest, detail: Detail, language: Language): DigestList[] {
  const lists = [
    findings(content, detail, language),
    late(content, detail, language),
    complete(content, detail, language),
  ]
  return lists.filter(({ lines }) => lines.length > 0)
}

/** Whom to call today: agency, person, telephone, and why. */
export function callLines(content: Digest, detail: Detail, language: Language): (CallLine & { text: string })[] {
  const say = digestWords[language]
  return content.calls.slice(0, detail.agencies).map(({ agency, who, phone, reasons }) => {
    const line = {
      agency: clip(agency, detail.nameLength),
      who: clip(who, detail.nameLength),
      phone: clip(phone, 30),
      reasons: reasons.map((reason) => clip(reason, 80)).join('; '),
    }
    const number = line.phone === '' ? '' : `, ${small(say.phone(line.phone))}`
    return { ...line, text: `${line.agency}: ${line.who}${number} (${line.reasons})` }
  })
}
export type CallLine = { agency: string; who: string; phone: string; reasons: string }

/** People whose mail does not arrive, and who to reach in their place. */
function unreachableList(content: Digest, detail: Detail, language: Language): DigestList {
  const say = digestWords[language]
  const { shown, more } = cut(content.unreachable, detail.agencies)
  return {
    title: say.unreachable(content.unreachable.length),
    lines: shown.map(({ person, agency, email, since, instead }) => {
      const who = `${clip(person, detail.nameLength)}, ${clip(agency, detail.nameLength)} (${clip(email, 80)})`
      return `${who}, ${say.since(clip(since, 60))}: ${say.instead(clip(instead, 120))}`
    }),
    more: rest(more, language),
  }
}

/** What else to know about an agency that lacks something: flags, open findings, telephone. */
export function agencyNotes(agency: DigestAgency, detail: Detail, language: Language): string {
  const say = digestWords[language]
  const flags = agency.flags.slice(0, 3).map((flag) => clip(flag, detail.nameLength))
  const phone = agency.phone ? [say.phone(clip(agency.phone, 30))] : []
  return [...flags, ...say.findingCounts(agency.findings), ...phone].join(' · ')
}

function changes(content: Digest, detail: Detail, language: Language): DigestList {
  const say = digestWords[language]
  const { shown, more } = cut(content.changes, detail.changes, content.moreChanges)
  const lines = shown.map((change) => clip(change, 160))
  return {
    title: say.changes(content.since),
    lines: lines.length > 0 ? lines : [say.noChanges],
    more: rest(more, language),
  }
}

function findings(content: Digest, detail: Detail, language: Language): DigestList {
  const { shown } = cut(content.findings, detail.findings)
  const total = countOf(content.findings) + content.moreFindings
  const more = total - countOf(shown)
  return {
    title: digestWords[language].findings(total),
    lines: shown.map(
      ({ agency, form, severity, text }) =>
        `${clip(severity, 20)} · ${clip(agency, detail.nameLength)}, ${clip(form, 40)}: ${clip(text, 220)}`,
    ),
    more: rest(more, language),
  }
}

/** Findings, not entries: one entry may stand for many. */
function countOf(findings: readonly Digest['findings'][number][]): number {
  return findings.reduce((sum, { count = 1 }) => sum + count, 0)
}

function late(content: Digest, detail: Detail, language: Language): DigestList {
  const { shown, more } = cut(content.late, detail.agencies)
  return {
    title: digestWords[language].late(content.counts.late, content.late.length),
    lines: shown.map((agency) => {
      const forms = agency.lines.slice(0, 8).map(({ form, status }) => `${clip(form, 30)} ${clip(status, 30)}`)
      const phone = agency.phone ? [digestWords[language].phone(clip(agency.phone, 30))] : []
      return [`${clip(agency.name, detail.nameLength)}: ${forms.join(', ')}`, ...phone].join(' · ')
    }),
    more: rest(more, language),
  }
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
