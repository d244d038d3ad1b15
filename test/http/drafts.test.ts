/** What a draft promises: nothing typed is lost, and nobody overwrites unseen. */
import { expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-drafts')
const base = (form = 'uji') => `/api/rounds/${roundId}/agencies/perikanan/forms/${form}`
const save = (browser: Browser, tag: string, content: unknown, form?: string) =>
  browser.put(`${base(form)}/draft`, { formVersion: 1, answers: content }, { 'if-match': tag })

it('starts blank, with a base to save on, and says how much is expected', async () => {
  const browser = await world().as('op-perikanan')
  const answer = await browser.get(`${base()}/draft`)
  expect(answer.headers.get('etag')).toBe('"v0-r0"')
  expect(await answer.json()).toMatchObject({ version: 0, savedAt: null, completeness: { expected: 2, answered: 0 } })
})

it('is kept as typed, also half and wrong, and counted', async () => {
  const browser = await world().as('op-perikanan')
  const half = { fields: { nomor: '  ', jumlah: -4 }, rows: { baris: [] } }
  const answer = await save(browser, '"v0-r0"', half)
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"v1-r0"'])
  expect((await (await browser.get(`${base()}/draft`)).json()).answers).toEqual(half)
})

it('says with every reading until when it may be saved, also when the draft has not changed', async () => {
  const browser = await world().as('op-perikanan')
  const closing = async (headers = {}) => (await browser.get(`${base()}/draft`, headers)).headers.get('closes-at')
  const { closesAt } = await (await browser.get(`${base()}/draft`)).json()
  expect([await closing(), await closing({ 'if-none-match': '"v1-r0"' })]).toEqual([closesAt, closesAt])
  const { assignments } = await (await browser.get(`/api/rounds/${roundId}/assignments`)).json()
  expect(assignments.map((each: { closesAt: string }) => each.closesAt)).toContain(closesAt)
})

it('asked for with its own tag is not sent again, and says who saved it', async () => {
  const browser = await world().as('op-perikanan')
  const same = await browser.get(`${base()}/draft`, { 'if-none-match': '"v1-r0"' })
  expect([same.status, await same.text()]).toEqual([304, ''])
  const newer = await browser.get(`${base()}/draft`, { 'if-none-match': '"v0-r0"' })
  expect(await newer.json()).toMatchObject({ version: 1, savedBy: 'op-perikanan', savedByName: 'Nama op-perikanan' })
})

it('of two tabs the second is told, and given what stands', async () => {
  const [one, two] = [await world().as('op-perikanan'), await world().as('dua-dinas')]
  expect((await save(one, '"v1-r0"', answers('satu'))).status).toBe(200)
  const answer = await save(two, '"v1-r0"', answers('dua'))
  expect(answer.status).toBe(412)
  expect(await answer.json()).toMatchObject({
    code: 'draft-conflict',
    currentVersion: 2,
    currentRevision: 0,
    current: { version: 2, savedBy: 'op-perikanan', answers: answers('satu') },
  })
})

it('saved again after a lost answer is no conflict', async () => {
  const browser = await world().as('op-perikanan')
  expect((await save(browser, '"v2-r0"', answers('tiga'))).status).toBe(200)
  const again = await save(browser, '"v2-r0"', answers('tiga'))
  expect([again.status, (await again.json()).version]).toEqual([200, 3])
})

it('of a tab that slept through the submission is refused, and what was typed there is not mixed in', async () => {
  const browser = await world().as('op-perikanan')
  const sent = await browser.post(
    `${base()}/submissions`,
    { answers: answers('tiga') },
    { 'if-match': '"0"', 'idempotency-key': 'draft-key-1' },
  )
  expect(sent.status).toBe(201)
  const stale = await save(browser, '"v3-r0"', answers('basi'))
  expect(await stale.json()).toMatchObject({ status: 412, code: 'draft-conflict', currentRevision: 1 })
  const now = await browser.get(`${base()}/draft`)
  expect(now.headers.get('etag')).toBe('"v3-r1"')
  expect(await now.json()).toMatchObject({ savedAt: null, baseRevision: 1, answers: answers('tiga') })
  expect((await save(browser, '"v3-r1"', answers('empat'))).status).toBe(200)
  expect((await (await browser.get(`${base()}/draft`)).json()).answers).toEqual(answers('empat'))
})

it('without a base, for another form version, or with unknown names is refused', async () => {
  const browser = await world().as('op-perikanan')
  const put = (body: unknown, headers = {}) => browser.put(`${base('tanpa-nihil')}/draft`, body, headers)
  expect((await put({ formVersion: 1, answers: answers() })).status).toBe(428)
  const version = await put({ formVersion: 2, answers: answers() }, { 'if-match': '"v0-r0"' })
  expect(await version.json()).toMatchObject({ status: 409, code: 'form-version-conflict', currentVersion: 1 })
  const unknown = { fields: { rahasia: 1 }, rows: {} }
  const answer = await put({ formVersion: 1, answers: unknown }, { 'if-match': '"v0-r0"' })
  expect(await answer.json()).toMatchObject({ status: 422, errors: [{ pointer: '/fields/rahasia' }] })
})

it('after the final instant is refused with the date, and what was saved stays readable', async () => {
  world().clock.now = at(18, '00:00')
  const browser = await world().as('op-perikanan')
  const answer = await save(browser, '"v4-r1"', answers('lima'))
  expect(await answer.json()).toMatchObject({ status: 409, code: 'round-closed', closedOn: '2026-02-17' })
  expect((await (await browser.get(`${base()}/draft`)).json()).answers).toEqual(answers('empat'))
})
