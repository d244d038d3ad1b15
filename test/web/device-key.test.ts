/** What a browser keeps of a person is locked with that person's key: read by nobody else, and lost to nobody. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lock, seal, unlock, unseal } from '../../web/device/device-key.ts'
import { forgetLast, lastWords, putLastWord } from '../../web/device/last-word.ts'

const keys = { maria: 'A'.repeat(43), yohana: `${'B'.repeat(42)}A` }
const draft = { answers: { fields: { nama: 'Maria Bessie' } } }
const settle = () => new Promise((done) => setTimeout(done, 20))

beforeEach(async () => {
  localStorage.clear()
  await unlock('maria', keys.maria)
  await settle()
})
afterEach(() => lock(true))

it('what was sealed is read again by its person, and holds no word of it', async () => {
  const sealed = await seal(draft)
  expect(JSON.stringify([...new Uint8Array(sealed.data)].map((code) => String.fromCharCode(code)))).not.toContain(
    'Maria',
  )
  expect(await unseal(sealed)).toEqual(draft)
})

it('another person reads nothing of it, and its own person does again after a new sign-in', async () => {
  const sealed = await seal(draft)
  await unlock('yohana', keys.yohana)
  expect(await unseal(sealed)).toBeUndefined()
  expect(await unseal({ ...sealed, of: 'yohana' })).toBeUndefined()
  await unlock('maria', keys.maria)
  expect(await unseal(sealed)).toEqual(draft)
})

it('after the session is over nothing is read here, yet what is typed in the open page is still kept, locked', async () => {
  await lock()
  const sealed = await seal(draft)
  expect(await unseal(sealed)).toBeUndefined()
  putLastWord('draf|maria|w1', draft)
  expect(await lastWords('draf|maria|')).toEqual([])
  await unlock('maria', keys.maria)
  expect(await unseal(sealed)).toEqual(draft)
  expect((await lastWords('draf|maria|')).map(({ value }) => value)).toEqual([draft])
})

it('after a sign-out nothing more is kept', async () => {
  await lock(true)
  await expect(seal(draft)).rejects.toThrow('locked')
  putLastWord('draf|maria|w1', draft)
  expect(localStorage.length).toBe(0)
})

it('a last word is written at once, sealed, with a pad of its own each time', async () => {
  putLastWord('draf|maria|w1', draft)
  const first = localStorage.getItem('lengkap-terakhir|draf|maria|w1') ?? ''
  expect(first).not.toContain('Maria')
  expect((await lastWords('draf|maria|')).map(({ value }) => value)).toEqual([draft])
  await settle()
  putLastWord('draf|maria|w1', draft)
  expect(localStorage.getItem('lengkap-terakhir|draf|maria|w1')).not.toBe(first)
  forgetLast('draf|maria|w1')
  expect(localStorage.length).toBe(0)
})

it('a last word of an earlier release, kept as it was, is still taken over', async () => {
  const word = { of: 'draf|maria|r1|dinsos|f|', at: Date.now(), value: draft }
  localStorage.setItem('lengkap-terakhir', JSON.stringify(word))
  expect((await lastWords('draf|maria|r1|dinsos|f|')).map(({ value }) => value)).toEqual([draft])
})
