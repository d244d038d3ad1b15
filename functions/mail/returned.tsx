/** The coordinator has returned a submission: by when to correct it, and every comment with the place it is about. */

import { colours } from './look.ts'
import type { Template, Words } from './mail-parts.ts'
import { Heading, Note, Paragraph, Typed } from './parts.tsx'
import { clip } from './safe-text.ts'

/** More comments than this are counted; the page has them all. */
const shown = 30

const words: Words<{
  subject: (form: string, due: string, agency: string) => string
  heading: (form: string, due: string) => string
  greeting: (person: string) => string
  lead: (agency: string, revision: number, round: string) => string
  reopened: (agency: string, revision: number, round: string) => string
  comments: (count: number) => string
  more: (count: number) => string
  action: string
  why: string
}> = {
  id: {
    subject: (form, due, agency) => `Perlu perbaikan sampai ${due}: ${form}, ${agency}`,
    heading: (form, due) => `${form} perlu diperbaiki sampai ${due}`,
    greeting: (person) => `Yth. ${person},`,
    lead: (agency, revision, round) =>
      `Koordinator mengembalikan kiriman ${agency} (revisi ke-${revision}, ${round}). Isian lama tetap ada: perbaiki bagian yang disebut, lalu kirim lagi.`,
    reopened: (agency, revision, round) =>
      `Koordinator membuka kembali kiriman ${agency} yang sudah disetujui (revisi ke-${revision}, ${round}). Alasannya ada di bawah. Isian lama tetap ada: perbaiki, lalu kirim lagi.`,
    comments: (count) => `Catatan koordinator (${count})`,
    more: (count) => `dan ${count} catatan lain; lihat di halaman formulir.`,
    action: 'Perbaiki sekarang',
    why: 'koordinator mengembalikan kiriman perangkat daerah Anda',
  },
  en: {
    subject: (form, due, agency) => `Correct by ${due}: ${form}, ${agency}`,
    heading: (form, due) => `${form} needs correction by ${due}`,
    greeting: (person) => `Dear ${person},`,
    lead: (agency, revision, round) =>
      `The coordinator returned the submission of ${agency} (revision ${revision}, ${round}). Your answers are kept: correct what is named below, then submit again.`,
    reopened: (agency, revision, round) =>
      `The coordinator re-opened the accepted submission of ${agency} (revision ${revision}, ${round}). The reason is below. Your answers are kept: correct them, then submit again.`,
    comments: (count) => `Coordinator's comments (${count})`,
    more: (count) => `and ${count} more; see the form's page.`,
    action: 'Correct now',
    why: "the coordinator returned your agency's submission",
  },
}

/** Due date in the heading, then each comment under its place. */
export const returned: Template<'returned'> = (content, language) => {
  const say = words[language]
  const lead = (content.reopened ? say.reopened : say.lead)(content.agency, content.revision, content.round)
  const comments = content.comments.slice(0, shown).map((comment) => ({ ...comment, text: clip(comment.text, 700) }))
  const more = content.comments.length > shown ? [say.more(content.comments.length - shown)] : []
  return {
    subject: say.subject(content.form, content.due, content.agency),
    preheader: comments[0] ? `${comments[0].where}: ${comments[0].text}` : lead,
    heading: say.heading(content.form, content.due),
    lead: (
      <>
        <Paragraph>{say.greeting(content.person)}</Paragraph>
        <Paragraph>{lead}</Paragraph>
        {content.holidayNote && <Note>{content.holidayNote}</Note>}
      </>
    ),
    action: { label: say.action, url: content.url },
    details: (
      <>
        <Heading>{say.comments(content.comments.length)}</Heading>
        {comments.map(({ where, text, url }) => (
          <div class="l" style={`padding:9px 0;border-top:1px solid ${colours.line}`}>
            <strong>
              {url === undefined ? (
                where
              ) : (
                <a href={url} style={`color:${colours.action}`}>
                  {where}
                </a>
              )}
            </strong>
            <br />
            <Typed text={text} />
          </div>
        ))}
        {more.map((line) => (
          <Paragraph>{line}</Paragraph>
        ))}
      </>
    ),
    text: [say.greeting(content.person), lead, content.holidayNote ?? ''],
    textDetails: [
      `${say.comments(content.comments.length)}:`,
      ...comments.map(
        ({ where, text, url }) =>
          `- ${where}\n  ${text.replace(/\n/g, '\n  ')}${url === undefined ? '' : `\n  ${url}`}`,
      ),
      ...more,
    ],
    why: say.why,
  }
}
