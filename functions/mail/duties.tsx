/** Somebody was given an agency, or an agency of his was added to a round: what is to be done there now, by when. */
import { AgencyBlocks, blockTexts } from './agency-blocks.tsx'
import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'

const words: Words<{
  subject: (agencies: string) => string
  until: (closes: string) => string
  heading: (agencies: string, head: boolean) => string
  joined: { heading: (agencies: string, rounds: string) => string; lead: (rounds: string) => string; why: string }
  greeting: (person: string) => string
  lead: { operator: (rounds: string) => string; head: (rounds: string) => string }
  others: (agencies: string) => string
  wrong: string
  action: string
  why: string
}> = {
  id: {
    subject: (agencies) => `Tugas Anda sekarang: ${agencies}`,
    until: (closes) => `, batas akhir ${closes}`,
    heading: (agencies, head) => `Anda kini ${head ? 'kepala' : 'operator'} ${agencies}`,
    joined: {
      heading: (agencies, rounds) => `${agencies} kini ikut ${rounds}`,
      lead: (rounds) =>
        `Koordinator menambahkan perangkat daerah Anda. Di bawah ini yang harus diisi dan dikirim untuk ${rounds}, dan sampai kapan.`,
      why: 'koordinator baru saja menambahkan perangkat daerah Anda',
    },
    greeting: (person) => `Yth. ${person},`,
    lead: {
      operator: (rounds) =>
        `Koordinator menugaskan Anda. Di bawah ini yang masih harus diisi dan dikirim untuk ${rounds}, dan sampai kapan.`,
      head: (rounds) =>
        `Koordinator mencatat Anda sebagai kepala. Di bawah ini yang masih harus diisi dan dikirim perangkat daerah Anda untuk ${rounds}, dan sampai kapan.`,
    },
    others: (agencies) => `Anda juga bertugas untuk: ${agencies}.`,
    wrong: 'Bila ini keliru, balas surel ini.',
    action: 'Buka tugas saya',
    why: 'koordinator baru saja menugaskan Anda',
  },
  en: {
    subject: (agencies) => `Yours from now on: ${agencies}`,
    until: (closes) => `, final deadline ${closes}`,
    heading: (agencies, head) => `You are now ${head ? 'the head' : 'an operator'} of ${agencies}`,
    joined: {
      heading: (agencies, rounds) => `${agencies} now takes part in ${rounds}`,
      lead: (rounds) =>
        `The coordinator has added your agency. Below is what is to be filled in and submitted for ${rounds}, and by when.`,
      why: 'the coordinator has just added your agency',
    },
    greeting: (person) => `Dear ${person},`,
    lead: {
      operator: (rounds) =>
        `The coordinator has assigned you. Below is what is still to be filled in and submitted for ${rounds}, and by when.`,
      head: (rounds) =>
        `The coordinator has recorded you as head. Below is what your agency still has to fill in and submit for ${rounds}, and by when.`,
    },
    others: (agencies) => `You also serve: ${agencies}.`,
    wrong: 'If this is a mistake, reply to this mail.',
    action: 'Open my tasks',
    why: 'the coordinator has just assigned you',
  },
}

/** Whose operator or head the reader is now, then each agency's open forms and dates. */
export const duties: Template<'duties'> = (content, language) => {
  const say = words[language]
  const [agencies, rounds] = [content.agencies.join('; '), content.rounds.join('; ')]
  const lead = content.joined ? say.joined.lead(rounds) : say.lead[content.head ? 'head' : 'operator'](rounds)
  const others = content.others.length === 0 ? [] : [say.others(content.others.join('; '))]
  const closes = [...new Set(content.blocks.map((block) => block.closes))]
  const sentences = [say.greeting(content.person), lead]
  const last = [...others, say.wrong]
  return {
    subject: `${say.subject(agencies)}${closes.length === 1 ? say.until(closes[0] ?? '') : ''}`,
    preheader: lead,
    heading: content.joined ? say.joined.heading(agencies, rounds) : say.heading(agencies, content.head),
    lead: sentences.map((sentence) => <Paragraph>{sentence}</Paragraph>),
    action: { label: say.action, url: content.siteUrl },
    details: (
      <>
        <AgencyBlocks blocks={content.blocks} language={language} />
        {last.map((sentence) => (
          <Paragraph>{sentence}</Paragraph>
        ))}
      </>
    ),
    text: sentences,
    textDetails: [...blockTexts(content.blocks, language), ...last],
    why: content.joined ? say.joined.why : say.why,
  }
}
