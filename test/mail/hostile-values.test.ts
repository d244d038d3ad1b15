/** Whatever people type, a mail stays one mail: escaped, on its lines, with a subject that fits. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MailContent } from '../../functions/domain/notices/write/content.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { cleanText, longestSubject, oneLine } from '../../functions/mail/safe-text.ts'
import { contentOf, foot, kupangContents, steering } from './kupang-contents.ts'

const nasty = fc.oneof(
  fc.constantFrom(
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    'Subject\r\nBcc: all@example.org',
    '\u202Etxet desrever\u2066',
    'x'.repeat(3_000),
    '\u0000\u0007\u001b[31m',
    '\uD800',
    '&lt;b&gt;',
    '</style><style>*{display:none}',
    'javascript:alert(1)',
    '\u2028\u2029\u0085',
    '__proto__',
    'constructor',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 300 }),
)

/** The content with every string replaced by a generated one, keys that steer the template kept. */
function replaceStrings<T>(value: T, next: () => string, key = ''): T {
  if (typeof value === 'string') return (steering.has(key) ? value : next()) as T
  if (Array.isArray(value)) return value.map((each) => replaceStrings(each, next, key)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaceStrings(each, next, name)])) as T
}

describe.each(kupangContents('id').map((content) => [content.kind, content] as const))('%s', (_, content) => {
  it('keeps markup, directions and control characters out, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 1, maxLength: 12 }), fc.constantFrom('id', 'en'), (values, language) => {
        let turn = 0
        const hostile: MailContent = replaceStrings(content, () => values[turn++ % values.length] ?? '')
        const { subject, text, html } = renderMail(hostile, language, { ...foot.id, regionName: values[0] ?? '' })
        expect([...subject].length).toBeLessThanOrEqual(longestSubject)
        expect(subject).not.toMatch(/[\r\n\p{Cc}]/u)
        expect(html).not.toMatch(/<script|<img|href="(?!https?:|tel:[+\d]*")/i)
        expect(html.match(/<style>/g)).toHaveLength(1)
        expect(`${subject}${text}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/)
        expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
        expect(text).not.toMatch(/(?!\n)\p{Cc}/u)
      }),
      { numRuns: 60 },
    )
  })
})

describe('text typed by people', () => {
  it('cannot add a line where one line is meant', () => {
    expect(oneLine('Dinas\r\nBcc: x@example.org\u2028y')).toBe('Dinas Bcc: x@example.org y')
  })
  it('keeps its own line breaks where several lines are meant', () => {
    expect(cleanText('satu\r\ndua\n\n\n\ntiga')).toBe('satu\ndua\n\ntiga')
  })
  it('is escaped, so that it reads as it was typed', () => {
    const comment = { where: 'Baris 1', text: 'pagu < Rp5 & > Rp3 <b>"tebal"</b>' }
    const { html, text } = renderMail({ ...contentOf('returned'), comments: [comment] } as MailContent, 'id')
    expect(html).toContain('pagu &lt; Rp5 &amp; > Rp3 &lt;b>')
    expect(text).toContain(comment.text)
  })
})

describe('the sign-in mail', () => {
  it('has the code alone on a line of its text part', () => {
    expect(renderMail(contentOf('sign-in-code'), 'id').text.split('\n')).toContain('1234 5678')
  })
  it('has no link', () => {
    const { html, text } = renderMail(contentOf('sign-in-code'), 'en', foot.en)
    expect(html).not.toContain('<a ')
    expect(html + text).not.toContain('https://')
  })
})

describe('every mail', () => {
  it.each(kupangContents('id').map((content) => [content.kind, content] as const))(
    '%s has at most one button and says why it came, with its number',
    (_, content) => {
      const { html, text } = renderMail(content, 'id', foot.id)
      expect(html.match(/<a href="[^"]*" style="display:inline-block/g)?.length ?? 0).toBeLessThanOrEqual(1)
      for (const part of [html, text]) {
        expect(part).toContain('Mengapa saya menerima ini?')
        expect(part).toContain(foot.id.nid)
        expect(part).toContain(foot.id.helpPhone)
      }
    },
  )
})
