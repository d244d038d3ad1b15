import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { longestUnpacked, packAnswer } from '../../functions/http/pack-answer.ts'

/** What a Lambda may hand over. */
const most = 6 * 1_024 * 1_024
const takes = { headers: { 'accept-encoding': 'br,gzip' } }
const rows = Array.from({ length: 60_000 }, (_, index) => ({
  agencyId: `dinas-nomor-${index}`,
  formId: 'uji',
  n: index,
}))
const large = {
  statusCode: 200,
  headers: { 'content-type': 'application/json', etag: '"7"' },
  cookies: ['a=b'],
  body: JSON.stringify({ rows }),
}

it('an answer that is too large for a Lambda goes packed, and is the same once it is unpacked', async () => {
  expect(JSON.stringify(large).length).toBeGreaterThan(most / 2)
  const { body = '', headers = {}, ...rest } = await packAnswer(takes, large)
  expect(rest).toEqual({ statusCode: 200, cookies: ['a=b'], isBase64Encoded: true })
  expect(gunzipSync(Buffer.from(body, 'base64')).toString('utf8')).toBe(large.body)
  expect(headers).toEqual({
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
    etag: 'W/"7"',
  })
  expect(body.length).toBeLessThan(most / 10)
})

it('a CSV goes packed as the bytes that it is', async () => {
  const bytes = Buffer.from(`\uFEFF${'Satu;2\r\n'.repeat(longestUnpacked / 8)}`)
  const csv = { headers: { 'content-type': 'text/csv' }, body: bytes.toString('base64'), isBase64Encoded: true }
  const { body = '' } = await packAnswer(takes, csv)
  expect(gunzipSync(Buffer.from(body, 'base64')).equals(bytes)).toBe(true)
})

it('stays as it is where nobody can unpack it, where it is packed already, and where it is short', async () => {
  expect(await packAnswer({ headers: {} }, large)).toBe(large)
  const body = 'A'.repeat(longestUnpacked)
  const file = { headers: { 'content-type': 'application/zip' }, body, isBase64Encoded: true }
  expect(await packAnswer(takes, file)).toBe(file)
  const packed = { headers: { 'content-type': 'text/csv', 'content-encoding': 'gzip' }, body, isBase64Encoded: true }
  expect(await packAnswer(takes, packed)).toBe(packed)
  const short = { headers: { 'content-type': 'text/csv' }, body: body.slice(1) }
  expect(await packAnswer(takes, short)).toBe(short)
  expect(await packAnswer(takes, { statusCode: 204 })).toEqual({ statusCode: 204 })
})
