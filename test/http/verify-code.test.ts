/** The right code once, by whom it was sent to, while they may; wrong ones say how many tries are left. */
import { describe, expect, it } from 'vitest'
import type { Refused } from '../../functions/domain/refusal.ts'
import { deriveCode } from '../../functions/domain/secrets/code.ts'
import { hashSecret } from '../../functions/domain/secrets/token.ts'
import { standing } from '../../functions/domain/sign-in/session.ts'
import { startSignIn } from '../../functions/domain/sign-in/start-sign-in.ts'
import { verifyCode } from '../../functions/domain/sign-in/verify-code.ts'
import { person } from '../fixtures/region.ts'
import { codeKey, useWorld } from './world.ts'

const world = useWorld('verify-code')
let client = 0

/** A challenge of its own for each test, from a client of its own. */
async function asked(email = 'op-perikanan@lengkap.example') {
  client += 1
  const { deps, clock } = world()
  clock.now = new Date(clock.now.getTime() + 7_200_000)
  const { cookie } = await startSignIn(clock.now, deps, { email, client: `10.1.0.${client}` })
  return { cookie, code: deriveCode(codeKey, cookie.id), client: `10.1.0.${client}` }
}
type Asked = Awaited<ReturnType<typeof asked>>
const verify = ({ cookie, code, client: from }: Partial<Asked>, browser = 'peramban') =>
  verifyCode(world().clock.now, world().deps, { cookie, code: code ?? '', client: from ?? '10.2.0.1', browser }).catch(
    ({ refusal }: Refused) => refusal,
  )
const sessions = (id = 'op-perikanan') => world().deps.signIn.sessions('kota-kupang', id)

describe('the right code', () => {
  it('opens one session, and using it again opens none', async () => {
    const mine = await asked()
    const before = (await sessions()).length
    const opened = await verify(mine)
    expect(opened).toMatchObject({ signedIn: { region: 'kota-kupang', person: { id: 'op-perikanan' } } })
    const { secret } = opened as { secret: string }
    const stored = await sessions()
    expect(stored).toHaveLength(before + 1)
    expect(stored.map(({ hash }) => hash)).toContain(hashSecret(secret))
    expect(JSON.stringify(stored)).not.toContain(secret)
    expect(await verify(mine)).toEqual({ code: 'challenge-over' })
    expect(await sessions()).toHaveLength(before + 1)
  })

  it('sent twice at the same moment opens one session', async () => {
    const mine = await asked()
    const both = await Promise.all([verify(mine), verify(mine)])
    expect(both.filter((each) => 'secret' in each)).toHaveLength(1)
    expect(both).toContainEqual({ code: 'challenge-over' })
  })

  it('without its browser’s secret, or without a challenge at all, opens nothing', async () => {
    const mine = await asked()
    expect(await verify({ ...mine, cookie: undefined })).toEqual({ code: 'challenge-over' })
    const foreign = { ...mine.cookie, secret: 'A'.repeat(43) }
    expect(await verify({ ...mine, cookie: foreign })).toEqual({ code: 'challenge-over' })
    expect(await verify(mine)).toHaveProperty('secret')
  })

  it('of somebody disabled since it was sent is a wrong one', async () => {
    await world().deps.regions.revisePerson('kota-kupang', person('sebentar', ['dinsos']))
    const mine = await asked('sebentar@lengkap.example')
    await world().deps.regions.revisePerson('kota-kupang', person('sebentar', ['dinsos'], { disabled: true }))
    expect(await verify(mine)).toMatchObject({ code: 'wrong-code' })
    expect(await sessions('sebentar')).toEqual([])
  })

  it('of somebody who was erased since is a wrong one', async () => {
    const mine = await asked()
    const { deps, clock } = world()
    const regions = Object.assign(Object.create(deps.regions), { person: async () => undefined })
    const tried = verifyCode(clock.now, { ...deps, regions }, { ...mine, browser: 'peramban' })
    await expect(tried).rejects.toMatchObject({ refusal: { code: 'wrong-code' } })
  })

  it('for an address that nobody has is a wrong one', async () => {
    expect(await verify(await asked('siapa@lengkap.example'))).toEqual({ code: 'wrong-code', triesLeft: 4 })
  })

  it('of the sixth browser ends the session that was unused longest', async () => {
    const { deps } = world()
    const somebody = person('banyak', ['dinsos'])
    await deps.regions.revisePerson('kota-kupang', somebody)
    const mine = await asked('banyak@lengkap.example')
    const minutesAgo = (minutes: number) => new Date(world().clock.now.getTime() - minutes * 60_000).toISOString()
    const facts = { region: 'kota-kupang', personId: 'banyak', standing: standing(somebody) }
    for (const seen of [10, 40, 20, 30, 5])
      await deps.signIn.insertSession({
        ...facts,
        hash: `seen-${seen}`,
        startedAt: minutesAgo(50),
        seenAt: minutesAgo(seen),
      })
    const opened = (await verify(mine)) as { secret: string }
    const kept = (await sessions('banyak'))
      .filter(({ revokedAt }) => revokedAt === undefined)
      .map(({ hash }) => hash)
      .toSorted()
    expect(kept).toEqual([hashSecret(opened.secret), 'seen-10', 'seen-20', 'seen-30', 'seen-5'].toSorted())
  })
})

describe('a wrong code', () => {
  it('leaves four tries, then three, two, one and none; then the right one is worth nothing', async () => {
    const mine = await asked()
    const wrong = { ...mine, code: mine.code === '00000000' ? '11111111' : '00000000' }
    for (const triesLeft of [4, 3, 2, 1, 0]) expect(await verify(wrong)).toEqual({ code: 'wrong-code', triesLeft })
    expect(await verify(wrong)).toEqual({ code: 'challenge-over' })
    expect(await verify(mine)).toEqual({ code: 'challenge-over' })
  })
})

it('one network may answer a hundred times an hour, whatever it answers', async () => {
  const mine = await asked()
  for (let turn = 0; turn < 100; turn += 1)
    expect(await verify({ client: mine.client })).toEqual({ code: 'challenge-over' })
  expect(await verify(mine)).toMatchObject({ code: 'too-many-requests' })
})

it('of one address strangers guess fifty a day together, from whatever network; its known browser goes on', async () => {
  const ask = async (browser?: string) => {
    client += 1
    const ask = { email: 'op-dinsos@lengkap.example', client: `10.3.0.${client}`, browser }
    const { cookie } = await startSignIn(world().clock.now, world().deps, ask)
    return { cookie, code: deriveCode(codeKey, cookie.id), client: ask.client }
  }
  const own = await ask('kantor')
  expect(await verify(own, 'kantor')).toHaveProperty('secret')
  const wrong = (mine: Asked) => verify({ ...mine, code: mine.code === '00000000' ? '11111111' : '00000000' })
  const answers: unknown[] = []
  for (let turn = 0; turn < 11; turn += 1) {
    const stranger = await ask()
    for (let guess = 0; guess < 5; guess += 1) answers.push(await wrong(stranger))
  }
  const counted = (code: string) => answers.filter((each) => (each as { code: string }).code === code).length
  // The right code of the first sign-in came from a browser that was a stranger then.
  expect([counted('wrong-code'), counted('too-many-requests')]).toEqual([49, 6])
  expect(await verify(await ask('kantor'), 'kantor')).toHaveProperty('secret')
})
