/** The sections of a digest's html that ask for a telephone: whom to call, whose mail does not arrive. */
import type { Language } from '../schema/wording.ts'
import type { Detail } from './digest-detail.ts'
import { callLines, type PrintedContact, unreachableLines } from './digest-lists.ts'
import { type Digest, digestWords } from './digest-words.ts'
import { colours } from './look.ts'
import { Heading, Lines } from './parts.tsx'

type Section = { content: Digest; detail: Detail; language: Language }

/** Whom to call today and why, with the telephone to tap and one link that reminds them all. */
export function Calls({ content, detail, language }: Section) {
  const say = digestWords[language]
  const lines = callLines(content, detail, language)
  const total = content.calls.length + content.moreCalls
  const called = content.called && <p style="margin:0 0 10px">{say.called(content.called)}</p>
  if (lines.length === 0) return called ?? null
  return (
    <>
      <Heading>{say.call(total)}</Heading>
      {called}
      {content.remindUrl !== '' && (
        <p style="margin:0 0 10px">
          <a class="k" href={content.remindUrl} style={`font-weight:bold;color:${colours.action}`}>
            {say.remind(total)}
          </a>
          {content.callsUrl && (
            <>
              {' · '}
              <a class="k" href={content.callsUrl} style={`font-weight:bold;color:${colours.action}`}>
                {say.openCalls}
              </a>
            </>
          )}
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
export function Phone({ number }: { number: string }) {
  return (
    <a class="k" href={`tel:${number.replace(/[^+\d]/g, '')}`} style={`color:${colours.action};white-space:nowrap`}>
      {number}
    </a>
  )
}
