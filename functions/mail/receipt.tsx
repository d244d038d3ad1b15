/**
 * The receipt of one submission: proof that it arrived, with number, time and hash, and what is still open at this agency.
 * When nothing is open it says thanks, so no second mail is needed.
 */

import { Forms, formTexts } from './agency-blocks.tsx'
import type { ContentOf, Template, Words } from './mail-parts.ts'
import { Facts, Heading, Paragraph } from './parts.tsx'

type Receipt = ContentOf<'receipt'>

const words: Words<{
  subject: (content: Receipt) => string
  heading: (content: Receipt) => string
  greeting: (person: string) => string
  thanks: string
  open: (count: number) => string
  labels: Record<
    | 'number'
    | 'agency'
    | 'round'
    | 'at'
    | 'by'
    | 'revision'
    | 'version'
    | 'timeliness'
    | 'nil'
    | 'rows'
    | 'hash'
    | 'previous',
    string
  >
  keep: string
  action: string
  why: string
}> = {
  id: {
    subject: ({ form, agency, number }) => `Tanda terima ${number}: ${form}, ${agency}`,
    heading: ({ form, nil }) => (nil ? `Pernyataan nihil ${form} sudah diterima` : `${form} sudah diterima`),
    greeting: (person) => `Yth. ${person},`,
    thanks: 'Terima kasih. Semua formulir perangkat daerah Anda sudah dikirim; tidak ada yang perlu dilakukan lagi.',
    open: (count) => `Terima kasih. Masih ada ${count} formulir yang belum dikirim; lihat di bawah.`,
    labels: {
      number: 'Nomor tanda terima',
      agency: 'Perangkat daerah',
      round: 'Kegiatan',
      at: 'Diterima',
      by: 'Dikirim oleh',
      revision: 'Revisi',
      version: 'Versi formulir',
      timeliness: 'Ketepatan waktu',
      nil: 'Nihil, alasan',
      rows: 'Jumlah baris',
      hash: 'Sidik isi (SHA-256)',
      previous: 'Menggantikan isi dengan sidik',
    },
    keep: 'Simpan surel ini sebagai bukti pengiriman.',
    action: 'Lihat tanda terima',
    why: 'formulir perangkat daerah Anda baru saja dikirim',
  },
  en: {
    subject: ({ form, agency, number }) => `Receipt ${number}: ${form}, ${agency}`,
    heading: ({ form, nil }) => (nil ? `The nil declaration for ${form} was received` : `${form} was received`),
    greeting: (person) => `Dear ${person},`,
    thanks: 'Thank you. Every form of your agency is submitted; there is nothing left to do.',
    open: (count) => `Thank you. ${count === 1 ? '1 form is' : `${count} forms are`} not submitted yet; see below.`,
    labels: {
      number: 'Receipt number',
      agency: 'Agency',
      round: 'Round',
      at: 'Received',
      by: 'Submitted by',
      revision: 'Revision',
      version: 'Version of the form',
      timeliness: 'Timeliness',
      nil: 'Nil, reason',
      rows: 'Rows',
      hash: 'Fingerprint (SHA-256)',
      previous: 'Replaces the content with fingerprint',
    },
    keep: 'Keep this mail as proof of submission.',
    action: 'See the receipt',
    why: "your agency's form was just submitted",
  },
}

function factsOf(content: Receipt, labels: (typeof words)['id']['labels']) {
  return [
    { label: labels.number, value: content.number },
    { label: labels.at, value: content.at },
    { label: labels.agency, value: content.agency },
    { label: labels.round, value: content.round },
    { label: labels.by, value: content.by },
    { label: labels.revision, value: String(content.revision) },
    { label: labels.version, value: String(content.version) },
    ...(content.timeliness ? [{ label: labels.timeliness, value: content.timeliness }] : []),
    ...(content.nil
      ? [{ label: labels.nil, value: content.nilReason ?? '' }]
      : [{ label: labels.rows, value: content.rowCount }, ...content.totals]),
    { label: labels.hash, value: content.sha256 },
    ...(content.previousSha256 ? [{ label: labels.previous, value: content.previousSha256 }] : []),
  ]
}

/** Thanks or what is open, then the particulars. */
export const receipt: Template<'receipt'> = (content, language) => {
  const say = words[language]
  const facts = factsOf(content, say.labels)
  const next = content.open.length === 0 ? say.thanks : say.open(content.open.length)
  return {
    subject: say.subject(content),
    preheader: `${content.at}. ${next}`,
    heading: say.heading(content),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>
          <strong>{next}</strong>
        </Paragraph>
        <Paragraph>{say.keep}</Paragraph>
      </>
    ),
    action: { label: say.action, url: content.url },
    details: (
      <>
        <Forms forms={content.open} language={language} />
        <Heading>{`${say.labels.number}: ${content.number}`}</Heading>
        <Facts facts={facts.slice(1)} />
      </>
    ),
    text: [say.greeting(content.person), next, say.keep],
    textDetails: [
      formTexts(content.open, language).join('\n'),
      facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ],
    why: say.why,
  }
}
