/** The window has closed and something was not submitted: which forms, and how to ask for a re-opening. */
import { AgencyBlocks, blockTexts } from './agency-blocks.tsx'
import type { Template, Words } from './mail-parts.ts'
import { Paragraph, Typed } from './parts.tsx'

const words: Words<{
  subject: (round: string) => string
  heading: (round: string, closedAt: string) => string
  greeting: (person: string) => string
  lead: string
  late: string
  kept: string
  action: string
  why: string
}> = {
  id: {
    subject: (round) => `Pengisian ditutup, formulir belum dikirim: ${round}`,
    heading: (round, closedAt) => `Pengisian ${round} ditutup pada ${closedAt}`,
    greeting: (person) => `Yth. ${person},`,
    lead: 'Formulir berikut belum dikirim, atau belum diperbaiki, sampai batas akhir dan kini tidak dapat dikirim lagi.',
    late: 'Karena gangguan sistem, pemberitahuan ini baru dapat dikirim sekarang. Belum dikirim sampai batas akhir',
    kept: 'Draf Anda tetap tersimpan.',
    action: 'Lihat formulir',
    why: 'formulir perangkat daerah Anda belum dikirim saat pengisian ditutup',
  },
  en: {
    subject: (round) => `Closed, forms not submitted: ${round}`,
    heading: (round, closedAt) => `${round} closed on ${closedAt}`,
    greeting: (person) => `Dear ${person},`,
    lead: 'The forms below were not submitted, or not corrected, by the final deadline and can no longer be submitted.',
    late: 'Because the system was down, we can tell you only now. Not submitted by the final deadline',
    kept: 'Your draft is kept.',
    action: 'See the forms',
    why: "your agency's forms were not submitted when the round closed",
  },
}

/** What was not submitted, that nothing typed is lost, and whom to ask. */
export const closed: Template<'closed'> = (content, language) => {
  const say = words[language]
  const forms = content.blocks.map(
    ({ name, forms: undone }) => `${name}: ${undone.map(({ title }) => title).join(', ')}`,
  )
  const lead = content.late ? `${say.late}: ${forms.join('; ')}.` : say.lead
  return {
    subject: say.subject(content.round),
    preheader: `${lead} ${say.kept}`,
    heading: say.heading(content.round, content.closedAt),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>
          {lead} <strong>{say.kept}</strong>
        </Paragraph>
        <Paragraph>
          <Typed text={content.help} />
        </Paragraph>
      </>
    ),
    action: { label: say.action, url: content.siteUrl },
    ...(content.late ? {} : { details: <AgencyBlocks blocks={content.blocks} language={language} /> }),
    text: [say.greeting(content.person), `${lead} ${say.kept}`, content.help],
    ...(content.late ? {} : { textDetails: blockTexts(content.blocks, language) }),
    why: say.why,
  }
}
