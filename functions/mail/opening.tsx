/** A round has opened, or several that open together: what is due from whom, by when. */
import { AgencyBlocks, blockTexts } from './agency-blocks.tsx'
import type { Template, Words } from './mail-parts.ts'
import { Paragraph, RoundTitle } from './parts.tsx'
import { clip } from './safe-text.ts'

const words: Words<{
  subject: (round: string, target: string) => string
  several: (rounds: string[]) => string
  heading: (rounds: string[]) => string
  greeting: (person: string) => string
  lead: (forms: number) => string
  nil: string
  action: string
  why: string
}> = {
  id: {
    subject: (round, target) => `Pengisian dibuka, target ${target}: ${round}`,
    several: (rounds) => `${rounds.length} kegiatan dibuka: ${rounds.join('; ')}`,
    heading: (rounds) => `Pengisian ${rounds.length === 1 ? rounds[0] : `${rounds.length} kegiatan`} sudah dibuka`,
    greeting: (person) => `Yth. ${person},`,
    lead: (forms) =>
      `Mohon lengkapi dan kirim ${forms} formulir berikut sebelum target penyelesaian. Isian tersimpan otomatis sebagai draf dan dapat dilanjutkan kapan saja.`,
    nil: 'Bila tidak ada yang dilaporkan, nyatakan "nihil" beserta alasannya; jangan dibiarkan kosong.',
    action: 'Mulai mengisi',
    why: 'Anda tercatat sebagai petugas perangkat daerah yang diminta mengisi',
  },
  en: {
    subject: (round, target) => `Now open, target ${target}: ${round}`,
    several: (rounds) => `${rounds.length} rounds now open: ${rounds.join('; ')}`,
    heading: (rounds) => (rounds.length === 1 ? `${rounds[0]} is open for entry` : `${rounds.length} rounds are open`),
    greeting: (person) => `Dear ${person},`,
    lead: (forms) =>
      `Please complete and submit the ${forms} forms below before the target date. What you type is saved as a draft and can be continued at any time.`,
    nil: 'If there is nothing to report, declare "nil" with a reason; please do not leave it empty.',
    action: 'Start',
    why: 'you are listed as a contact of an agency that is asked to report',
  },
}

/** Heading, one sentence of instruction, then each agency's forms and dates, by round. */
export const opening: Template<'opening'> = (content, language) => {
  const say = words[language]
  const blocks = content.rounds.flatMap((each) => each.blocks)
  const lead = say.lead(blocks.reduce((sum, { forms }) => sum + forms.length, 0))
  const titles = content.rounds.map(({ round }) => round)
  const [title = '', ...others] = titles
  const isOne = others.length === 0
  return {
    subject: isOne ? say.subject(title, blocks[0]?.target ?? '') : say.several(titles),
    preheader: lead,
    heading: say.heading(titles),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>{lead}</Paragraph>
      </>
    ),
    action: { label: say.action, url: content.siteUrl },
    details: (
      <>
        {content.rounds.map((each) => (
          <>
            {!isOne && <RoundTitle title={clip(each.round, 120)} />}
            <AgencyBlocks blocks={each.blocks} language={language} />
          </>
        ))}
        <Paragraph>{say.nil}</Paragraph>
      </>
    ),
    text: [say.greeting(content.person), lead],
    textDetails: [
      ...content.rounds.flatMap((each) => [
        ...(isOne ? [] : [each.round.toUpperCase()]),
        ...blockTexts(each.blocks, language),
      ]),
      say.nil,
    ],
    why: say.why,
  }
}
