/** A round has opened: what is due from whom, by when. */
import { AgencyBlocks, blockTexts } from './agency-blocks.tsx'
import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'

const words: Words<{
  subject: (round: string, target: string) => string
  heading: (round: string) => string
  greeting: (person: string) => string
  lead: (forms: number) => string
  nil: string
  action: string
  why: string
}> = {
  id: {
    subject: (round, target) => `Pengisian dibuka, target ${target}: ${round}`,
    heading: (round) => `Pengisian ${round} sudah dibuka`,
    greeting: (person) => `Yth. ${person},`,
    lead: (forms) =>
      `Mohon lengkapi dan kirim ${forms} formulir berikut sebelum target penyelesaian. Isian tersimpan otomatis sebagai draf dan dapat dilanjutkan kapan saja.`,
    nil: 'Bila tidak ada yang dilaporkan, nyatakan "nihil" beserta alasannya; jangan dibiarkan kosong.',
    action: 'Mulai mengisi',
    why: 'Anda tercatat sebagai petugas perangkat daerah yang diminta mengisi',
  },
  en: {
    subject: (round, target) => `Now open, target ${target}: ${round}`,
    heading: (round) => `${round} is open for entry`,
    greeting: (person) => `Dear ${person},`,
    lead: (forms) =>
      `Please complete and submit the ${forms} forms below before the target date. What you type is saved as a draft and can be continued at any time.`,
    nil: 'If there is nothing to report, declare "nil" with a reason; please do not leave it empty.',
    action: 'Start',
    why: 'you are listed as a contact of an agency that is asked to report',
  },
}

/** Heading, one sentence of instruction, then each agency's forms and dates. */
export const opening: Template<'opening'> = (content, language) => {
  const say = words[language]
  const forms = content.blocks.reduce((sum, block) => sum + block.forms.length, 0)
  const target = content.blocks[0]?.target ?? ''
  const lead = say.lead(forms)
  return {
    subject: say.subject(content.round, target),
    preheader: lead,
    heading: say.heading(content.round),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>{lead}</Paragraph>
      </>
    ),
    action: { label: say.action, url: content.siteUrl },
    details: (
      <>
        <AgencyBlocks blocks={content.blocks} language={language} />
        <Paragraph>{say.nil}</Paragraph>
      </>
    ),
    text: [say.greeting(content.person), lead],
    textDetails: [...blockTexts(content.blocks, language), say.nil],
    why: say.why,
  }
}
