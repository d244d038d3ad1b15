/** Everything an agency owed in a round is there: thanks, and nothing else. */
import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'

const words: Words<{
  subject: (agency: string, round: string) => string
  heading: (agency: string) => string
  greeting: (person: string) => string
  lead: (round: string, at: string) => string
  rest: string
  action: string
  why: string
}> = {
  id: {
    subject: (agency, round) => `Terima kasih, ${agency} sudah lengkap: ${round}`,
    heading: (agency) => `Terima kasih, semua formulir ${agency} sudah lengkap`,
    greeting: (person) => `Yth. ${person},`,
    lead: (round, at) => `Seluruh formulir untuk ${round} sudah diterima dan disetujui pada ${at}.`,
    rest: 'Tidak ada lagi pengingat untuk kegiatan ini. Kami memberi tahu Anda bila koordinator meminta perbaikan.',
    action: 'Lihat kiriman',
    why: 'formulir terakhir perangkat daerah Anda sudah disetujui',
  },
  en: {
    subject: (agency, round) => `Thank you, ${agency} is complete: ${round}`,
    heading: (agency) => `Thank you, every form of ${agency} is complete`,
    greeting: (person) => `Dear ${person},`,
    lead: (round, at) => `All your forms for ${round} were received, and the last was accepted on ${at}.`,
    rest: 'There are no more reminders for this round. We will tell you if the coordinator asks for corrections.',
    action: 'See your submissions',
    why: "your agency's last form was accepted",
  },
}

/** Which agency, which round, since when. */
export const thanks: Template<'thanks'> = (content, language) => {
  const say = words[language]
  const sentences = [say.greeting(content.person), say.lead(content.round, content.at), say.rest]
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
