/** While no mail goes: coordinators see since when and why, and hand each person who asked his code, once, with both names kept. */
import { expect, it } from 'vitest'
import { useWorld } from './world.ts'

const world = useWorld('mail-service')
const read = async (response: Response) => ({
  status: response.status,
  body: (await response.json()) as Record<string, unknown>,
})
const pass = (seconds: number) => {
  world().clock.now = new Date(world().clock.now.getTime() + seconds * 1_000)
}
const post = '/api/people/op-perikanan/sign-in-code'

it('a code is handed over only while mail is down, to who asked, once, and it opens that browser only', async () => {
  const { deps, clock } = world()
  const coordinator = await world().as('koordinator')
  const asking = world().browser()
  await asking.post('/api/sign-in', { email: 'op-perikanan@lengkap.example' })
  expect(await read(await coordinator.get('/api/mail-service'))).toMatchObject({
    body: { mail: { state: 'ok' }, waiting: [] },
  })
  expect((await coordinator.post(post)).status).toBe(422)

  await deps.breaker.refuse(clock.now, { trouble: 'paused', reason: 'AccountSendingPaused' })
  pass(61)
  const state = await read(await coordinator.get('/api/mail-service'))
  expect(state.body).toMatchObject({
    mail: { state: 'held', trouble: 'paused' },
    waiting: [{ person: { id: 'op-perikanan' } }],
    handed: [],
  })
  expect((await (await world().as('viewer')).get('/api/mail-service').then(read)).body.waiting).toEqual([])
  expect((await (await world().as('op-dinsos')).post(post)).status).toBe(403)

  const handed = await Promise.all([coordinator.post(post), coordinator.post(post)])
  expect(handed.map(({ status }) => status).sort()).toEqual([200, 422])
  const { code } = (await handed.find(({ status }) => status === 200)!.json()) as { code: string }
  expect(code).toMatch(/^\d{4} \d{4}$/)
  expect((await world().browser().post('/api/sign-in/verify', { code })).status).toBe(401)
  expect((await asking.post('/api/sign-in/verify', { code })).status).toBe(200)

  expect((await read(await coordinator.get('/api/mail-service'))).body).toMatchObject({
    waiting: [],
    handed: [{ person: { id: 'op-perikanan' }, by: { id: 'koordinator' } }],
  })
  expect(world().logs).toContainEqual(expect.objectContaining({ personId: 'op-perikanan', by: 'koordinator' }))
  expect(JSON.stringify(world().logs)).not.toContain(code.replace(' ', ''))
})

it('is found by the day on which it ends, without reading all mails of signing in, also past midnight', async () => {
  const { deps, clock } = world()
  clock.now = new Date('2026-02-14T23:55:00Z')
  await deps.breaker.refuse(clock.now, { trouble: 'paused', reason: 'AccountSendingPaused' })
  await world().browser().post('/api/sign-in', { email: 'op-perikanan@lengkap.example' })
  const { list } = deps.notices
  deps.notices.list = async () => Promise.reject(new Error('all of them'))
  try {
    for (const [seconds, status] of [
      [61, 200],
      [0, 422],
    ] as const) {
      pass(seconds)
      expect((await (await world().as('koordinator')).post(post)).status).toBe(status)
    }
    await world().browser().post('/api/sign-in', { email: 'op-dinsos@lengkap.example' })
    pass(300)
    expect(clock.now.toISOString().slice(0, 10)).toBe('2026-02-15')
    expect((await (await world().as('koordinator')).post('/api/people/op-dinsos/sign-in-code')).status).toBe(200)
  } finally {
    deps.notices.list = list
  }
})

it('ends with the ten minutes, and never for who has not asked', async () => {
  const { deps, clock } = world()
  await deps.breaker.refuse(clock.now, { trouble: 'paused', reason: 'AccountSendingPaused' })
  pass(61)
  const coordinator = await world().as('koordinator')
  await world().browser().post('/api/sign-in', { email: 'op-dinsos@lengkap.example' })
  pass(601)
  const statuses = { 'op-dinsos': 422, 'kepala-dinsos': 422, 'orang-asing': 404, nobody: 404 }
  for (const [person, status] of Object.entries(statuses)) {
    expect((await coordinator.post(`/api/people/${person}/sign-in-code`)).status, person).toBe(status)
  }
})
