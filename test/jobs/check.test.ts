/** The check job over the real store: findings open, stay, are explained and are solved by the next revision. */
import { beforeAll, describe, expect, it } from 'vitest'
import { contentHash } from '../../functions/domain/content-hash.ts'
import { keptBodies } from '../../functions/jobs/check/kept-bodies.ts'
import { check, checkRehearsal } from '../../functions/jobs/check.ts'
import { tag } from '../domain/checks/sample-city.ts'
import { at, draft, round, submission } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Town, townIn } from './job-town.ts'

const endpoint = useStoreEndpoint('check-job')
const event = (day: number, time: string, dryRun = false) => ({ time: at(day, time).toISOString(), dryRun })
const bodies = keptBodies()
let town: Town

const ports = () => ({ ...town, bodies })
const small = { paguDitandai: 45_000, belanjaLangsungSasaran: 45_000 }
const id = 'A09.dinsos.aksi3a-penandaan-anggaran.r1'

async function findings() {
  return (await town.rounds.load(town.region, '3a-2026-2'))?.findings ?? []
}

describe('the check job', () => {
  beforeAll(async () => {
    town = townIn(endpoint(), 'kota-kupang')
    await town.settle(['dinsos', 'perikanan'])
  })

  it('finds nothing where nothing is sent', async () => {
    expect(await check(ports(), event(10, '10:00'))).toEqual({ opened: 0, solved: 0, unchanged: 0 })
  })

  it('answers what a dry run would open, and writes nothing', async () => {
    await town.submit('dinsos', at(11, '10:00'), [tag(small)])
    const { opened, findings: would } = await check(ports(), event(11, '10:15', true))
    expect(opened).toBe(1)
    expect(would?.map((finding) => finding.id)).toEqual([id])
    expect(await findings()).toEqual([])
  })

  it('opens a finding once', async () => {
    expect(await check(ports(), event(11, '10:15'))).toEqual({ opened: 1, solved: 0, unchanged: 0 })
    expect(await check(ports(), event(11, '10:30'))).toEqual({ opened: 0, solved: 0, unchanged: 1 })
    expect(await findings()).toMatchObject([{ id, state: 'open', firstSeenAt: at(11, '10:15').toISOString() }])
  })

  it('leaves an explained finding explained', async () => {
    const [finding] = await findings()
    const explanation = {
      at: at(11, '11:00').toISOString(),
      by: 'op-dinsos',
      text: 'Benar, hanya alat tulis posyandu.',
    }
    await town.rounds.putFinding(town.region, '3a-2026-2', {
      ...finding!,
      state: 'explained',
      lastSeenAt: explanation.at,
      explanation,
    })
    await check(ports(), event(11, '11:15'))
    expect(await findings()).toMatchObject([{ state: 'explained', explanation: { text: explanation.text } }])
  })

  it('solves it with the next revision, by the body of that revision', async () => {
    await town.submit('dinsos', at(12, '09:00'), [tag()], { revision: 2 })
    expect(await check(ports(), event(12, '09:15'))).toMatchObject({ opened: 0, solved: 1 })
    expect(await findings()).toMatchObject([{ id, state: 'solved' }])
  })

  it('reads a body once: bodies never change', async () => {
    const known = { ...town.rounds, body: () => Promise.reject(new Error('read again')) }
    await expect(check({ ...ports(), rounds: known }, event(12, '09:30'))).resolves.toBeDefined()
  })

  it('recalls a draft that nobody touched for two whole working days', async () => {
    const body = { fields: {}, rows: {} }
    await town.rounds.saveDraft(
      town.region,
      '3a-2026-2',
      draft('perikanan', at(10, '10:00'), { sha256: contentHash(body) }),
      body,
    )
    expect((await check(ports(), event(12, '17:00', true))).findings?.map(({ rule }) => rule)).toEqual([])
    expect((await check(ports(), event(13, '17:00', true))).findings?.map(({ rule }) => rule)).toEqual(['A27'])
  })

  it('escalates after the target what was never sent', async () => {
    const { findings: late } = await check(ports(), event(14, '08:00', true))
    expect(late?.map((finding) => finding.id)).toContain('A14.perikanan.aksi3a-penandaan-anggaran.-')
  })
})

describe('the check of a rehearsal', () => {
  const copy = 'latihan-3a-2026-2-1'
  const rehearsal = { of: '3a-2026-2', startsAt: at(10, '09:00').toISOString() }
  const found = async () => (await town.rounds.load(town.region, copy))?.findings ?? []

  beforeAll(async () => {
    await town.rounds.insertRound(town.region, round(['dinsos', 'perikanan'], { id: copy, rehearsal }))
    const body = { fields: {}, rows: { penandaan: [{ rowKey: 'r1', cells: tag(small) }] } }
    const fact = submission('dinsos', at(11, '10:00'), { sha256: contentHash(body) })
    await town.rounds.insertSubmission(town.region, copy, fact, body)
  })

  it('is not the schedule’s, which sees real rounds only', async () => {
    await check(ports(), event(12, '10:00'))
    expect(await found()).toEqual([])
  })

  it('finds what the schedule would find in the real round, at a moment of the rehearsal’s own clock', async () => {
    const before = await findings()
    expect(await checkRehearsal(at(11, '10:00'), ports(), town.region, copy)).toBe(1)
    expect(await found()).toMatchObject([{ id, state: 'open', firstSeenAt: at(11, '10:00').toISOString() }])
    expect(await checkRehearsal(at(12, '00:00'), ports(), town.region, copy)).toBe(0)
    expect(await findings()).toEqual(before)
  })

  it('finds nothing before the opening', async () => {
    const early = { ...rehearsal, startsAt: at(9, '09:00').toISOString() }
    const unopened = round(['perikanan'], { id: 'latihan-3a-2026-2-2', rehearsal: early })
    await town.rounds.insertRound(town.region, unopened)
    expect(await checkRehearsal(at(9, '10:00'), ports(), town.region, unopened.id)).toBe(0)
  })
})
