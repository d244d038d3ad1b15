/** Many senders and many mails at once: the rate is one, what a run keeps of a region is never older than what it says, and calls stay few. */
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Mailer } from '../../functions/domain/notices/ledger/mailer.ts'
import { createPace } from '../../functions/mail/pace.ts'
import { createMailRate } from '../../functions/store/mail-service.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable } from '../../functions/store/table.ts'
import { answers, person, round, roundId, settings, submission } from '../store/samples.ts'
import { answering, receipt, region, useWorlds, type World } from './dispatch-world.ts'

const world = useWorlds('dispatch-together')

const receipts = (count: number) => Array.from({ length: count }, (_, n) => receipt(`many-${n}`))

describe('two dispatchers at once', () => {
  it('together keep the rate of the account, and neither waits for the other to end', { timeout: 30_000 }, async () => {
    const w = await world()
    await w.plan(...receipts(60))
    const wall = () => performance.timeOrigin + performance.now()
    const sent: { by: string; at: number }[] = []
    const sender = (by: string): Mailer => ({
      evidence: true,
      paced: createPace(async () => 20, { wall, rate: createMailRate(w.table, wall) }),
      send: async ({ nid }) => {
        sent.push({ by, at: wall() })
        return { outcome: 'accepted', messageId: nid }
      },
    })
    await Promise.all([w.dispatch({ mailer: sender('a') }), w.dispatch({ mailer: sender('b') })])
    expect(sent).toHaveLength(60)
    expect(new Set(sent.map(({ by }) => by))).toEqual(new Set(['a', 'b']))
    const seconds = ((sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0)) / 1_000
    // 16 a second of 20; alone each of them would have sent at 16 of its own.
    expect(60 / seconds).toBeLessThanOrEqual(20)
  })
})

it('a mail that the table stops just before it goes leaves its place in the rate to the next', async () => {
  const w = await world()
  await w.plan(...receipts(3))
  const places = { taken: 0, back: 0 }
  const mailer: Mailer = {
    evidence: true,
    paced: async () => {
      places.taken++
      return () => void places.back++
    },
    send: async ({ nid }) => ({ outcome: 'accepted', messageId: nid }),
  }
  let calls = 0
  const take: typeof w.ledger.take = async (...given) => {
    if (++calls === 2) throw new Error('the table does not answer')
    return w.ledger.take(...given)
  }
  expect(await w.dispatch({ mailer, ledger: { ...w.ledger, take } })).toMatchObject({ sent: 2, retrying: 1 })
  expect(places).toEqual({ taken: 3, back: 1 })
})

describe('what a run keeps of a region', () => {
  /** The world's rounds in another process, which shares no memory. */
  const elsewhere = (w: World, wall?: () => number) => createRounds(createTable(w.client, w.tableName), wall)
  const hours = (n: number) => () => performance.timeOrigin + performance.now() + n * 3_600_000

  it('still sends nothing about work that was sent in meanwhile, by whatever process', async () => {
    const w = await world()
    const keys = await w.plan(...receipts(30))
    const mailer = answering({ outcome: 'accepted', messageId: 'm' })
    const send = mailer.send
    mailer.send = async (mail) => {
      const outcome = await send(mail)
      if (mailer.sent.length === 10)
        await elsewhere(w).insertSubmission(region, roundId, submission(1, answers(1)), answers(1))
      return outcome
    }
    expect(await w.dispatch({ mailer }, { atOnce: 1 })).toMatchObject({ sent: 10, cancelled: 20 })
    expect(keys).toHaveLength(30)
  })

  it('does not believe what was loaded while a fact was on its way', async () => {
    const w = await world()
    const writer = elsewhere(w)
    const table = createTable(w.client, w.tableName)
    // Announced, but not yet there.
    let commit = () => {}
    const held = new Promise<void>((resolve) => (commit = resolve))
    const slow = createRounds({
      ...table,
      insertIfAbsent: async (item) => {
        if (item.sk.startsWith('SUBMISSION')) await held
        return table.insertIfAbsent(item)
      },
    })
    const writing = slow.insertSubmission(region, roundId, submission(1, answers(1)), answers(1))
    await expect
      .poll(async () => (await table.get({ pk: `VERSION#${region}`, sk: 'VERSION' }))?.told)
      .toBeGreaterThan(2)
    await sleep(20)
    await w.plan(...receipts(30))
    const mailer = answering({ outcome: 'accepted', messageId: 'm' })
    const send = mailer.send
    mailer.send = async (mail) => {
      const outcome = await send(mail)
      if (mailer.sent.length === 5) {
        commit()
        await writing
      }
      return outcome
    }
    expect(await w.dispatch({ mailer }, { atOnce: 1 })).toMatchObject({ sent: 5, cancelled: 25 })
    expect(await writer.load(region, roundId)).toMatchObject({ submissions: [{ revision: 1 }] })
  })

  it('reads the agency whose facts moved by itself, and the others from what it keeps', async () => {
    const w = await world()
    await elsewhere(w, hours(-1)).insertSubmission(region, roundId, submission(1, answers(1)), answers(1))
    const shared = async (ids: string[]) => (await w.rounds.shared(region))?.holds(ids)
    expect(await shared(['dlhk', 'dinsos'])).toBe(true)
    await elsewhere(w).insertSubmission(region, roundId, submission(2, answers(2)), answers(2))
    expect(await shared(['dlhk'])).toBe(false)
    expect(await shared(['dinsos'])).toBe(true)
    await w.regions.revisePerson(region, person('operator-dinsos'))
    expect(await shared(['dinsos'])).toBe(true)
    await elsewhere(w).insertRound(region, round({ revision: 2 }))
    expect((await (await w.rounds.shared(region))?.load(roundId))?.round.revision).toBe(2)
  })

  it('takes the mails of a minute region by region, and those of an earlier minute first', async () => {
    const w = await world()
    await w.regions.reviseSettings(settings('kota-lain'))
    await w.regions.revisePerson('kota-lain', person('operator-dlhk'))
    const mixed = Array.from({ length: 12 }, (_, n) =>
      receipt(`mixed-${n}`, { region: n % 2 === 0 ? region : 'kota-lain', dueAt: `2026-02-10T00:59:${10 + n}.000Z` }),
    )
    const [old] = await w.plan(receipt('old', { region: 'kota-lain', dueAt: '2026-02-10T00:58:59.000Z' }))
    await w.plan(...mixed)
    const mailer = answering({ outcome: 'accepted', messageId: 'm' })
    await w.dispatch({ mailer }, { atOnce: 1 })
    const regionOf = new Map(mixed.map((each) => [each.nid, each.region]))
    expect(mailer.sent[0]).toBe(old?.nid)
    const order = mailer.sent.slice(1).map((nid) => regionOf.get(nid))
    expect(order).toEqual([...Array(6).fill(region), ...Array(6).fill('kota-lain')])
  })

  it('asks the table four times a mail at most', async () => {
    const w = await world()
    await w.plan(...receipts(60))
    // No reports of SES, which ask the table too.
    const mailer = answering({ outcome: 'accepted', messageId: 'm' })
    let calls = 0
    const { client } = w
    const ask = client.ask.bind(client)
    client.ask = (...words) => {
      calls += 1
      return ask(...words)
    }
    try {
      expect(await w.dispatch({ mailer })).toMatchObject({ sent: 60 })
    } finally {
      client.ask = ask
    }
    expect(calls / 60).toBeLessThanOrEqual(4)
  })
})
