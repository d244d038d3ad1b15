/** Internal notes: written among coordinators about a submission, kept through its revisions. Who may not see them: access.test.ts. */
import { beforeAll, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-internal-notes')
const work = (agency = 'perikanan', round = roundId) => `/api/rounds/${round}/agencies/${agency}/forms/uji`
let coordinator: Browser

async function submit(operatorOf: string, base: number, round = roundId) {
  const operator = await world().as(`op-${operatorOf}`)
  const headers = { 'if-match': `"${base}"`, 'idempotency-key': `note-test-${operatorOf}-${base}` }
  const sent = await operator.post(`${work(operatorOf, round)}/submissions`, { answers: answers(`A/${base}`) }, headers)
  expect(sent.status).toBe(201)
}
const write = (text: string, more: { revision?: number; requestKey?: string; agency?: string } = {}) => {
  const { agency, ...given } = more
  return coordinator.post(`${work(agency)}/notes`, {
    revision: 1,
    requestKey: `key of ${text}`.replace(/ /g, '-'),
    text,
    ...given,
  })
}
const read = async (agency = 'perikanan') => (await (await coordinator.get(`${work(agency)}/notes`)).json()).notes
const texts = async (agency?: string) => (await read(agency)).map(({ text }: { text: string }) => text)

beforeAll(async () => {
  world().clock.now = at(11, '10:00')
  coordinator = await world().as('koordinator')
  await submit('perikanan', 0)
  await submit('dinsos', 0)
})

it('a note says who wrote it, when and about which revision; it outlives the next revision', async () => {
  expect((await write('Angka pagu perlu dicocokkan dengan BKAD.')).status).toBe(201)
  await submit('perikanan', 1)
  expect((await write('Sudah cocok.', { revision: 2 })).status).toBe(201)
  expect(await read()).toMatchObject([
    { number: 2, revision: 2, text: 'Sudah cocok.' },
    {
      number: 1,
      revision: 1,
      text: 'Angka pagu perlu dicocokkan dengan BKAD.',
      by: 'koordinator',
      byName: 'Nama koordinator',
      at: at(11, '10:00').toISOString(),
    },
  ])
  expect(await read('dinsos')).toEqual([])
})

it('the same request again is the same note; its key with other words is refused', async () => {
  const first = await (await write('Telepon Pak Yohanes dulu.')).json()
  const before = await texts()
  expect(await (await write('Telepon Pak Yohanes dulu.')).json()).toEqual(first)
  const other = await write('Lain.', { requestKey: 'key-of-Telepon-Pak-Yohanes-dulu.' })
  expect(await other.json()).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  expect(await texts()).toEqual(before)
})

it('notes that are written at once are all kept, each with a number of its own', async () => {
  const sent = ['satu', 'dua', 'tiga'].map((text) => write(text, { agency: 'dinsos', requestKey: `at-once-${text}` }))
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([201, 201, 201])
  const notes = await read('dinsos')
  expect(notes.map(({ number }: { number: number }) => number)).toEqual([3, 2, 1])
  expect((await texts('dinsos')).toSorted()).toEqual(['dua', 'satu', 'tiga'])
})

it('the queue is told how many notes each form has, and the latest', async () => {
  const { notes } = await (await coordinator.get(`/api/rounds/${roundId}/notes`)).json()
  const said = notes.map((each: { agencyId: string; count: number; last: { number: number } }) => [
    each.agencyId,
    each.count,
    each.last.number,
  ])
  expect(said).toEqual([
    ['dinsos', 3, 3],
    ['perikanan', 3, 3],
  ])
  expect(JSON.stringify(notes)).not.toContain('requestKey')
})

it('a note is about something that was sent, and says something', async () => {
  expect((await write('Belum ada.', { revision: 9 })).status).toBe(404)
  expect((await write('   ')).status).toBe(400)
  expect((await write('x'.repeat(2_001))).status).toBe(400)
  expect(
    (await coordinator.post(`${work('kec-uji')}/notes`, { revision: 1, text: 'x', requestKey: 'some-key-1' })).status,
  ).toBe(404)
})

it('a note neither decides nor tells anybody: status, reviews and planned mails stay as they were', async () => {
  const submissions = async () => (await coordinator.get(`${work()}/submissions`)).json()
  const [before, planned] = [await submissions(), world().planned.length]
  await write('Diam saja.')
  expect(await submissions()).toEqual(before)
  expect(world().planned).toHaveLength(planned)
})

it('a copy into rehearsal begins without notes, and those written there stay there, by its own clock', async () => {
  const made = await coordinator.post(`/api/rounds/${roundId}/rehearsals`)
  const { id } = await made.json()
  await submit('perikanan', 0, id)
  const notes = `${work('perikanan', id)}/notes`
  expect(await (await coordinator.get(notes)).json()).toEqual({ notes: [] })
  const body = { revision: 1, text: 'Hanya latihan.', requestKey: 'rehearsal-note' }
  expect((await coordinator.post(notes, body)).status).toBe(201)
  expect(await (await coordinator.get(notes)).json()).toMatchObject({
    notes: [{ text: 'Hanya latihan.', at: at(10, '09:00').toISOString() }],
  })
  expect(await texts()).not.toContain('Hanya latihan.')
  const asOperator = await coordinator.get(`${notes}?as=op-perikanan`)
  expect(asOperator.status).toBe(403)
})
