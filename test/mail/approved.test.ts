/**
 * Every mail as it was approved, in files that open in a browser. After a wanted change:
 * `APPROVE_MAILS=1 npx vitest run test/mail/approved.test.ts`, then read the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { noticeKindSchema } from '../../functions/schema/notice.ts'
import { footFor, kupangContents } from './kupang-contents.ts'

const approving = process.env.APPROVE_MAILS === '1'

function compare(name: string, actual: string): void {
  const file = new URL(`./approved/${name}`, import.meta.url)
  if (approving) writeFileSync(file, actual)
  expect(actual, `${name} differs from what was approved`).toBe(readFileSync(file, 'utf8'))
}

describe.each(['id', 'en'] as const)('mails in %s', (language) => {
  it('are of every kind, each once', () => {
    const kinds = kupangContents(language).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(noticeKindSchema.options.toSorted())
  })
  it.each(kupangContents(language).map((content) => [content.kind, content] as const))(
    '%s reads as approved',
    (kind, content) => {
      const { subject, text, html } = renderMail(content, language, footFor(kind, language))
      compare(`${kind}.${language}.txt`, `${subject}\n\n${text}`)
      compare(`${kind}.${language}.html`, `${html.replaceAll('><', '>\n<')}\n`)
    },
  )
})

describe.each(['id', 'en'] as const)('the subject of a change of dates in %s', (language) => {
  const news = kupangContents(language).find((content) => content.kind === 'window')
  it.each(['extend', 'reopen', 'correct', 'target'] as const)(
    '%s names day and month where a phone cuts it',
    (change) => {
      if (news === undefined) throw new Error('there is no mail about the window')
      const closes = language === 'id' ? 'Jumat, 20 Februari 2026' : 'Friday, 20 February 2026'
      const { subject } = renderMail({ ...news, change, closes, target: closes }, language, footFor('window', language))
      expect(subject.slice(0, 40)).toContain(language === 'id' ? 'Jumat, 20 Februari' : 'Friday, 20 February')
    },
  )
})
