/**
 * A reminder. The planner has decided subject and headline, because the most urgent step among all agencies and rounds
 * of the recipient is not for a template to find; the template shows what is missing and the one way to end the reminders.
 */

import type { ReminderStep } from '../domain/notices/write/content.ts'
import { AgencyBlocks, blockTexts } from './agency-blocks.tsx'
import type { Template, Words } from './mail-parts.ts'
import { Heading, Note, Paragraph, Typed } from './parts.tsx'

const words: Words<{
  greeting: (person: string) => string
  rounds: (rounds: string) => string
  ask: Record<ReminderStep, string>
  note: (by: string) => string
  since: (at: string) => string
  more: (count: number) => string
  nothing: string
  stop: string
  action: string
  why: string
}> = {
  id: {
    greeting: (person) => `Yth. ${person},`,
    rounds: (rounds) => `Kegiatan: ${rounds}`,
    ask: {
      'before-target': 'Mohon lengkapi dan kirim formulir berikut sebelum target penyelesaian.',
      'target-day': 'Mohon lengkapi dan kirim formulir berikut hari ini.',
      overdue: 'Target penyelesaian sudah lewat. Mohon segera lengkapi dan kirim formulir berikut.',
      'last-working-day': 'Mohon kirim formulir berikut hari ini, selagi kantor buka dan bantuan tersedia.',
      'final-day': 'Setelah batas akhir hari ini, formulir tidak dapat dikirim lagi.',
    },
    note: (by) => `Catatan dari ${by}:`,
    since: (at) => `Sejak pengingat sebelumnya, ${at}`,
    more: (count) => `dan ${count} perubahan lain`,
    nothing: 'Belum ada yang berubah.',
    stop: 'Pengingat berhenti setelah semua formulir dikirim atau dinyatakan nihil.',
    action: 'Lengkapi sekarang',
    why: 'formulir perangkat daerah Anda belum lengkap',
  },
  en: {
    greeting: (person) => `Dear ${person},`,
    rounds: (rounds) => `Round: ${rounds}`,
    ask: {
      'before-target': 'Please complete and submit the forms below before the target date.',
      'target-day': 'Please complete and submit the forms below today.',
      overdue: 'The target date has passed. Please complete and submit the forms below without delay.',
      'last-working-day': 'Please submit the forms below today, while offices are open and help is at hand.',
      'final-day': 'After the final deadline today, forms can no longer be submitted.',
    },
    note: (by) => `A note from ${by}:`,
    since: (at) => `Since the reminder before, ${at}`,
    more: (count) => `and ${count} more changes`,
    nothing: 'Nothing has changed.',
    stop: 'Reminders stop once every form is submitted or declared nil.',
    action: 'Complete now',
    why: "your agency's forms are not complete yet",
  },
}

/** Headline as planned, what to do, then each agency's forms and what they lack. */
export const reminder: Template<'reminder'> = (content, language) => {
  const say = words[language]
  const ask = say.ask[content.step]
  const rounds = say.rounds(content.rounds.join('; '))
  const since = content.since && {
    title: say.since(content.since.at),
    lines: [
      ...(content.since.changes.length === 0 ? [say.nothing] : content.since.changes),
      ...(content.since.more > 0 ? [say.more(content.since.more)] : []),
    ],
  }
  return {
    subject: content.subject,
    preheader: ask,
    heading: content.headline,
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        {content.note && (
          <Note>
            <strong>{say.note(content.note.by)}</strong>
            <br />
            <Typed text={content.note.text} />
          </Note>
        )}
        <Paragraph>{ask}</Paragraph>
      </>
    ),
    action: { label: say.action, url: content.siteUrl },
    details: (
      <>
        <Paragraph>{rounds}</Paragraph>
        {since && (
          <>
            <Heading>{since.title}</Heading>
            {since.lines.map((line) => (
              <Paragraph>{line}</Paragraph>
            ))}
          </>
        )}
        <AgencyBlocks blocks={content.blocks} language={language} />
        <Paragraph>{say.stop}</Paragraph>
      </>
    ),
    text: [say.greeting(content.person), content.note ? `${say.note(content.note.by)}\n${content.note.text}` : '', ask],
    textDetails: [
      rounds,
      ...(since ? [[`${since.title}:`, ...since.lines.map((line) => `- ${line}`)].join('\n')] : []),
      ...blockTexts(content.blocks, language),
      say.stop,
    ],
    why: say.why,
  }
}
