/**
 * The coordinator's digest and, after the window, the closing report. Read on a phone at eight in the morning: the count
 * first, then who blocks (kecamatan first), whom to call, then what changed. A pure function of one `asOf`, so numbers and
 * lists agree.
 */

import type { Language } from '../schema/wording.ts'
import { statusWords } from '../schema/work-words.ts'
import { missingLine } from './agency-blocks.tsx'
import { Calls, Unreachable } from './digest-calls.tsx'
import { cut, cutMissing, type Detail } from './digest-detail.ts'
import { agencyNotes, callLines, changesList, type DigestList, lastLists, unreachableLines } from './digest-lists.ts'
import { LostTime, lostTimeText } from './digest-lost-time.tsx'
import { Counts, Incomplete, Listed } from './digest-sections.tsx'
import { type Digest, digestWords } from './digest-words.ts'
import type { MailParts } from './mail-parts.ts'
import { Note, Paragraph } from './parts.tsx'
import { clip } from './safe-text.ts'

/** One round at one level of detail. */
export function digestPart(content: Digest, language: Language, detail: Detail): MailParts {
  const say = digestWords[language]
  const asOf = say.asOf(content.round, content.asOf)
  const dates = [`${say.target}: ${content.target}`, `${say.closes}: ${content.closes}`]
  return {
    subject: say.subject[content.kind](content),
    preheader: (content.calls.length > 0
      ? content.calls.map(({ agency }) => agency)
      : content.incomplete.map(({ name }) => name)
    )
      .slice(0, 6)
      .map((name) => clip(name, 40))
      .join(', '),
    heading: say.heading[content.kind](content),
    lead: (
      <>
        <Paragraph>
          <strong>{content.left}</strong>
          <br />
          {dates[0]}
          <br />
          {dates[1]}
        </Paragraph>
        {content.kind === 'provisional-report' && <Note>{provisionalNote(content, language, detail)}</Note>}
        <LostTime content={content} language={language} />
        {content.holidayNote && <Note>{content.holidayNote}</Note>}
        <Counts content={content} language={language} />
      </>
    ),
    action: { label: say.action, url: content.siteUrl },
    details: (
      <>
        <Calls content={content} detail={detail} language={language} />
        <Unreachable content={content} detail={detail} language={language} />
        <Listed {...changesList(content, detail, language)} />
        <Incomplete content={content} detail={detail} language={language} />
        {lastLists(content, detail, language).map((list) => (
          <Listed {...list} />
        ))}
        <Paragraph>
          {asOf} {say.note}
        </Paragraph>
      </>
    ),
    text: digestLead(content, language, detail),
    textDetails: digestText(content, language, detail),
    why: say.why,
  }
}

/** That it is not the last word, who still has time and until when, and when the last word comes. */
function provisionalNote(content: Digest, language: Language, detail: Detail): string {
  const say = digestWords[language]
  const { shown, more } = cut(content.stillOpen, 5)
  const dates = shown.map(({ closes, agencies }) => {
    const names = cut(agencies, detail.complete)
    const list = names.shown.map((name) => clip(name, detail.nameLength)).join('; ')
    return say.stillOpen(names.more > 0 ? `${list}; +${names.more}` : list, closes)
  })
  const last = content.finalReport ? [say.finalReport(content.finalReport)] : []
  return [say.provisional, ...dates, ...(more > 0 ? [say.more(more)] : []), ...last].join(' ')
}

function digestLead(content: Digest, language: Language, detail: Detail): string[] {
  const say = digestWords[language]
  return [
    say.greeting(content.person),
    say.asOf(content.round, content.asOf),
    [content.left, `${say.target}: ${content.target}`, `${say.closes}: ${content.closes}`].join('\n'),
    content.kind === 'provisional-report' ? provisionalNote(content, language, detail) : '',
    lostTimeText(content, language),
    content.holidayNote ?? '',
    say
      .counts(content.counts)
      .map(([label, count]) => `${label}: ${count}`)
      .join('\n'),
  ]
}

function digestText(content: Digest, language: Language, detail: Detail): string[] {
  const say = digestWords[language]
  return [
    ...callText(content, language, detail),
    ...unreachableText(content, language, detail),
    listText(changesList(content, detail, language)),
    ...incompleteTexts(content, language, detail),
    ...lastLists(content, detail, language).map(listText),
    say.note,
  ]
}

function callText(content: Digest, language: Language, detail: Detail): string[] {
  const say = digestWords[language]
  const lines = callLines(content, detail, language).map(({ text }) => text)
  const total = content.calls.length + content.moreCalls
  const called = content.called ? [say.called(content.called)] : []
  if (lines.length === 0) return called
  const more = total > lines.length ? [say.more(total - lines.length)] : []
  const remind = content.remindUrl === '' ? [] : [`${say.remind(total)}: ${content.remindUrl}`]
  const people = [...lines.map((line) => `- ${line}`), ...more].join('\n')
  const note = content.callsUrl ? [`${say.openCalls}: ${content.callsUrl}`] : []
  return [[say.call(total).toUpperCase(), ...called, ...remind, ...note].join('\n'), people]
}

function unreachableText(content: Digest, language: Language, detail: Detail): string[] {
  const { title, lines, more } = unreachableLines(content, detail, language)
  return lines.length === 0 ? [] : [listText({ title, lines: lines.map(({ text }) => text), more })]
}

function listText({ title, lines, more, urls, moreUrl }: DigestList): string {
  const linked = (text: string, url: string | undefined) => (url ? `${text}\n  ${url}` : text)
  return [
    title.toUpperCase(),
    ...lines.map((line, index) => linked(`- ${line}`, urls?.[index])),
    ...(more === undefined ? [] : [linked(more, moreUrl)]),
  ].join('\n')
}

function incompleteTexts(content: Digest, language: Language, detail: Detail): string[] {
  const say = digestWords[language]
  const { shown, more } = cut(content.incomplete, detail.agencies, content.moreAgencies)
  if (shown.length === 0) return []
  const agencies = shown.map((agency) => {
    const { notes: noted, phone } = agencyNotes(agency, detail, language)
    const notes = [noted, phone && say.phone(phone)].filter((part) => part !== '').join(' · ')
    const forms = agency.lines.flatMap((line) => {
      const missing = missingLine(cutMissing(line, detail), language)
      const first = `- ${clip(line.form, detail.nameLength)}: ${statusWords[line.status][language]}, ${clip(line.progress, 60)}`
      return missing === '' ? [first] : [first, `  ${missing}`]
    })
    return [clip(agency.name, detail.nameLength), ...(notes === '' ? [] : [notes]), ...forms].join('\n')
  })
  return [say.incomplete(shown.length + more).toUpperCase(), ...agencies, ...(more > 0 ? [say.more(more)] : [])]
}
