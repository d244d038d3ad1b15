/** An agency was taken out of a round: nothing is expected of it any more. */
import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'

const words: Words<{
  subject: (agency: string, round: string) => string
  heading: (agency: string) => string
  greeting: (person: string) => string
  lead: (agency: string, round: string, at: string, by: string) => string
  rest: string
  action: string
  why: string
}> = {
  id: {
    subject: (agency, round) => `Tidak perlu mengisi lagi: ${agency}, ${round}`,
    heading: (agency) => `${agency} tidak lagi ditugaskan`,
    greeting: (person) => `Yth. ${person},`,
    lead: (agency, round, at, by) =>
      `${by} mengeluarkan ${agency} dari ${round} pada ${at}. Formulir kegiatan ini tidak perlu diisi.`,
    rest: 'Tidak ada lagi pengingat untuk kegiatan ini. Bila ini keliru, balas surel ini.',
    action: 'Buka tugas saya',
    why: 'perangkat daerah Anda dikeluarkan dari kegiatan ini',
  },
  en: {
    subject: (agency, round) => `Nothing to submit any more: ${agency}, ${round}`,
    heading: (agency) => `${agency} is no longer part of the round`,
    greeting: (person) => `Dear ${person},`,
    lead: (agency, round, at, by) => `${by} took ${agency} out of ${round} on ${at}. Its forms need not be filled in.`,
    rest: 'There are no more reminders for this round. If this is a mistake, reply to this mail.',
    action: 'Open my tasks',
    why: 'your agency was taken out of this round',
  },
}

/** Which agency, which round, since when. */
export const unassigned: Template<'unassigned'> = (content, language) => {
  const say = words[language]
  const sentences = [
    say.greeting(content.person),
    say.lead(content.agency, content.round, content.at, content.by),
    say.rest,
  ]
  return {
    subject: say.subject(content.agency, content.round),
    preheader: say.rest,
    heading: say.heading(content.agency),
    lead: sentences.map((sentence) => <Paragraph>{sentence}</Paragraph>),
    action: { label: say.action, url: content.siteUrl },
    text: sentences,
    why: say.why,
  }
}
