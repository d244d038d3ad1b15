/** What an unattended screen must not do: these acts need a code of the last 15 minutes, whoever else is signed in for long. */
import { expect, it } from 'vitest'
import { openApiDocument, operationsOf } from '../../functions/http/docs.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { roundId, useWorld } from './world.ts'

const world = useWorld('http-step-up')
const base = `/api/rounds/${roundId}`
const head = 'Kode;Nama;Jabatan;Alamat surel;Telepon;Peran;Perangkat daerah;Kode wakil;Bahasa;Nonaktif'
const people = `${head}\nsari;Sari;Operator;sari@lengkap.example;;Operator;dinsos;;Indonesia;`
const octets = { 'content-type': 'application/octet-stream' }

const upload = (path: string) => (browser: Browser) => browser.send('POST', path, { raw: people, headers: octets })
const read = (path: string) => (browser: Browser) => browser.get(path)
const person = async (browser: Browser) =>
  (await (await browser.get('/api/directory/people/op-dinsos')).json()).revisions[0]

const acts: Record<string, (browser: Browser) => Promise<Response>> = {
  'adding a person': async (browser) =>
    browser.post('/api/directory/people', { ...(await person(browser)), id: 'budi', email: 'budi@lengkap.example' }),
  'changing an address': async (browser) => {
    const now = await person(browser)
    const changed = { ...now, email: 'lain@lengkap.example' }
    return browser.put('/api/directory/people/op-dinsos', changed, { 'if-match': `"${now.revision}"` })
  },
  'people by workbook': upload('/api/directory/workbooks/people?confirm=true'),
  'closing for one agency': (browser) =>
    browser.post(`${base}/windows`, { kind: 'close', reason: 'Selesai', agencyIds: ['dinsos'] }),
  'closing the round': (browser) => browser.post(`${base}/windows`, { kind: 'close', reason: 'Selesai' }),
  'all answers as a workbook': read(`${base}/export.xlsx`),
  'all answers as CSV': read(`${base}/export.csv?form=uji`),
  'all answers as pages': read(`${base}/results/uji`),
}

it.each(Object.entries(acts))('%s is refused 15 minutes after the code, and done after a new one', async (_, act) => {
  world().clock.now = at(11, '10:00')
  const coordinator = await world().as('koordinator')
  world().clock.now = new Date(at(11, '10:15').getTime() + 1)
  const refused = await act(coordinator)
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ code: 'fresh-sign-in-required' })
  expect((await coordinator.get('/api/me')).status, 'the session itself goes on').toBe(200)
  const done = await act(await world().as('koordinator'))
  expect(done.status, await done.clone().text()).toBeLessThan(300)
})

it('nothing of a refused act was done', async () => {
  world().clock.now = at(11, '11:00')
  const coordinator = await world().as('koordinator')
  world().clock.now = at(11, '11:16')
  const before = await (await coordinator.get('/api/directory')).json()
  for (const act of Object.values(acts)) expect((await act(coordinator)).status).toBe(401)
  expect(await (await coordinator.get('/api/directory')).json()).toEqual(before)
})

it.each<[string, (browser: Browser) => Promise<Response>]>([
  ['looking at a file of people', upload('/api/directory/workbooks/people')],
  ['extending', (browser) => browser.post(`${base}/windows`, { kind: 'extend', closesOn: '2026-02-25', reason: 'x' })],
  ['the board', read(`${base}/completeness`)],
])('%s needs no new code', async (_, act) => {
  world().clock.now = at(11, '12:00')
  const coordinator = await world().as('koordinator')
  world().clock.now = at(11, '12:25')
  expect((await act(coordinator)).status).toBeLessThan(300)
})

it('a viewer too exports only after a fresh code, and a stranger hears 403 before anything else', async () => {
  world().clock.now = at(11, '13:00')
  const [viewer, operator] = [await world().as('viewer'), await world().as('op-dinsos')]
  world().clock.now = at(11, '13:16')
  expect((await viewer.get(`${base}/export.xlsx`)).status).toBe(401)
  expect((await operator.get(`${base}/export.xlsx`)).status).toBe(403)
})

it('the description of the API says of an export that it needs a fresh code, and of the board that it does not', () => {
  const fresh = operationsOf(openApiDocument(world().app as never)).filter((operation) => operation.fresh)
  const paths = fresh.map(({ path }) => path)
  expect(paths).toContain('/api/rounds/{round}/export.xlsx')
  expect(paths).not.toContain('/api/rounds/{round}/completeness')
})
