/** A form of the round asks differently from now on: what changed, and what becomes of what was answered. */
import { colours } from './look.ts'
import type { Template, Words } from './mail-parts.ts'
import { Facts, Heading, Lines, Paragraph } from './parts.tsx'

const words: Words<{
  subject: (form: string, round: string) => string
  again: (form: string, round: string) => string
  heading: (form: string) => string
  greeting: (person: string) => string
  lead: (by: string, form: string, version: number) => string
  labels: { round: string; reason: string }
  changes: string
  more: (count: number) => string
  none: string
  action: string
  why: string
}> = {
  id: {
    subject: (form, round) => `Pertanyaan diperbaiki: ${form}, ${round}`,
    again: (form, round) => `Mohon kirim lagi, pertanyaan diperbaiki: ${form}, ${round}`,
    heading: (form) => `${form} memakai versi baru`,
    greeting: (person) => `Yth. ${person},`,
    lead: (by, form, version) => `${by} memindahkan ${form} ke versi ${version}. Isian Anda tidak hilang.`,
    labels: { round: 'Kegiatan', reason: 'Alasan' },
    changes: 'Yang berubah',
    more: (count) => `dan ${count} perubahan lain`,
    none: 'Tidak ada pertanyaan yang berubah.',
    action: 'Buka formulir',
    why: 'formulir perangkat daerah Anda dipindahkan ke versi baru',
  },
  en: {
    subject: (form, round) => `Questions corrected: ${form}, ${round}`,
    again: (form, round) => `Please send again, questions corrected: ${form}, ${round}`,
    heading: (form) => `${form} has a new version`,
    greeting: (person) => `Dear ${person},`,
    lead: (by, form, version) => `${by} moved ${form} to version ${version}. Nothing you typed is lost.`,
    labels: { round: 'Round', reason: 'Reason' },
    changes: 'What changed',
    more: (count) => `and ${count} more changes`,
    none: 'No question has changed.',
    action: 'Open the form',
    why: "your agency's form was moved to a new version",
  },
}

/** What becomes of each agency's work first, then the list of changes. */
export const formMoved: Template<'form-moved'> = (content, language) => {
  const say = words[language]
  const lead = say.lead(content.by, content.form, content.version)
  const rest = content.moreChanges > 0 ? [say.more(content.moreChanges)] : []
  const lines = content.changes.length === 0 ? [say.none] : rest
  const facts = [
    ...content.agencies.map(({ name, work }) => ({ label: name, value: work })),
    { label: say.labels.round, value: content.round },
    { label: say.labels.reason, value: content.reason },
  ]
  return {
    subject: (content.again ? say.again : say.subject)(content.form, content.round),
    preheader: content.agencies.map(({ name, work }) => `${name}: ${work}`).join('. '),
    heading: say.heading(content.form),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>{lead}</Paragraph>
      </>
    ),
    action: { label: say.action, url: content.url },
    details: (
      <>
        <Facts facts={facts} />
        <Heading>{say.changes}</Heading>
        {content.changes.length > 0 && <Lines lines={content.changes.map(changeLine)} />}
        {lines.map((line) => (
          <Paragraph>{line}</Paragraph>
        ))}
      </>
    ),
    text: [say.greeting(content.person), lead],
    textDetails: [
      facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
      [`${say.changes}:`, ...content.changes.map(({ what, answers }) => `- ${what}\n  (${answers})`), ...lines].join(
        '\n',
      ),
    ],
    why: say.why,
  }
}

/** What is asked differently, and under it what becomes of the answers. */
function changeLine({ what, answers }: { what: string; answers: string }) {
  return (
    <>
      {what}
      <div class="m" style={`font-size:14px;color:${colours.muted}`}>
        {answers}
      </div>
    </>
  )
}
