/** Tells the owner of an account that it was used in a browser not seen before, and what to do if that was not them. */

import type { Template, Words } from './mail-parts.ts'
import { Facts, Paragraph } from './parts.tsx'

const words: Words<{
  subject: string
  heading: string
  time: string
  yours: string
  notYours: string
  action: string
  why: string
}> = {
  id: {
    subject: 'Akun Lengkap Anda dibuka di peramban baru',
    heading: 'Akun Anda baru saja dibuka di peramban baru',
    time: 'Waktu',
    yours: 'Bila ini Anda, tidak ada yang perlu dilakukan.',
    notYours:
      'Bila bukan Anda: buka halaman Pengaturan saya, keluarkan semua peramban lain, amankan kotak surel Anda, lalu hubungi koordinator.',
    action: 'Lihat tempat Anda masuk',
    why: 'akun Anda dipakai di peramban yang belum dikenal',
  },
  en: {
    subject: 'Your Lengkap account was opened in a new browser',
    heading: 'Your account was just opened in a new browser',
    time: 'Time',
    yours: 'If this was you, there is nothing to do.',
    notYours:
      'If it was not you: open My settings, sign out all other browsers, secure your mailbox, and tell the coordinator.',
    action: 'See where you are signed in',
    why: 'your account was used in a browser not seen before',
  },
}

/** When, and what to do. Nothing is kept about browsers but that this one was new. */
export const signInNewBrowser: Template<'sign-in-new-browser'> = (content, language) => {
  const say = words[language]
  const facts = [{ label: say.time, value: content.at }]
  return {
    subject: say.subject,
    preheader: `${content.at}. ${say.yours}`,
    heading: say.heading,
    lead: (
      <>
        <Facts facts={facts} />
        <div style="height:14px" />
        <Paragraph>{say.yours}</Paragraph>
        <Paragraph>{say.notYours}</Paragraph>
      </>
    ),
    action: { label: say.action, url: content.url },
    text: [facts.map(({ label, value }) => `${label}: ${value}`).join('\n'), say.yours, say.notYours],
    why: say.why,
  }
}
