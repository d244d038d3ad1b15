/**
 * The foot of html and text alike: why this mail came, its number with the page that explains it, whom to call. Same sentences in
 * both parts, so that a person on the phone and the help desk read the same.
 */
import type { MailFoot } from '../domain/notices/write/mail-foot.ts'
import type { Language } from '../schema/wording.ts'

/** A sentence; `link` is what can be clicked before it. */
export type FootLine = { link?: { label: string; url: string }; text: string }

/** Lines in reading order; without `foot` only the reason is known. */
export function footLines(why: string, foot: MailFoot | undefined, language: Language): FootLine[] {
  const say = words[language]
  if (foot === undefined) return [{ text: say.sent('', why) }]
  const { nid, regionName, helpPhone, whyUrl } = foot
  return [
    { text: say.sent(`, ${regionName},`, why) },
    whyUrl
      ? { link: { label: say.question, url: whyUrl }, text: say.number(nid) }
      : { text: `${say.question} ${say.quote(nid)}` },
    { text: helpPhone === '' ? say.reply : say.call(helpPhone) },
  ]
}

/** The foot of the text part: an address stands alone at the end of its line, where every program finds it whole. */
export function footText(lines: readonly FootLine[]): string {
  return lines.map(({ link, text }) => (link ? `${link.label} ${text}\n${link.url}` : text)).join('\n')
}

const id = {
  sent: (by: string, why: string) => `Surel ini dikirim otomatis oleh Lengkap${by} karena ${why}.`,
  question: 'Mengapa saya menerima ini?',
  number: (nid: string) => `Nomor pemberitahuan ${nid}.`,
  quote: (nid: string) => `Sebutkan nomor pemberitahuan ${nid} saat bertanya.`,
  call: (phone: string) => `Bantuan: telepon ${phone} atau balas surel ini.`,
  reply: 'Bantuan: balas surel ini.',
}

const en: typeof id = {
  sent: (by, why) => `This mail was sent automatically by Lengkap${by} because ${why}.`,
  question: 'Why did I get this?',
  number: (nid) => `Notice number ${nid}.`,
  quote: (nid) => `Quote notice number ${nid} when you ask.`,
  call: (phone) => `Help: call ${phone} or reply to this mail.`,
  reply: 'Help: reply to this mail.',
}

const words: Record<Language, typeof id> = { id, en }
