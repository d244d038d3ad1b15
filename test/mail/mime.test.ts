/** The raw message, read back by a parser that knows nothing of how it was built. */
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import type { Mail } from '../../functions/domain/notices/ledger/mailer.ts'
import { buildMime, longestHeader } from '../../functions/mail/mime.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { contentOf, foot, kupangContents } from './kupang-contents.ts'

const from = { name: 'Lengkap – Pemerintah Kota Kupang', email: 'lengkap@lengkap.example' }

function mailOf(over: Partial<Mail> = {}): Mail {
  return {
    ...renderMail(contentOf('reminder'), 'id', foot.id),
    nid: foot.id.nid,
    attempt: 1,
    at: new Date('2026-02-13T01:41:00Z'),
    region: 'kota-kupang',
    scope: 'all',
    kind: 'reminder',
    to: { name: 'Maria Y. Ndun', email: 'operator@perikanan.example' },
    replyTo: 'koordinator@bappeda.example',
    ...over,
  }
}

function headerLines(raw: Buffer): string[] {
  return raw.subarray(0, raw.indexOf('\r\n\r\n')).toString('latin1').split('\r\n')
}

describe('the raw message', () => {
  it('is dated by the clock that sends it, which in a rehearsal is the rehearsal’s', async () => {
    const dates = headerLines(await buildMime(mailOf(), from)).filter((line) => line.startsWith('Date:'))
    expect(dates).toEqual(['Date: Fri, 13 Feb 2026 01:41:00 +0000'])
  })

  it('tells mail programs how to stop a digest with one click (RFC 8058), and no other mail', async () => {
    const unsubscribeUrl = 'https://lengkap.example/api/unsubscribe/kota-kupang.koordinator.abc_-'
    const lines = headerLines(await buildMime(mailOf({ unsubscribeUrl }), from))
      .join('\r\n')
      .replace(/\r\n\s+/g, ' ')
    expect(lines).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`)
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    for (const wrong of [undefined, 'https://x.example/>\r\nBcc: y@example.org', 'javascript:alert(1)']) {
      const mail = mailOf(wrong === undefined ? {} : { unsubscribeUrl: wrong })
      expect(headerLines(await buildMime(mail, from)).join()).not.toMatch(/unsubscribe|bcc/i)
    }
  })

  it.each(kupangContents('id').map((content) => [content.kind, content] as const))(
    'of %s reads back as it was written',
    async (_, content) => {
      const mail = mailOf(renderMail(content, 'id', foot.id))
      const read = await PostalMime.parse(await buildMime(mail, from))
      expect(read.subject).toBe(mail.subject)
      expect(read.text?.replace(/\r\n/g, '\n').trimEnd()).toBe(mail.text.trimEnd())
      expect(read.html?.replace(/\r\n/g, '\n').trimEnd()).toBe(mail.html.trimEnd())
      expect(read.to).toEqual([{ name: 'Maria Y. Ndun', address: 'operator@perikanan.example' }])
      expect(read.from).toEqual({ name: from.name, address: from.email })
      expect(read.replyTo).toEqual([{ name: '', address: 'koordinator@bappeda.example' }])
    },
  )

  it('carries the number of the notice and says that a machine wrote it', async () => {
    const { headers } = await PostalMime.parse(await buildMime(mailOf(), from))
    const value = (key: string) => headers.find((header) => header.key === key)?.value
    expect(value('x-notification-id')).toBe(foot.id.nid)
    expect(value('auto-submitted')).toBe('auto-generated')
    expect(value('list-unsubscribe')).toBeUndefined()
  })

  it("has ASCII headers within SES's lengths and one recipient, whatever the names and subjects", async () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 })
    await fc.assert(
      fc.asyncProperty(text, text, async (name, subject) => {
        const raw = await buildMime(mailOf({ to: { name, email: 'operator@perikanan.example' }, subject }), from)
        for (const line of headerLines(raw)) {
          expect(line).toMatch(/^[\t\x20-\x7e]*$/)
          expect(line.length).toBeLessThanOrEqual(longestHeader)
        }
        const { to, cc, bcc, subject: read } = await PostalMime.parse(raw)
        expect(to?.map(({ address }) => address)).toEqual(['operator@perikanan.example'])
        expect([cc, bcc]).toEqual([undefined, undefined])
        expect(read ?? '').not.toMatch(/[\r\n]/)
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['two addresses', 'a@example.org, b@example.org'],
    ['a line break', 'a@example.org\r\nBcc: b@example.org'],
    ['a group', 'x:a@example.org;'],
    ['no address', 'operator'],
  ])('is not built for %s', async (_, email) => {
    await expect(buildMime(mailOf({ to: { name: 'X', email } }), from)).rejects.toThrow(RangeError)
  })
})
