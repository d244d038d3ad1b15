/** Text that cannot be kept as it was written is refused at every entry, with a pointer to it; sound text of every kind is kept. */
import { expect, it } from 'vitest'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('sound-text')
const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
const problem = async (response: Response) => (await response.json()) as object
const broken = ['a\0b', '\0', 'half \ud83d', '\udc00 half', '\ud83d\ud83d\ude00']

it.each(broken.map((text) => [JSON.stringify(text), text]))(
  '%s is refused in a draft and in a submission',
  async (_, text) => {
    const operator = await world().as('op-perikanan')
    const body = { formVersion: 1, answers: answers(text) }
    const draft = await operator.put(`${work}/draft`, body, { 'if-none-match': '*' })
    expect(await problem(draft)).toMatchObject({
      status: 400,
      code: 'malformed-request',
      errors: [{ pointer: '/answers/fields/nomor', detail: expect.stringMatching(/rusak/) }],
    })
    const submitted = await operator.post(`${work}/submissions`, body, { 'if-match': '"0"', 'idempotency-key': 'k1' })
    expect(await problem(submitted)).toMatchObject({ status: 400, code: 'malformed-request' })
  },
)

it.each([
  ['id', /^Terlalu besar: diharapkan string memiliki <=5.?000 karakter$/],
  ['en', /^Too big: expected string to have <=5.?000 characters$/],
])("a text that is too long is refused in the reader's language: %s", async (language, said) => {
  const operator = await world().as('op-perikanan')
  const body = { formVersion: 1, answers: answers('x'.repeat(5_001)) }
  const draft = await operator.put(`${work}/draft`, body, { 'if-none-match': '*', 'accept-language': language })
  expect(await problem(draft)).toMatchObject({
    code: 'malformed-request',
    errors: [{ pointer: '/answers/fields/nomor', detail: expect.stringMatching(said) }],
  })
})

it('a broken name of a key, a body that is no UTF-8 and an address with %00 are refused too', async () => {
  const operator = await world().as('op-perikanan')
  const named = { formVersion: 1, answers: { fields: { 'no\0mor': 'A' }, rows: {} } }
  expect((await operator.put(`${work}/draft`, named, { 'if-none-match': '*' })).status).toBe(400)
  expect(await problem(await operator.get('/api/receipts/a%00b'))).toMatchObject({ code: 'malformed-request' })
  const bytes = new Uint8Array([...new TextEncoder().encode('{"email":"a@'), 0xed, 0xa0, 0x80, 0x22, 0x7d])
  const response = await world().browser().send('POST', '/api/sign-in', { raw: bytes })
  expect(response.status).toBe(400)
  expect(JSON.stringify(await response.json())).toMatch(/UTF-8/)
})

it('emoji, combining marks, and the escaped letters u0000 are kept as they are', async () => {
  const operator = await world().as('op-perikanan')
  const text = 'A\\u0000 \u{1f600}e\u0301'
  const saved = await operator.put(
    `${work}/draft`,
    { formVersion: 1, answers: answers(text) },
    { 'if-match': '"v0-r0"' },
  )
  expect(saved.status).toBe(200)
  const draft = (await (await operator.get(`${work}/draft`)).json()) as { answers: { fields: { nomor: string } } }
  expect(draft.answers.fields.nomor).toBe(text)
})
