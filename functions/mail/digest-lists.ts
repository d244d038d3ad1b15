/** The digest's plain lists as lines, used by html and text alike: whom to call, changes, findings, late, complete. */
import type { DigestAgency } from '../domain/notices/content.ts'
import type { Language } from '../schema/wording.ts'
import { cut, type Detail } from './digest-detail.ts'
import { type Digest, digestWords } from './digest-words.ts'
import { clip } from './safe-text.ts'

/** A title, its lines, and the sentence that counts the rest. */
export type DigestList = { title: string; lines: string[]; more?: string | undefined }

/** Lists in reading order; empty ones are left out, but for "changes", whose emptiness is news. */
export function digestLists(content: Digest, detail: Detail, language: Language): DigestList[] {
  const lists = [
    changes(content, detail, language),
    findings(content, detail, language),
    late(content, detail, language),
    complete(content, detail, language),
  ]
  return lists.filter(({ lines }) => lines.length > 0)
}

/** The call list: people whose mail does not arrive, and who to reach in their place. */
export function callList(content: Digest, detail: Detail, language: Language): DigestList {
  const say = digestWords[language]
  const { shown, more } = cut(content.unreachable, detail.agencies)
  return {
    title: `${say.call} · ${say.unreachable(content.unreachable.length)}`,
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
  const { shown, more } = cut(content.findings, detail.findings, content.moreFindings)
  return {
    title: digestWords[language].findings(content.findings.length + content.moreFindings),
    lines: shown.map(
      ({ agency, form, severity, text }) =>
        `${clip(severity, 20)} · ${clip(agency, detail.nameLength)}, ${clip(form, 40)}: ${clip(text, 220)}`,
    ),
    more: rest(more, language),
  }
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
