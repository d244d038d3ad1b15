/** The sections of a digest's html: counts at a glance, who lacks what, whom to call. Lean markup, for thirty agencies must fit. */
import type { DigestAgency } from '../domain/notices/write/digest-content.ts'
import type { Language } from '../schema/wording.ts'
import { missingLine } from './agency-blocks.tsx'
import { cut, cutMissing, type Detail } from './digest-detail.ts'
import { agencyNotes, callLines, type DigestList, type PrintedContact, unreachableLines } from './digest-lists.ts'
import { type Digest, digestWords } from './digest-words.ts'
import { colours } from './look.ts'
import { Heading, Lines, Status } from './parts.tsx'
import { clip, unbroken } from './safe-text.ts'

type Section = { content: Digest; detail: Detail; language: Language }

/** Eight numbers in two columns; a phone at 320 px still has room for both. */
export function Counts({ content, language }: Omit<Section, 'detail'>) {
  const counts = digestWords[language].counts(content.counts)
  const rows = counts.flatMap((_, index) => (index % 2 === 0 ? [counts.slice(index, index + 2)] : []))
  return (
    <table
      role="presentation"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      style="margin:0 0 14px;table-layout:fixed;border-collapse:collapse"
    >
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map(([label, count]) => (
              <td class="l" style={`padding:6px 8px;border:1px solid ${colours.line};font-size:14px;line-height:20px`}>
                <strong style="font-size:18px">{count}</strong> {label}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Whom to call today and why, with the telephone to tap and one link that reminds them all. */
export function Calls({ content, detail, language }: Section) {
  const say = digestWords[language]
  const lines = callLines(content, detail, language)
  const total = content.calls.length + content.moreCalls
  if (lines.length === 0) return null
  return (
    <>
      <Heading>{say.call(total)}</Heading>
      {content.remindUrl !== '' && (
        <p style="margin:0 0 10px">
          <a class="k" href={content.remindUrl} style={`font-weight:bold;color:${colours.action}`}>
            {say.remind(total)}
          </a>
        </p>
      )}
      {lines.map(({ agency, people, reasons }) => (
        <div class="l" style={`padding:8px 0;border-top:1px solid ${colours.line}`}>
          <strong>{agency}</strong>:{' '}
          {people.map((contact, index) => (
            <>
              {index > 0 && '; '}
              <Called contact={contact} language={language} />
            </>
          ))}
          <div class="m" style={`font-size:14px;color:${colours.muted}`}>
            {reasons}
          </div>
        </div>
      ))}
      {total > lines.length && <p>{say.more(total - lines.length)}</p>}
    </>
  )
}

/** Whose mail does not arrive, and the telephone of whoever stands in. */
export function Unreachable({ content, detail, language }: Section) {
  const { title, lines, more } = unreachableLines(content, detail, language)
  if (lines.length === 0) return null
  const shown = lines.map(({ who, instead }) => (
    <>
      {who}: {digestWords[language].instead('')}
      <Called contact={instead} language={language} />
    </>
  ))
  return (
    <>
      <Heading>{title}</Heading>
      <Lines lines={more === undefined ? shown : [...shown, more]} />
    </>
  )
}

function Called({ contact: { who, phone, whatsapp }, language }: { contact: PrintedContact; language: Language }) {
  return (
    <>
      {who}, {phone === '' ? digestWords[language].noPhone : <Phone number={phone} />}
      {whatsapp && (
        <>
          {' · '}
          <a class="k" href={whatsapp} style={`color:${colours.action}`}>
            WhatsApp
          </a>
        </>
      )}
    </>
  )
}

/** To tap. */
function Phone({ number }: { number: string }) {
  return (
    <a class="k" href={`tel:${number.replace(/[^+\d]/g, '')}`} style={`color:${colours.action};white-space:nowrap`}>
      {number}
    </a>
  )
}

/** The agencies that lack something, kecamatan first as given. */
export function Incomplete({ content, detail, language }: Section) {
  const say = digestWords[language]
  const { shown, more } = cut(content.incomplete, detail.agencies, content.moreAgencies)
  if (shown.length === 0) return null
  return (
    <>
      <Heading>{say.incomplete(shown.length + more)}</Heading>
      {shown.map((agency) => (
        <div class="l" style={`padding:9px 0;border-top:1px solid ${colours.line}`}>
          <AgencyName agency={agency} detail={detail} language={language} />
          {agency.lines.map((line) => (
            <Line line={line} detail={detail} language={language} />
          ))}
        </div>
      ))}
      {more > 0 && <p>{say.more(more)}</p>}
    </>
  )
}

function AgencyName({ agency, detail, language }: { agency: DigestAgency; detail: Detail; language: Language }) {
  const { notes, phone } = agencyNotes(agency, detail, language)
  return (
    <>
      {agency.url === '' ? (
        <strong>{clip(agency.name, detail.nameLength)}</strong>
      ) : (
        <a class="k" href={agency.url} style={`font-weight:bold;color:${colours.action}`}>
          {clip(agency.name, detail.nameLength)}
        </a>
      )}
      {notes + phone !== '' && (
        <div class="m" style={`font-size:14px;color:${colours.muted}`}>
          {notes}
          {notes !== '' && phone !== '' && ' · '}
          {phone !== '' && <Phone number={phone} />}
        </div>
      )}
    </>
  )
}

function Line({ line, detail, language }: { line: DigestAgency['lines'][number]; detail: Detail; language: Language }) {
  const { missing, moreMissing } = cutMissing(line, detail)
  const names = missing.map((name) => clip(name, detail.nameLength))
  const text = missingLine({ missing: names, moreMissing }, language)
  return (
    <div style="margin:4px 0 0;font-size:15px">
      {clip(line.form, detail.nameLength)} <Status status={line.status} language={language} />{' '}
      {unbroken(clip(line.progress, 60))}
      {text !== '' && (
        <div class="m" style={`font-size:14px;color:${colours.muted}`}>
          {text}
        </div>
      )}
    </div>
  )
}

/** A titled list, left out when it is empty. */
export function Listed({ title, lines, more, urls, moreUrl }: DigestList) {
  if (lines.length === 0) return null
  const shown = lines.map((line, index) => <Linked text={line} url={urls?.[index]} />)
  return (
    <>
      <Heading>{title}</Heading>
      <Lines lines={more === undefined ? shown : [...shown, <Linked text={more} url={moreUrl} />]} />
    </>
  )
}

function Linked({ text, url }: { text: string; url: string | undefined }) {
  if (!url) return <>{text}</>
  return (
    <a class="k" href={url} style={`color:${colours.action}`}>
      {text}
    </a>
  )
}
