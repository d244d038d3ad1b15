/** The coordinator has accepted a submission; nothing is left to do for this form. */
import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'

const words: Words<{
  subject: (form: string, agency: string) => string
  heading: (form: string) => string
  greeting: (person: string) => string
  lead: (agency: string, revision: number, at: string) => string
  round: (round: string) => string
  done: string
  action: string
  why: string
}> = {
  id: {
    subject: (form, agency) => `Disetujui: ${form}, ${agency}`,
    heading: (form) => `${form} disetujui`,
    greeting: (person) => `Yth. ${person},`,
    lead: (agency, revision, at) => `Koordinator menyetujui kiriman ${agency} (revisi ke-${revision}) pada ${at}.`,
    round: (round) => `Kegiatan: ${round}`,
    done: 'Untuk formulir ini tidak ada yang perlu dilakukan lagi. Terima kasih.',
    action: 'Lihat kiriman',
    why: 'koordinator menyetujui kiriman perangkat daerah Anda',
  },
  en: {
    subject: (form, agency) => `Accepted: ${form}, ${agency}`,
    heading: (form) => `${form} was accepted`,
    greeting: (person) => `Dear ${person},`,
    lead: (agency, revision, at) =>
      `The coordinator accepted the submission of ${agency} (revision ${revision}) on ${at}.`,
    round: (round) => `Round: ${round}`,
    done: 'There is nothing left to do for this form. Thank you.',
    action: 'See the submission',
    why: "the coordinator accepted your agency's submission",
  },
}

/** Which form, which revision, when. */
export const accepted: Template<'accepted'> = (content, language) => {
  const say = words[language]
  const sentences = [
    say.greeting(content.person),
    say.lead(content.agency, content.revision, content.at),
    say.done,
    say.round(content.round),
  ]
  return {
    subject: say.subject(content.form, content.agency),
    preheader: say.done,
    heading: say.heading(content.form),
    lead: sentences.map((sentence) => <Paragraph>{sentence}</Paragraph>),
    action: { label: say.action, url: content.url },
    text: sentences,
    why: say.why,
  }
}
