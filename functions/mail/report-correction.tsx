/** A report that went out is not right any more: a final date moved after it. What changed first, then why and who decided. */
import type { ContentOf, Template, Words } from './mail-parts.ts'
import { Facts, Note, Paragraph } from './parts.tsx'

type Report = ContentOf<'report-correction'>['report']

const words: Words<{
  report: Record<Report['kind'], string>
  subject: (report: string, whom: string, closes: string) => string
  heading: (report: string, at: string) => string
  greeting: (person: string) => string
  given: (whom: string, closes: string) => string
  moved: (whom: string, closes: string) => string
  final: (at: string) => string
  until: string
  whom: (count: number) => string
  all: string
  labels: Record<'round' | 'agencies' | 'closes' | 'reason' | 'basis' | 'by', string>
  action: string
  why: string
}> = {
  id: {
    report: { 'provisional-report': 'laporan sementara', 'closing-report': 'laporan penutupan' },
    subject: (report, whom, closes) => `Koreksi ${report}, ${whom} dibuka sampai ${closes}`,
    heading: (report, at) => `Koreksi ${report} ${at}`,
    greeting: (person) => `Yth. ${person},`,
    given: (whom, closes) => `Setelah laporan itu dikirim, ${whom} mendapat waktu sampai ${closes}.`,
    moved: (whom, closes) => `Setelah laporan itu dikirim, batas akhir ${whom} dimajukan menjadi ${closes}.`,
    final: (at) => `Laporan akhir menyusul ${at}.`,
    until: 'Sampai saat itu angka dan daftar dalam laporan tersebut belum final.',
    whom: (count) => `${count} perangkat daerah`,
    all: 'semua perangkat daerah',
    labels: {
      round: 'Kegiatan',
      agencies: 'Berlaku untuk',
      closes: 'Batas akhir baru',
      reason: 'Alasan',
      basis: 'Dasar',
      by: 'Diputuskan oleh',
    },
    action: 'Buka papan kelengkapan',
    why: 'Anda menerima laporan yang dikoreksi ini',
  },
  en: {
    report: { 'provisional-report': 'provisional report', 'closing-report': 'closing report' },
    subject: (report, whom, closes) => `Correction of the ${report}, ${whom} open until ${closes}`,
    heading: (report, at) => `Correction of the ${report} of ${at}`,
    greeting: (person) => `Dear ${person},`,
    given: (whom, closes) => `After that report went out, time was given to ${whom} until ${closes}.`,
    moved: (whom, closes) => `After that report went out, the final deadline of ${whom} was moved to ${closes}.`,
    final: (at) => `The final report follows on ${at}.`,
    until: 'Until then the numbers and lists of that report are not final.',
    whom: (count) => (count === 1 ? '1 agency' : `${count} agencies`),
    all: 'all agencies',
    labels: {
      round: 'Round',
      agencies: 'Applies to',
      closes: 'New final deadline',
      reason: 'Reason',
      basis: 'Basis',
      by: 'Decided by',
    },
    action: 'Open the board',
    why: 'you received the report that this corrects',
  },
}

export const reportCorrection: Template<'report-correction'> = (content, language) => {
  const say = words[language]
  const { labels } = say
  const { agencies, closes, report } = content
  const whom = agencies.length === 0 ? say.all : agencies.length === 1 ? (agencies[0] ?? '') : say.whom(agencies.length)
  const facts = [
    { label: labels.round, value: content.round },
    { label: labels.agencies, value: agencies.length === 0 ? say.all : agencies.join('; ') },
    { label: labels.closes, value: closes },
    { label: labels.reason, value: content.reason },
    ...(content.basis ? [{ label: labels.basis, value: content.basis }] : []),
    { label: labels.by, value: content.by },
  ]
  const change = content.change === 'correct' ? say.moved(whom, closes) : say.given(whom, closes)
  const last = [...(content.finalReport ? [say.final(content.finalReport)] : []), say.until].join(' ')
  return {
    subject: say.subject(say.report[report.kind], whom, closes),
    preheader: last,
    heading: say.heading(say.report[report.kind], report.at),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>{change}</Paragraph>
        <Note>{last}</Note>
      </>
    ),
    action: { label: say.action, url: content.siteUrl },
    details: <Facts facts={facts} />,
    text: [say.greeting(content.person), change, last],
    textDetails: [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')],
    why: say.why,
  }
}
