/** Who is taken for whom: a session that is there, of a person who is there, and how often its use is noted. */
import { expect, it } from 'vitest'
import { assertFresh, freshMinutes } from '../../functions/domain/sign-in/assert-fresh.ts'
import { identify } from '../../functions/domain/sign-in/identify.ts'
import {
  readSessionCookie,
  type Session,
  standing,
  writeSessionCookie,
} from '../../functions/domain/sign-in/session.ts'
import { person } from '../fixtures/region.ts'
import { at } from '../fixtures/round.ts'
import { useWorld } from './world.ts'

const world = useWorld('identify')
const now = at(11, '10:00')
const somebody = person('sari', ['dinsos'])
const session: Session = {
  region: 'kota-kupang',
  personId: 'sari',
  hash: 'x',
  standing: standing(somebody),
  startedAt: now.toISOString(),
  seenAt: now.toISOString(),
}
const cookie = writeSessionCookie({ region: 'kota-kupang', personId: 'sari', secret: 'A'.repeat(43) })
const noted: Date[] = []
const ports = (found: { session?: Session | undefined; person?: typeof somebody | undefined }) => ({
  signIn: Object.assign(Object.create(world().deps.signIn), {
    session: async () => found.session,
    touchSession: async (when: Date) => void noted.push(when),
  }),
  regions: Object.assign(Object.create(world().deps.regions), { person: async () => found.person }),
})
const refusal = { refusal: { code: 'not-signed-in' } }

it('nobody is signed in by a session that is not there, of a person who is not there, or by no cookie', async () => {
  expect(readSessionCookie(cookie)).toMatchObject({ personId: 'sari' })
  await expect(identify(now, ports({ person: somebody }), cookie)).rejects.toMatchObject(refusal)
  await expect(identify(now, ports({ session }), cookie)).rejects.toMatchObject(refusal)
  await expect(identify(now, ports({}), cookie)).rejects.toMatchObject(refusal)
  await expect(identify(now, ports({ session, person: somebody }), undefined)).rejects.toMatchObject(refusal)
})

it('the use of a session is noted once a minute', async () => {
  const found = ports({ session, person: somebody })
  const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
  expect((await identify(later(59), found, cookie)).session.seenAt).toBe(session.seenAt)
  expect(noted).toEqual([])
  expect((await identify(later(60), found, cookie)).session.seenAt).toBe(later(60).toISOString())
  expect(noted).toEqual([later(60)])
})

it('a sign-in is fresh to the end of its fifteenth minute', () => {
  const after = (ms: number) => () => assertFresh(new Date(now.getTime() + freshMinutes * 60_000 + ms), { session })
  expect(after(0)).not.toThrow()
  expect(after(1)).toThrow()
})

it('an answer is in the language that the request asks for, else in the person’s own', async () => {
  const browser = await world().as('op-perikanan')
  const said = async (headers?: Record<string, string>) =>
    (await (await browser.get('/api/rounds/tidak-ada/completeness', headers)).json()).detail
  const own = await said()
  expect(await said({ 'accept-language': 'id' })).toBe(own)
  expect(await said({ 'accept-language': 'en' })).not.toBe(own)
})
