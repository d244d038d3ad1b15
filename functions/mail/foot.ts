/**
 * The foot of html and text alike: why this mail came, its number for anyone who asks, whom to call. Same sentences in both
 * parts, so that a person on the phone and the help desk read the same.
 */
import type { MailFoot } from '../domain/notices/mailer.ts'
import type { Language } from '../schema/wording.ts'

/** Sentences in reading order; without `foot` only the reason is known. */
export function footSentences(why: string, foot: MailFoot | undefined, language: Language): string[] {
  if (language === 'id') {
    return [
      `Surel ini dikirim otomatis oleh Lengkap${foot ? `, ${foot.regionName},` : ''} karena ${why}.`,
      ...(foot
        ? [
            `Mengapa saya menerima ini? Sebutkan nomor pemberitahuan ${foot.nid} saat bertanya.`,
            `Bantuan: ${foot.helpPhone === '' ? 'balas surel ini' : `telepon ${foot.helpPhone} atau balas surel ini`}.`,
          ]
        : []),
    ]
  }
  return [
    `This mail was sent automatically by Lengkap${foot ? `, ${foot.regionName},` : ''} because ${why}.`,
    ...(foot
      ? [
          `Why did I get this? Quote notice number ${foot.nid} when you ask.`,
          `Help: ${foot.helpPhone === '' ? 'reply to this mail' : `call ${foot.helpPhone} or reply to this mail`}.`,
        ]
      : []),
  ]
}
