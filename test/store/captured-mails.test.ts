/** The law of captured mails: once a notice, the list without bodies, and rounds and rehearsals listed apart. */
import { expect, it } from 'vitest'
import { createCapturedMails } from '../../functions/store/captured-mails.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { at, round, roundId } from './samples.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

const endpoint = useStoreEndpoint('captured-mails')
const rehearsal = `latihan-${roundId}-1`
const mail = {
  nid: 'A'.repeat(26),
  kind: 'opening',
  recipientId: 'operator-dlhk',
  why: 'uji',
  at,
  outcome: 'captured',
  subject: 'S',
} as const

it('keeps a mail once, and its body apart from the list', async () => {
  const captured = createCapturedMails(endpoint().table)
  const body = { subject: 'S', text: 'T', html: '<p>T</p>' }
  await captured.insert('r', rehearsal, mail, body)
  await captured.insert('r', rehearsal, mail, body)
  await captured.insert('r', rehearsal, { ...mail, nid: 'B'.repeat(26), outcome: 'cancelled', reason: 'done' })
  expect((await captured.list('r', rehearsal)).map(({ nid, outcome }) => nid[0] + outcome)).toEqual([
    'Acaptured',
    'Bcancelled',
  ])
  expect(await captured.body('r', rehearsal, mail.nid)).toEqual(body)
  expect(await captured.body('r', rehearsal, 'B'.repeat(26))).toBeUndefined()
  expect(await captured.list('r', 'latihan-lain-1')).toEqual([])
})

it('a rehearsal is listed with rehearsals only, and its clock moves are facts of it', async () => {
  const rounds = createRounds(endpoint().table)
  await rounds.insertRound('r', round())
  await rounds.insertRound('r', round({ id: rehearsal, rehearsal: { of: roundId, startsAt: at } }))
  expect(await rounds.list('r')).toEqual([roundId])
  expect(await rounds.listRehearsals('r')).toEqual([rehearsal])
  const move = (number: number, by = 'k') => ({ at, by, number, now: at })
  for (const number of [2, 10, 1]) await rounds.insertClockMove('r', rehearsal, move(number))
  expect((await rounds.load('r', rehearsal))?.clock).toEqual([move(1), move(2), move(10)])
  expect(await rounds.insertClockMove('r', rehearsal, move(1, 'lain'))).toEqual({ inserted: false, existing: move(1) })
})
