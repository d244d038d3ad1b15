/** The call list over HTTP: whom to call, that somebody was called, by two at once, by mistake. Who may not see it: access.test.ts. */
import { beforeAll, expect, it } from 'vitest'
import type { CallList } from '../../functions/schema/call.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { roundId, useWorld } from './world.ts'

const world = useWorld('http-calls')
const path = `/api/rounds/${roundId}/calls`
let coordinator: Browser

beforeAll(async () => {
  world().clock.now = at(12, '09:00')
  coordinator = await world().as('koordinator')
})
const read = async (query = ''): Promise<CallList> => (await coordinator.get(path + query)).json()
const note = (agencyId: string, more: object = {}) =>
  coordinator.post(path, { agencyId, requestKey: `kunci-${agencyId}`, ...more })
const ids = (entries: readonly { agencyId: string }[]) => entries.map(({ agencyId }) => agencyId)

it('names who has entered nothing, with reasons in the language that is asked for, and answers over answers', async () => {
  const { today, later, calls } = await read()
  expect([ids(today).toSorted(), later, calls]).toEqual([['dinsos', 'perikanan'], [], []])
  expect(today[0]?.reasons).toContain('belum ada isian')
  expect(today[0]).toMatchObject({ answered: 0, expected: 4 })
  expect((await read('?language=en')).today[0]?.reasons).toContain('nothing entered yet')
})

it('whoever is noted leaves the day’s five; the same request again is the same call, its key with another note is refused', async () => {
  const answer = await note('dinsos', { note: '  Bu Ina berjanji mengirim Jumat. ' })
  expect(answer.status).toBe(201)
  const list = (await answer.json()) as CallList
  expect([ids(list.today), list.calledToday]).toEqual([['perikanan'], 1])
  expect(list.calls).toMatchObject([
    {
      agencyId: 'dinsos',
      number: 1,
      byName: 'Nama koordinator',
      note: 'Bu Ina berjanji mengirim Jumat.',
      at: at(12, '09:00').toISOString(),
      today: true,
      sentSince: false,
      takenBack: false,
    },
  ])
  const again = await note('dinsos', { note: 'Bu Ina berjanji mengirim Jumat.' })
  expect([again.status, await again.json()]).toEqual([201, list])
  expect(await (await note('dinsos', { note: 'Lain.' })).json()).toMatchObject({ code: 'idempotency-key-reused' })
  expect((await world().deps.rounds.load('kota-kupang', roundId))?.calls?.[0]?.asked.toSorted()).toEqual([
    'dinsos',
    'perikanan',
  ])
})

it('two who note at once are both kept, and each is answered what the other did', async () => {
  const both = await Promise.all(['satu', 'dua'].map((key) => note('perikanan', { requestKey: `at-once-${key}` })))
  expect(both.map(({ status }) => status)).toEqual([201, 201])
  const { today, calledToday, calls } = await read()
  expect([today, calledToday]).toEqual([[], 2])
  expect(
    calls
      .filter(({ agencyId }) => agencyId === 'perikanan')
      .map(({ number }) => number)
      .toSorted(),
  ).toEqual([1, 2])
})

it('a call noted by mistake is taken back: the agency stands on the list again, and the history keeps both', async () => {
  const list = (await (await note('dinsos', { takesBack: 1, requestKey: 'batal-dinsos' })).json()) as CallList
  expect(ids(list.today)).toEqual(['dinsos'])
  expect(list.calls.find(({ agencyId }) => agencyId === 'dinsos')).toMatchObject({ takenBack: true })
  expect((await note('dinsos', { takesBack: 1, requestKey: 'batal-lagi' })).status).toBe(404)
  expect((await note('tanpa-tugas')).status).toBe(404)
  expect((await note('dinsos', { note: 'x'.repeat(501), requestKey: 'terlalu-panjang' })).status).toBe(400)
})

it('nobody is mailed, and nobody but coordinators is told: an operator’s round holds no call', async () => {
  const planned = world().planned.length
  await note('dinsos', { note: 'Kenari panggilan', requestKey: 'kenari-dinsos' })
  expect(world().planned).toHaveLength(planned)
  for (const id of ['op-dinsos', 'viewer']) {
    const other = await world().as(id)
    expect((await other.get(path)).status).toBe(403)
    for (const own of ['', '/assignments', '/completeness']) {
      expect(await (await other.get(`/api/rounds/${roundId}${own}`)).text()).not.toContain('Kenari')
    }
  }
})
