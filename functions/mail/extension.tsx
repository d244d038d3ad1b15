/** An agency asks for more time: to the coordinator, who decides; and the coordinator's no, to the one who asked. */
import type { ContentOf, Template, Words } from './mail-parts.ts'
import { Facts, Paragraph } from './parts.tsx'

type Labels = Record<'round' | 'agency' | 'by' | 'days' | 'closes' | 'asked' | 'reason' | 'refusal', string>

const words: Words<{
  labels: Labels
  days: (count: number) => string
  greeting: (person: string) => string
  asked: { subject: (agency: string, days: string) => string; lead: string; action: string; why: string }
  refused: { subject: (agency: string) => string; lead: (closes: string) => string; action: string; why: string }
}> = {
  id: {
    labels: {
      round: 'Kegiatan',
      agency: 'Perangkat daerah',
      by: 'Diminta oleh',
      days: 'Tambahan yang diminta',
      closes: 'Batas akhir yang berlaku',
      asked: 'Batas akhir yang diminta',
      reason: 'Alasan permintaan',
      refusal: 'Alasan penolakan',
    },
    days: (count) => `${count} hari kerja`,
    greeting: (person) => `Yth. ${person},`,
    asked: {
      subject: (agency, days) => `${agency} meminta tambahan ${days}`,
      lead: 'Permintaan ini menunggu keputusan Anda. Batas akhir belum berubah.',
      action: 'Putuskan permintaan',
      why: 'Anda koordinator kegiatan ini',
    },
    refused: {
      subject: (agency) => `Tambahan waktu tidak diberikan: ${agency}`,
      lead: (closes) => `Permintaan tambahan waktu tidak disetujui. Batas akhir tetap ${closes}.`,
      action: 'Buka tugas saya',
      why: 'Anda meminta tambahan waktu',
    },
  },
  en: {
    labels: {
      round: 'Round',
      agency: 'Agency',
      by: 'Asked by',
      days: 'Time asked for',
      closes: 'Final deadline in force',
      asked: 'Final deadline asked for',
      reason: 'Reason for asking',
      refusal: 'Why it was refused',
    },
    days: (count) => `${count} more working day${count === 1 ? '' : 's'}`,
    greeting: (person) => `Dear ${person},`,
    asked: {
      subject: (agency, days) => `${agency} asks for ${days}`,
      lead: 'This request waits for your decision. The deadline has not changed.',
      action: 'Decide the request',
      why: 'you coordinate this round',
    },
    refused: {
      subject: (agency) => `No added time: ${agency}`,
      lead: (closes) => `The request for more time was refused. The final deadline stays ${closes}.`,
      action: 'Open my tasks',
      why: 'you asked for more time',
    },
  },
}

/** Who asks, until when, why; one link to the page on which it is decided. */
export const extensionAsked: Template<'extension-asked'> = (content, language) => {
  const say = words[language]
  const { labels } = say
  const facts = [
    { label: labels.round, value: content.round },
    { label: labels.agency, value: content.agency },
    { label: labels.by, value: content.by },
    ...requestFacts(content, language),
  ]
  const subject = say.asked.subject(content.agency, say.days(content.days))
  return {
    subject,
    preheader: content.reason,
    heading: subject,
    ...body([say.greeting(content.person), say.asked.lead], facts),
    action: { label: say.asked.action, url: content.url },
    why: say.asked.why,
  }
}

/** The reason of the no, and the deadline that stays. */
export const extensionRefused: Template<'extension-refused'> = (content, language) => {
  const say = words[language]
  const { labels } = say
  const facts = [
    { label: labels.refusal, value: content.refusal },
    { label: labels.round, value: content.round },
    { label: labels.agency, value: content.agency },
    ...requestFacts(content, language),
  ]
  const subject = say.refused.subject(content.agency)
  return {
    subject,
    preheader: content.refusal,
    heading: subject,
    ...body([say.greeting(content.person), say.refused.lead(content.closes)], facts),
    action: { label: say.refused.action, url: content.url },
    why: say.refused.why,
  }
}

type Fact = { label: string; value: string }

function requestFacts(
  content: ContentOf<'extension-asked'> | ContentOf<'extension-refused'>,
  language: keyof typeof words,
): Fact[] {
  const { labels, days } = words[language]
  return [
    { label: labels.days, value: days(content.days) },
    { label: labels.closes, value: content.closes },
    { label: labels.asked, value: content.asked },
    { label: labels.reason, value: content.reason },
  ]
}

function body(sentences: string[], facts: Fact[]) {
  return {
    lead: sentences.map((sentence) => <Paragraph>{sentence}</Paragraph>),
    details: <Facts facts={facts} />,
    text: sentences,
    textDetails: [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')],
  }
}
