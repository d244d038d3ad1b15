/** A later check found something in what was sent: what, where, and that it can be explained or corrected. */
import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'
import { clip } from './safe-text.ts'

const words: Words<{
  subject: (count: number, agency: string) => string
  heading: (count: number) => string
  greeting: (person: string) => string
  lead: (agency: string, round: string) => string
  todo: string
  more: (count: number) => string
  action: string
  why: string
}> = {
  id: {
    subject: (count, agency) => `${count} temuan pada kiriman ${agency}`,
    heading: (count) => `Pemeriksaan menemukan ${count} hal pada kiriman Anda`,
    greeting: (person) => `Yth. ${person},`,
    lead: (agency, round) =>
      `Setelah semua formulir ${agency} untuk ${round} dikirim, pemeriksaan berikutnya menemukan hal ini:`,
    todo: 'Bila datanya benar, jelaskan pada halaman temuan. Bila tidak, perbaiki dan kirim lagi.',
    more: (count) => `dan ${count} lainnya; lihat halaman temuan.`,
    action: 'Buka temuan',
    why: 'pemeriksaan menemukan sesuatu pada kiriman perangkat daerah Anda',
  },
  en: {
    subject: (count, agency) => `${count} finding${count === 1 ? '' : 's'} in what ${agency} sent`,
    heading: (count) => `A check found ${count} thing${count === 1 ? '' : 's'} in your submissions`,
    greeting: (person) => `Dear ${person},`,
    lead: (agency, round) => `After ${agency} had sent all its forms for ${round}, a later check found this:`,
    todo: 'If the data are right, explain it on the page of findings. If not, correct and submit again.',
    more: (count) => `and ${count} more; see the page of findings.`,
    action: 'Open the findings',
    why: "a check found something in your agency's submissions",
  },
}

/** The rest is counted and stands on the page. */
const most = 10

export const warning: Template<'warning'> = (content, language) => {
  const say = words[language]
  const { agency, findings } = content
  const lines = findings
    .slice(0, most)
    .map(({ form, severity, text }) => `${clip(severity, 20)} · ${clip(form, 60)}: ${clip(text, 300)}`)
  if (findings.length > most) lines.push(say.more(findings.length - most))
  return {
    subject: say.subject(findings.length, agency),
    preheader: lines[0] ?? say.todo,
    heading: say.heading(findings.length),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>{say.lead(agency, content.round)}</Paragraph>
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <Paragraph>{say.todo}</Paragraph>
      </>
    ),
    action: { label: say.action, url: content.url },
    text: [
      say.greeting(content.person),
      say.lead(agency, content.round),
      lines.map((line) => `- ${line}`).join('\n'),
      say.todo,
    ],
    why: say.why,
  }
}
