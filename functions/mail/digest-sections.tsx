/** The sections of a digest's html: counts at a glance, who lacks what. Lean markup, for thirty agencies must fit. */
import type { DigestAgency } from '../domain/notices/write/digest-content.ts'
import type { Language } from '../schema/wording.ts'
import { missingLine } from './agency-blocks.tsx'
import { Phone } from './digest-calls.tsx'
import { cut, cutMissing, type Detail } from './digest-detail.ts'
import { agencyNotes, type DigestList } from './digest-lists.ts'
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
