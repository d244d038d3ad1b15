/** The pieces that mails share. Each carries its styles inline and stays readable when they are dropped. */
import type { ComponentChildren } from 'preact'
import type { AssignmentStatus } from '../schema/round.ts'
import type { Language } from '../schema/wording.ts'
import { statusWords } from '../schema/work-words.ts'
import { colours } from './look.ts'
import { statusLooks } from './status-looks.ts'

/** The one call to action: tall enough for a thumb (48 px), and plain text under it is not needed: the text part has the address. */
export function Button({ label, url }: { label: string; url: string }) {
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style="margin:4px 0 20px">
      <tbody>
        <tr>
          <td style={`border-radius:6px;background:${colours.action}`}>
            <a
              href={url}
              style="display:inline-block;padding:12px 22px;font-size:17px;line-height:24px;font-weight:bold;color:#ffffff;text-decoration:none"
            >
              {label}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

export function Paragraph({ children }: { children: ComponentChildren }) {
  return <p style="margin:0 0 14px">{children}</p>
}

/** Text that a person typed in several lines. */
export function Typed({ text }: { text: string }) {
  return <span style="white-space:pre-line">{text}</span>
}

/** What must not be overlooked besides the heading: a holiday, a last day. */
export function Note({ children }: { children: ComponentChildren }) {
  return (
    <p
      class="note"
      style={`margin:0 0 14px;padding:10px 12px;border-left:4px solid #c98a00;background:${colours.noteGround};color:${colours.noteInk}`}
    >
      {children}
    </p>
  )
}

export function Heading({ children }: { children: ComponentChildren }) {
  return (
    <h2 class="t" style={`margin:22px 0 8px;font-size:17px;line-height:24px;color:${colours.ink}`}>
      {children}
    </h2>
  )
}

/** Where one round begins, in a mail over several. */
export function RoundTitle({ title }: { title: string }) {
  return (
    <h2
      class="t"
      style={`margin:26px 0 10px;padding:14px 0 0;border-top:3px solid ${colours.ink};font-size:20px;line-height:27px;color:${colours.ink}`}
    >
      {title}
    </h2>
  )
}

/** A status word with its sign and colour. */
export function Status({ status, language }: { status: AssignmentStatus; language: Language }) {
  const { sign, ink, ground } = statusLooks[status]
  return (
    <span
      style={`display:inline-block;padding:0 8px;border-radius:4px;font-size:14px;line-height:22px;font-weight:bold;color:${ink};background:${ground}`}
    >
      {sign} {statusWords[status][language]}
    </span>
  )
}

/** Label and value pairs, the label above the value so that a phone needs no columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <>
      {facts.map(({ label, value }) => (
        <div class="l" style={`padding:7px 0;border-bottom:1px solid ${colours.line}`}>
          <div class="m" style={`font-size:13px;line-height:18px;color:${colours.muted}`}>
            {label}
          </div>
          <div>{value}</div>
        </div>
      ))}
    </>
  )
}

/** A labelled value. */
export type Fact = { label: string; value: string }

/** A list of short lines. */
export function Lines({ lines }: { lines: readonly ComponentChildren[] }) {
  return (
    <ul style="margin:0 0 14px;padding:0 0 0 20px">
      {lines.map((line) => (
        <li style="margin:0 0 4px">{line}</li>
      ))}
    </ul>
  )
}
