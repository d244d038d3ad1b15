/** The coordinator has moved the dates: extended, re-opened or closed, for these agencies, and why. */
import type { ContentOf, Template, Words } from './mail-parts.ts'
import { Facts, Note, Paragraph } from './parts.tsx'

type Change = ContentOf<'window'>['change']

const words: Words<{
  /** The date within the first 40 characters, which is what a phone shows of a subject. */
  subject: Record<Change, (round: string, closes: string) => string>
  heading: Record<Change, (closes: string) => string>
  greeting: (person: string) => string
  labels: Record<
    | 'round'
    | 'agencies'
    | 'before'
    | 'targetBefore'
    | 'target'
    | 'closes'
    | 'stays'
    | 'unsent'
    | 'reason'
    | 'asked'
    | 'basis'
    | 'by'
    | 'note',
    string
  >
  after: Record<Change, string>
  action: string
  why: string
}> = {
  id: {
    subject: {
      extend: (round, closes) => `Diperpanjang sampai ${closes}: ${round}`,
      reopen: (round, closes) => `Dibuka kembali sampai ${closes}: ${round}`,
      close: (round) => `Pengisian ditutup: ${round}`,
      correct: (round, closes) => `Batas akhir menjadi ${closes}: ${round}`,
      target: (round, target) => `Target menjadi ${target}: ${round}`,
      grant: (round, closes) => `Disetujui sampai ${closes}: ${round}`,
    },
    heading: {
      extend: (closes) => `Batas akhir diperpanjang sampai ${closes}`,
      reopen: (closes) => `Pengisian dibuka kembali sampai ${closes}`,
      close: (closes) => `Pengisian ditutup pada ${closes}`,
      correct: (closes) => `Batas akhir dikoreksi menjadi ${closes}`,
      target: (target) => `Target penyelesaian menjadi ${target}`,
      grant: (closes) => `Permintaan tambahan waktu disetujui sampai ${closes}`,
    },
    greeting: (person) => `Yth. ${person},`,
    labels: {
      round: 'Kegiatan',
      agencies: 'Berlaku untuk',
      before: 'Batas akhir semula',
      targetBefore: 'Target penyelesaian semula',
      target: 'Target penyelesaian baru',
      closes: 'Batas akhir baru',
      stays: 'Batas akhir (tetap)',
      unsent: 'Belum dikirim',
      reason: 'Alasan',
      asked: 'Alasan permintaan',
      basis: 'Dasar',
      by: 'Diputuskan oleh',
      note: 'Catatan keputusan',
    },
    after: {
      extend: 'Mohon manfaatkan waktu tambahan ini untuk melengkapi dan mengirim formulir.',
      reopen: 'Formulir dapat diisi, diperbaiki, dan dikirim lagi sampai batas akhir baru.',
      close: 'Formulir tidak dapat dikirim lagi. Draf Anda tetap tersimpan. Bila ada kendala, balas surel ini.',
      correct:
        'Batas akhir lebih cepat daripada yang diberitahukan sebelumnya. Mohon kirim formulir sebelum batas ini.',
      target: 'Batas akhir tidak berubah. Mohon kirim formulir paling lambat pada target yang baru.',
      grant: 'Permintaan perangkat daerah Anda disetujui. Formulir dapat dikirim sampai batas akhir baru.',
    },
    action: 'Buka tugas saya',
    why: 'koordinator mengubah jadwal pengisian perangkat daerah Anda',
  },
  en: {
    subject: {
      extend: (round, closes) => `Extended to ${closes}: ${round}`,
      reopen: (round, closes) => `Re-opened until ${closes}: ${round}`,
      close: (round) => `Closed: ${round}`,
      correct: (round, closes) => `Deadline now ${closes}: ${round}`,
      target: (round, target) => `Target now ${target}: ${round}`,
      grant: (round, closes) => `Granted until ${closes}: ${round}`,
    },
    heading: {
      extend: (closes) => `The final deadline is extended to ${closes}`,
      reopen: (closes) => `Entry is re-opened until ${closes}`,
      close: (closes) => `Entry was closed on ${closes}`,
      correct: (closes) => `The final deadline is corrected to ${closes}`,
      target: (target) => `The target date is now ${target}`,
      grant: (closes) => `The request for more time is granted until ${closes}`,
    },
    greeting: (person) => `Dear ${person},`,
    labels: {
      round: 'Round',
      agencies: 'Applies to',
      before: 'Previous final deadline',
      targetBefore: 'Previous target date',
      target: 'New target date',
      closes: 'New final deadline',
      stays: 'Final deadline (unchanged)',
      unsent: 'Not submitted',
      reason: 'Reason',
      asked: 'Reason of the request',
      basis: 'Basis',
      by: 'Decided by',
      note: 'Note of the decision',
    },
    after: {
      extend: 'Please use the added time to complete and submit your forms.',
      reopen: 'Forms can be filled, corrected and submitted again until the new deadline.',
      close: 'Forms can no longer be submitted. Your draft is kept. If this is a problem, reply to this mail.',
      correct: 'The deadline is earlier than announced before. Please submit your forms before it.',
      target: 'The final deadline stays as it is. Please submit your forms by the new target date.',
      grant: 'Your agency was given the time it asked for. Forms can be submitted until the new final deadline.',
    },
    action: 'Open my tasks',
    why: "the coordinator changed your agency's dates",
  },
}

/** The new dates first, then for whom, why and on what basis. */
export const windowChanged: Template<'window'> = (content, language) => {
  const say = words[language]
  const { labels } = say
  const isTarget = content.change === 'target'
  const until = isTarget ? (content.target ?? content.closes) : content.closes
  const facts = [
    { label: labels.round, value: content.round },
    { label: labels.agencies, value: content.agencies.join('; ') },
    { label: isTarget ? labels.targetBefore : labels.before, value: content.before },
    ...(content.target ? [{ label: labels.target, value: content.target }] : []),
    ...(content.change === 'close' ? [] : [{ label: isTarget ? labels.stays : labels.closes, value: content.closes }]),
    ...(content.unsent ? [{ label: labels.unsent, value: content.unsent.join('; ') }] : []),
    { label: content.change === 'grant' ? labels.asked : labels.reason, value: content.reason },
    ...(content.basis ? [{ label: labels.basis, value: content.basis }] : []),
    ...(content.by ? [{ label: labels.by, value: content.by }] : []),
    ...(content.note ? [{ label: labels.note, value: content.note }] : []),
  ]
  const after = say.after[content.change]
  return {
    subject: say.subject[content.change](content.round, until),
    preheader: `${after} ${content.agencies.join('; ')}`,
    heading: say.heading[content.change](until),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>{after}</Paragraph>
        {content.holidayNote && <Note>{content.holidayNote}</Note>}
      </>
    ),
    action: { label: say.action, url: content.siteUrl },
    details: <Facts facts={facts} />,
    text: [say.greeting(content.person), after, content.holidayNote ?? ''],
    textDetails: [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')],
    why: say.why,
  }
}
