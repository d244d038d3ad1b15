/** Regions never meet: no address, form or person of one is in another's way, or betrays that it is there. */
import { beforeAll, expect, it } from 'vitest'
import { createAddressBook } from '../../functions/store/addresses.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { person } from '../fixtures/region.ts'
import type { Browser } from '../http/browser.ts'
import { useWorld } from '../http/world.ts'

const world = useWorld('security-regions')
const shared = 'berdua@lengkap.example'
const content = (id: string, agency: string) => ({
  ...{ id, name: 'Nama', title: 'Operator', email: shared, role: 'operator', agencyIds: [agency] },
  ...{ language: 'id', disabled: false },
})
let here: Browser
let there: Browser

beforeAll(async () => {
  here = await world().as('koordinator')
  there = await world().signedIn('koordinator-asing')
})

async function verify(browser: Browser, region?: string) {
  const body = { code: world().codeOf(browser), ...(region === undefined ? {} : { region }) }
  const answer = await browser.post('/api/sign-in/verify', body)
  return { status: answer.status, body: await answer.json() }
}

it('an address of one region is free in another, and taken within its own', async () => {
  expect((await there.post('/api/directory/people', content('berdua', 'asing'))).status).toBe(201)
  expect((await here.post('/api/directory/people', content('berdua', 'perikanan'))).status).toBe(201)
  const again = await here.post('/api/directory/people', content('lain', 'perikanan'))
  expect(await again.json()).toMatchObject({ errors: [{ pointer: '/email', code: 'address-taken' }] })
})

it('two who claim it at once in one region are one; each region has its own', async () => {
  const regions = createRegions(world().table, 'a key of the installation with 32 characters')
  const claim = (region: string, personId: string) =>
    regions.claimAddress(new Date(), { region, personId, email: 'balap@lengkap.example', revision: 1 })
  const claims = await Promise.all([claim('a', 'x'), claim('a', 'y'), claim('b', 'x'), claim('b', 'z')])
  expect([claims.slice(0, 2), claims.slice(2)].map((pair) => pair.filter(Boolean).length)).toEqual([1, 1])
})

it('whoever is known in both is asked where to, once the code is right, and by nobody before', async () => {
  const browser = world().browser()
  const sent = await browser.post('/api/sign-in', { email: shared })
  expect(await sent.text()).not.toMatch(/kupang|lain/i)
  const wrong = await browser.post('/api/sign-in/verify', { code: '1', region: 'lain' })
  expect(await wrong.json()).toMatchObject({ code: 'wrong-code' })
  const asked = await verify(browser)
  expect(asked).toMatchObject({ status: 409, body: { code: 'region-choice' } })
  expect(asked.body.regions.map(({ region }: { region: string }) => region)).toEqual(['kota-kupang', 'lain'])
  expect(await verify(browser, 'kota-ende')).toMatchObject({ status: 409 })
  expect(await verify(browser, 'lain')).toMatchObject({ status: 200, body: { region: 'lain', id: 'berdua' } })
  // The code is spent: the other region needs one of its own.
  expect((await verify(browser, 'kota-kupang')).status).toBe(401)
  expect((await browser.get('/api/rounds')).status).toBe(200)
})

it('somebody who is put out in one region goes straight into the other', async () => {
  expect((await there.post('/api/directory/people/berdua/deactivation')).status).toBe(200)
  const browser = world().browser()
  await browser.post('/api/sign-in', { email: shared })
  expect(await verify(browser)).toMatchObject({ status: 200, body: { region: 'kota-kupang' } })
})

it('an address stands in no key but under a keyed hash, and signposts of older releases are followed', async () => {
  const { table } = world()
  const key = 'a key of the installation with 32 characters'
  const old = createAddressBook(table)
  const book = createAddressBook(table, key)
  await old.post('lama@dinas.example', 'kota-kupang', 'lama')
  await book.post('Baru@Dinas.example ', 'kota-kupang', 'baru')
  expect(await book.places('lama@dinas.example')).toEqual([{ region: 'kota-kupang', personId: 'lama' }])
  expect(await book.places('baru@dinas.example')).toEqual([{ region: 'kota-kupang', personId: 'baru' }])
  // Whoever has the table and guesses the address finds nothing without the key.
  expect(await old.places('baru@dinas.example')).toEqual([])
  expect(await createAddressBook(table, `${key}!`).places('baru@dinas.example')).toEqual([])
  // As an older release wrote it: one owner for all regions.
  const regions = createRegions(table)
  await regions.revisePerson('kota-kupang', person('lama', ['perikanan'], { email: 'lama@dinas.example' }))
  expect((await createRegions(table, key).peopleByEmail('lama@dinas.example'))[0]?.person.id).toBe('lama')
})
