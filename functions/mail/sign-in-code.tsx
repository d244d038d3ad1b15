/**
 * The sign-in code. No link at all: whoever forwards or steals this mail can do nothing with a click, and nobody learns
 * to sign in by clicking. The code stands alone on its line, so that it can be copied with a double tap; never in the subject,
 * which lock screens, reports of the provider and the queue of failures show.
 */

import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'

const words: Words<{
  subject: string
  heading: string
  until: (validUntil: string, minutes: number) => string
  where: (host: string) => string
  never: string
  ignore: string
  why: string
}> = {
  id: {
    subject: 'Kode masuk Lengkap Anda',
    heading: 'Kode masuk Anda',
    until: (validUntil, minutes) => `Berlaku ${minutes} menit, sampai ${validUntil}, dan hanya untuk satu kali masuk.`,
    where: (host) => `Ketik kode ini pada halaman yang Anda buka di ${host}, di peramban yang sama.`,
    never: 'Jangan berikan kode ini kepada siapa pun. Petugas tidak pernah memintanya.',
    ignore: 'Bila Anda tidak meminta kode, abaikan surel ini. Tanpa kode, tidak ada yang dapat masuk.',
    why: 'seseorang meminta kode masuk untuk alamat surel ini',
  },
  en: {
    subject: 'Your Lengkap sign-in code',
    heading: 'Your sign-in code',
    until: (validUntil, minutes) => `Valid for ${minutes} minutes, until ${validUntil}, and for one sign-in only.`,
    where: (host) => `Type it on the page you opened at ${host}, in the same browser.`,
    never: 'Do not give this code to anyone. Our staff never ask for it.',
    ignore: 'If you did not ask for a code, ignore this mail. Nobody can sign in without the code.',
    why: 'someone asked for a sign-in code for this address',
  },
}

/** Subject, code, how long it is valid and where it belongs. */
export const signInCode: Template<'sign-in-code'> = (content, language) => {
  const say = words[language]
  const until = say.until(content.validUntil, content.minutes)
  const where = say.where(content.siteUrl === '' ? 'Lengkap' : new URL(content.siteUrl).host)
  return {
    subject: say.subject,
    preheader: until,
    heading: say.heading,
    lead: (
      <>
        <div
          class="code"
          style="margin:0 0 14px;padding:14px 8px;border-radius:6px;background:#eef1f4;color:#1b2026;text-align:center;font-family:ui-monospace,Consolas,'Courier New',monospace;font-size:32px;line-height:40px;font-weight:bold;letter-spacing:2px;white-space:nowrap"
        >
          {content.code}
        </div>
        <Paragraph>
          <strong>{until}</strong>
        </Paragraph>
        <Paragraph>{where}</Paragraph>
        <Paragraph>{say.never}</Paragraph>
        <Paragraph>{say.ignore}</Paragraph>
      </>
    ),
    text: [content.code, until, where, say.never, say.ignore],
    why: say.why,
  }
}
