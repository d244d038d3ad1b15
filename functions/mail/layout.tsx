/**
 * The frame of every html mail. One column of at most 600 px that narrows to a 320 px phone without zoom; styles inline
 * because some programs drop the style sheet, tables only where Outlook needs a width. The style sheet adds what may be
 * lost: dark mode and the phone's smaller margins.
 */
import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { MailFoot } from '../domain/notices/write/mail-foot.ts'
import type { Language } from '../schema/wording.ts'
import { footLines } from './foot.ts'
import { colours, fontFamily } from './look.ts'
import type { MailParts } from './mail-parts.ts'
import { Button } from './parts.tsx'

const styleSheet = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
a{word-break:break-word}
@media (max-width:480px){.p{padding-left:16px!important;padding-right:16px!important}.h{font-size:20px!important;line-height:27px!important}}
@media (prefers-color-scheme:dark){
.bg{background:#14181d!important}.card{background:#1e242b!important;border-color:#39424d!important}
.t,.h{color:#f1f4f7!important}.m{color:#b6c0cb!important}.l{border-color:#39424d!important}.k{color:#9cc4f5!important}
.note{background:#3b3113!important;color:#ffe9b0!important}.code{background:#10151b!important;color:#fff!important}}
`

/** Fills the space behind the preheader, or inboxes show the first words of the page after it. */
const padding = '\u00a0\u200c'.repeat(60)

function Foot({ why, foot, language }: { why: string; foot: MailFoot | undefined; language: Language }) {
  return (
    <td class="p m" style={`padding:16px 24px 28px;font-size:13px;line-height:19px;color:${colours.muted}`}>
      {footLines(why, foot, language).map(({ link, text }) => (
        <div style="margin:0 0 6px">
          {link && (
            <a class="k" href={link.url} style={`color:${colours.action}`}>
              {link.label}
            </a>
          )}
          {link && ' '}
          {text}
        </div>
      ))}
    </td>
  )
}

function Card({ parts }: { parts: MailParts }) {
  return (
    <td
      class="p card"
      style={`padding:24px;background:#ffffff;border:1px solid ${colours.line};border-radius:8px;overflow-wrap:anywhere;word-break:break-word`}
    >
      <h1 class="h" style={`margin:0 0 14px;font-size:22px;line-height:30px;color:${colours.ink}`}>
        {parts.heading}
      </h1>
      {parts.lead}
      {parts.action?.url && <Button label={parts.action.label} url={parts.action.url} />}
      {parts.details}
    </td>
  )
}

function Column({ children, width }: { children: ComponentChildren; width: number }) {
  // `mso` is Outlook on Windows, which knows no max-width: the conditional table gives it one.
  return (
    <div style={`max-width:${width}px;margin:0 auto`}>
      <table
        role="presentation"
        width="100%"
        cellpadding="0"
        cellspacing="0"
        style="border-collapse:separate;table-layout:fixed"
      >
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}

/** The whole html page of a mail. */
export function renderHtml(parts: MailParts, subject: string, language: Language, foot: MailFoot | undefined): string {
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: styleSheet }} />
      </head>
      <body
        class="bg t"
        style={`margin:0;padding:0;background:${colours.page};color:${colours.ink};${fontFamily};font-size:16px;line-height:24px`}
      >
        <div style="display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;opacity:0">
          {parts.preheader}
          {padding}
        </div>
        <div class="bg" style={`background:${colours.page};padding:12px 8px`}>
          <Column width={600}>
            <tr>
              <td class="p m" style={`padding:8px 24px;font-size:14px;line-height:20px;color:${colours.muted}`}>
                <strong class="t" style={`color:${colours.ink}`}>
                  Lengkap
                </strong>
                {foot ? ` · ${foot.regionName}` : ''}
              </td>
            </tr>
            <tr>
              <Card parts={parts} />
            </tr>
            <tr>
              <Foot why={parts.why} foot={foot} language={language} />
            </tr>
          </Column>
        </div>
      </body>
    </html>
  )
  return `<!doctype html>${renderToString(page)}`
}
