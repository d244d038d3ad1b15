/** What begins and what is taken away meet on the place: in whatever order their reads and writes fall, nothing accepted vanishes. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Refused } from '../../functions/domain/refusal.ts'
import { moveVersion } from '../../functions/domain/round/move-version.ts'
import { reviseRound } from '../../functions/domain/round/plan-round.ts'
import { readDraft } from '../../functions/domain/round/read-draft.ts'
import type { Rounds } from '../../functions/domain/round/rounds.ts'
import { saveDraft } from '../../functions/domain/round/save-draft.ts'
import { acceptSubmission } from '../../functions/domain/submission/accept-submission.ts'
import { roundPlanSchema } from '../../functions/schema/round-plan.ts'
import { createReceipts } from '../../functions/store/receipts.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable } from '../../functions/store/table.ts'
import { region as regionOf } from '../fixtures/region.ts'
import { at, round as roundOf } from '../fixtures/round.ts'
import { answersOne, answersTwo, versionOne, versionTwo } from '../fixtures/two-versions.ts'
import { runsOf } from '../setup/thorough.ts'
import type { StoreEndpoint } from './store-endpoint.ts'
import { unsureClient } from './unsure-client.ts'

vi.setConfig({ testTimeout: 120_000 })
const now = at(11, '10:00')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const round = '3a-2026-2'
const forms = {
  definition: async (_id: string, version: number) => (version === 1 ? versionOne : versionTwo),
  all: async () => [versionOne, versionTwo],
}
const sound = { ...answersOne(), rows: { baris: [] } }

type Act = 'save' | 'submit' | 'unassign' | 'move'
const acts: readonly Act[] = ['save', 'submit', 'unassign', 'move']

let regionsMade = 0

export function placeContract(endpoint: () => StoreEndpoint): void {
  async function begin(): Promise<string> {
    regionsMade += 1
    const region = `tempat-${regionsMade}`
    const regions = createRegions(endpoint().table)
    const kupang = regionOf(['perikanan', 'dinsos'])
    for (const each of kupang.agencies) await regions.reviseAgency(region, each)
    await regions.reviseCalendar(region, kupang.calendar)
    await regions.reviseSettings({ ...kupang.settings, region })
    await createRounds(endpoint().table).insertRound(region, roundOf(['perikanan', 'dinsos'], {}, ['versi']))
    return region
  }

  function player(region: string, rounds: Rounds) {
    const { table } = endpoint()
    const codeKey = 'a test key of more than thirty-two characters'
    const ports = { rounds, regions: createRegions(table), forms, receipts: createReceipts(table), codeKey }
    const work = { region, round, agencyId: 'perikanan', formId: 'versi' }
    const assign = async (agencies: readonly string[], when = now) => {
      const facts = await rounds.load(region, round)
      if (facts === undefined) throw new Error('the round is gone')
      const assignments = agencies.map((agencyId) => ({ agencyId, formId: 'versi', formVersion: 1 }))
      const plan = { ...roundPlanSchema.parse(facts.round), assignments }
      return reviseRound(when, ports, { region, round, by: 'koordinator', base: facts.round.revision, plan })
    }
    const save = (when = now) =>
      saveDraft(when, ports, {
        work,
        by: 'op-perikanan',
        base: { version: 0, revision: 0 },
        formVersion: 1,
        answers: sound,
      })
    const submit = (formVersion = 1) =>
      acceptSubmission(now, ports, {
        work,
        by: 'op-perikanan',
        baseRevision: 0,
        requestKey: 'kunci-tempat-1',
        content: formVersion === 1 ? { formVersion, answers: sound } : { formVersion, answers: answersTwo() },
      })
    const moveTo = (to: number) => {
      const request = { formId: 'versi', to, sent: 'keep' as const, reason: 'uji' }
      return moveVersion(now, ports, { region, round, by: 'koordinator', request })
    }
    const read = () => readDraft(now, { ...ports, reader: 'system' }, work)
    return {
      save,
      submit,
      unassign: (when = now) => assign(['dinsos'], when),
      assign,
      move: () => moveTo(2),
      moveTo,
      read,
    }
  }

  describe('a place', () => {
    it('is begun or taken away, never both, however reads and writes fall', async () => {
      const met = new Set<string>()
      await fc.assert(
        fc.asyncProperty(turns, fc.subarray([...acts], { minLength: 2 }), async (s, chosen) => {
          const region = await begin()
          const rounds = createRounds(endpoint().table)
          const playing = player(region, scheduled(rounds, s))
          const results = await s.waitFor(Promise.allSettled(chosen.map((act) => playing[act]())))
          const facts = (await rounds.load(region, round))!
          const asked = facts.round.assignments.some(({ agencyId }) => agencyId === 'perikanan')
          const done = new Set(chosen.filter((_, index) => results[index]?.status === 'fulfilled'))
          const work = facts.drafts.length + facts.submissions.length
          expect(asked, 'what was accepted is asked for').toBe(!done.has('unassign'))
          if (!asked) expect(work, 'nothing lies where nothing is asked').toBe(0)
          expect(facts.drafts.length).toBe(done.has('save') ? 1 : 0)
          expect(facts.submissions.length).toBe(done.has('submit') ? 1 : 0)
          const version = facts.round.assignments.find(({ agencyId }) => agencyId === 'dinsos')?.formVersion
          expect(version).toBe(done.has('move') ? 2 : 1)
          if (asked && work > 0) {
            const { formVersion, answers } = await player(region, rounds).read()
            expect(formVersion).toBe(version)
            expect(answers.fields, 'carried over, also when it came late').toMatchObject(
              version === 2 ? { nomor: 'A/1', baru: 'Posyandu' } : { nomor: 'A/1', lama: 'Posyandu' },
            )
          }
          expect(done.size, 'somebody wins').toBeGreaterThan(0)
          for (const each of results) {
            if (each.status === 'rejected') expect(refusals).toContain((each.reason as Refused).refusal?.code)
          }
          met.add([...done].join('+'))
        }),
        { numRuns: runsOf(300) },
      )
      // Races that always end alike were none.
      expect(met.size).toBeGreaterThan(2)
    })

    it('goes back to its old version or has sent in the new one, never both', async () => {
      const met = new Set<string>()
      await fc.assert(
        fc.asyncProperty(turns, async (s) => {
          const region = await begin()
          const rounds = createRounds(endpoint().table)
          await player(region, rounds).moveTo(2)
          const playing = player(region, scheduled(rounds, s))
          const results = await s.waitFor(Promise.allSettled([playing.submit(2), playing.moveTo(1)]))
          const facts = (await rounds.load(region, round))!
          const version = facts.round.assignments[0]?.formVersion
          const [sent, back] = results.map(({ status }) => status === 'fulfilled')
          expect([sent, back]).toEqual([version === 2, version === 1])
          expect(facts.submissions).toHaveLength(version === 2 ? 1 : 0)
          met.add(String(version))
        }),
        { numRuns: 60 + runsOf(140) },
      )
      expect([...met].toSorted()).toEqual(['1', '2'])
    })

    it('that a dead coordinator had claimed is free again, and so is one on which a dead save began', async () => {
      const region = await begin()
      const rounds = createRounds(endpoint().table)
      const dying = { ...rounds, insertRound: () => Promise.reject(new Error('died')) }
      await expect(player(region, dying).unassign()).rejects.toThrow('died')
      const playing = player(region, rounds)
      await expect(playing.save(later(1))).rejects.toMatchObject({ refusal: { code: 'round-changing' } })
      await expect(playing.unassign(later(1))).rejects.toMatchObject({ refusal: { code: 'round-changing' } })
      const half = { ...rounds, saveDraft: () => Promise.reject(new Error('died')) }
      await expect(player(region, half).save(later(3))).rejects.toThrow('died')
      await expect(playing.unassign(later(4))).rejects.toMatchObject({ refusal: { code: 'settings-invalid' } })
      await playing.unassign(later(6))
      await expect(playing.save(later(6))).rejects.toMatchObject({ refusal: { code: 'not-found' } })
      await playing.assign(['dinsos', 'perikanan'], later(7))
      expect(await playing.save(later(8))).toMatchObject({ version: 1 })
      await expect(playing.unassign(later(20))).rejects.toMatchObject({ refusal: { code: 'settings-invalid' } })
    })

    it('knows its own write when the answer was lost', async () => {
      const region = await begin()
      const losses = { count: 0, retryable: false }
      const unsure = createRounds(createTable(unsureClient(endpoint().endpoint, losses), endpoint().tableName))
      const place = { agencyId: 'perikanan', formId: 'versi', begunAt: now.toISOString() }
      for (const number of [1, 2]) {
        losses.count = 2
        expect(await unsure.savePlace(region, round, { ...place, number })).toBe(true)
      }
      expect(await unsure.savePlace(region, round, { ...place, number: 2, sentVersion: 1 })).toBe(false)
      await unsure.savePlace(region, round, { agencyId: 'perikanan', formId: 'versi', number: 3 })
      expect(await unsure.places(region, round)).toEqual([{ agencyId: 'perikanan', formId: 'versi', number: 3 }])
    })
  })
}

const refusals = ['settings-invalid', 'revision-conflict', 'round-changing', 'not-found', 'form-version-conflict']

/** After each turn whoever goes on has the time to ask for the next one: what is drawn decides who has it, not how fast the table is. */
const turns = fc.scheduler({
  act: async (turn) => {
    await turn()
    await new Promise((done) => setTimeout(done, 3))
  },
})

/** Each call waits for its turn, which the scheduler draws. */
function scheduled(rounds: Rounds, s: fc.Scheduler): Rounds {
  const turn = <A extends unknown[], T>(verb: (...words: A) => Promise<T>) =>
    s.scheduleFunction(async (...words: A) => verb(...words)) as (...words: A) => Promise<T>
  return {
    ...rounds,
    load: turn(rounds.load),
    loadAgencies: turn(rounds.loadAgencies),
    loadWork: turn(rounds.loadWork),
    loadFrame: turn(rounds.loadFrame),
    place: turn(rounds.place),
    places: turn(rounds.places),
    savePlace: turn(rounds.savePlace),
    insertRound: turn(rounds.insertRound),
    saveDraft: turn(rounds.saveDraft),
    insertSubmission: turn(rounds.insertSubmission),
  }
}
