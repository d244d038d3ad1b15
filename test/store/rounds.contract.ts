/** The law of the rounds' store: facts, bodies, drafts and findings. */
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../functions/domain/content-hash.ts'
import type { Answers } from '../../functions/schema/answers.ts'

import { createRounds } from '../../functions/store/rounds.ts'
import { createTable } from '../../functions/store/table.ts'
import {
  answers,
  at,
  call,
  draft,
  extension,
  extensionRefusal,
  finding,
  nudge,
  resend,
  review,
  round,
  roundId,
  submission,
  window,
} from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'
import { unsureClient } from './unsure-client.ts'

export function roundsContract(endpoint: () => StoreEndpoint): void {
  const rounds = () => createRounds(endpoint().table)
  const load = async (region: string) => {
    const facts = await rounds().load(region, roundId)
    if (!facts) throw new Error('no round')
    return facts
  }

  describe('rounds', () => {
    it('answers what a submit looks at: the newest of a form and of those beside it, whoever sent one meanwhile', async () => {
      const body = answers(1)
      const [formId, other] = ['data-sasaran', 'data-pendukung']
      const assignments = [formId, other].map((id) => ({ agencyId: 'dlhk', formId: id, formVersion: 1 }))
      const [one, another] = [rounds(), rounds()]
      await one.insertRound('work', round({ assignments }))
      const send = (form: string, revision: number) =>
        another.insertSubmission('work', roundId, submission(revision, body, { formId: form }), body)
      const seen = async (base: number, { late = false } = {}) => {
        const work = { agencyId: 'dlhk', formId, base }
        const ahead = await one.ahead('work', roundId, work)
        const facts = await one.loadWork('work', roundId, { ...work, besides: [other], late, ahead })
        return {
          sent: facts?.submissions.map((each) => `${each.formId} ${each.revision}`),
          reviews: facts?.reviews.map(({ revision, number }) => `${revision} ${number}`),
        }
      }
      expect(await seen(0)).toEqual({ sent: [], reviews: [] })
      await send(other, 1)
      expect((await seen(0)).sent).toEqual([`${other} 1`])
      expect((await seen(0)).sent).toEqual([`${other} 1`])
      for (const revision of [2, 3]) await send(other, revision)
      for (const revision of [1, 2, 3, 4, 5, 6]) await send(formId, revision)
      await another.insertReview('work', roundId, review(1, { revision: 5, decision: 'return' }))
      const newest = [3, 4, 5, 6].map((revision) => `${formId} ${revision}`)
      expect(await seen(6)).toEqual({ sent: [...newest, `${other} 3`], reviews: [] })
      // After the final date an older decision may hold the form open.
      expect(await seen(6, { late: true })).toMatchObject({ reviews: ['5 1'] })
      await another.insertReview('work', roundId, review(1, { revision: 6, decision: 'return' }))
      expect(await seen(6)).toMatchObject({ reviews: ['5 1', '6 1'] })
      // Who knows another revision than the newest may repeat any.
      for (const base of [0, 4, 7, 99_999_999, 999_999_999]) expect((await seen(base)).sent).toHaveLength(7)
    })

    it('answers all facts of a round, sorted by what they number, and lists it', async () => {
      const body = answers(1)
      expect(await rounds().load('facts', roundId)).toBeUndefined()
      for (const revision of [1, 2]) await rounds().insertRound('facts', round({ revision, phase: `p${revision}` }))
      for (const number of [2, 10, 1]) await rounds().insertWindow('facts', roundId, window(number))
      for (const number of [2, 10, 1]) await rounds().insertNudge('facts', roundId, nudge(number))
      await rounds().insertResend('facts', roundId, resend(1))
      for (const number of [2, 1]) await rounds().insertCall('facts', roundId, call(number, { note: 'Janji Jumat' }))
      for (const number of [2, 10, 1]) await rounds().insertExtension('facts', roundId, extension(number))
      await rounds().insertExtensionRefusal('facts', roundId, extensionRefusal(2))
      for (const revision of [10, 2, 1]) {
        await rounds().insertSubmission('facts', roundId, submission(revision, body), body)
      }
      await rounds().insertSubmission('facts', roundId, submission(1, body, { agencyId: 'dinsos' }), body)
      await rounds().insertReview('facts', roundId, review(2, { decision: 'return' }))
      await rounds().insertReview('facts', roundId, review(1))
      await rounds().saveDraft('facts', roundId, draft(1, body), body)
      await rounds().putFinding('facts', roundId, finding())
      const facts = await load('facts')
      expect(facts.round).toEqual(round({ revision: 2, phase: 'p2' }))
      expect(facts.windows.map(({ number }) => number)).toEqual([1, 2, 10])
      expect(facts.nudges.map(({ number }) => number)).toEqual([1, 2, 10])
      expect(facts.resends).toEqual([resend(1)])
      expect(facts.calls).toEqual([call(1, { note: 'Janji Jumat' }), call(2, { note: 'Janji Jumat' })])
      expect(facts.extensions).toEqual([extension(1), extension(2), extension(10)])
      expect(facts.extensionRefusals).toEqual([extensionRefusal(2)])
      expect(facts.submissions.map((s) => `${s.agencyId} ${s.revision}`)).toEqual([
        'dinsos 1',
        'dlhk 1',
        'dlhk 2',
        'dlhk 10',
      ])
      expect(facts.reviews).toEqual([review(1), review(2, { decision: 'return' })])
      expect(facts.drafts).toEqual([draft(1, body)])
      expect(facts.findings).toEqual([finding()])
      expect(await rounds().list('facts')).toEqual([roundId])
    })

    it('answers a part of a round as the whole has it', async () => {
      const body = answers(1)
      const region = 'parts'
      await rounds().insertRound(region, round())
      expect(await rounds().loadAfterwards(region, 'tidak-ada')).toBeUndefined()
      // What is kept in memory knows of each that comes.
      for (const number of [1, 2]) {
        await rounds().insertWindow(region, roundId, window(number))
        await rounds().insertNudge(region, roundId, nudge(number))
        await rounds().insertResend(region, roundId, resend(number))
        await rounds().insertExtension(region, roundId, extension(number))
        await rounds().insertExtensionRefusal(region, roundId, extensionRefusal(number))
        for (const agencyId of ['dinsos', 'dlhk'])
          for (const formId of ['data-pendukung', 'lain']) {
            const over = { agencyId, formId }
            await rounds().insertSubmission(region, roundId, submission(number, body, over), body)
            await rounds().insertReview(region, roundId, review(1, { ...over, revision: number }))
            await rounds().putFinding(region, roundId, finding({ ...over, id: `${agencyId}-${formId}` }))
          }
        const whole = await load(region)
        const { region: place, windows, reviews, nudges, resends } = whole
        const frame = { region: place, round: whole.round, windows }
        const ofForm = <T extends { formId: string }>(all: readonly T[]) => all.filter((each) => each.formId === 'lain')
        const ofAgency = <T extends { agencyId: string }>(all: readonly T[]) =>
          all.filter((each) => each.agencyId === 'dlhk')
        expect(whole.submissions).toHaveLength(4 * number)
        expect(await rounds().loadFrame(region, roundId)).toEqual(frame)
        expect(await rounds().loadDecisions(region, roundId)).toMatchObject({ ...frame, reviews })
        expect(await rounds().loadDecisions(region, roundId, ['dlhk'])).toMatchObject({ reviews: ofAgency(reviews) })
        expect(await rounds().loadAfterwards(region, roundId)).toMatchObject({ ...frame, reviews, nudges, resends })
        expect(await rounds().loadAgencies(region, roundId, {})).toEqual(whole)
        expect(await rounds().loadAgencies(region, roundId, { formId: 'lain' })).toEqual({
          ...whole,
          submissions: ofForm(whole.submissions),
          reviews: ofForm(reviews),
          findings: ofForm(whole.findings),
        })
        expect(await rounds().loadAgencies(region, roundId, { agencyIds: ['dlhk'] })).toEqual({
          ...whole,
          submissions: ofAgency(whole.submissions),
          reviews: ofAgency(reviews),
          findings: ofAgency(whole.findings),
        })
      }
    })

    it('does not list a round whose creation never came to its fact', async () => {
      await endpoint().table.put({ pk: 'REGION#half', sk: 'ROUND#half-made' })
      expect(await rounds().list('half')).toEqual([])
    })

    it('inserts a fact once: again is the same effect, another one is shown what stands there', async () => {
      expect(await rounds().insertWindow('once', roundId, window(1))).toEqual({ inserted: true })
      expect(await rounds().insertWindow('once', roundId, window(1))).toEqual({ inserted: true })
      expect(await rounds().insertWindow('once', roundId, window(1, { reason: 'Lain' }))).toEqual({
        inserted: false,
        existing: window(1),
      })
    })

    it('lets one of 20 racing submissions of a revision commit', async () => {
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, n) => {
          const body = answers(n)
          return rounds().insertSubmission('race', roundId, submission(1, body, { requestKey: `key-${n}` }), body)
        }),
      )
      expect(results.filter(({ inserted }) => inserted)).toHaveLength(1)
    })

    it('names a damaged fact', async () => {
      await rounds().insertRound('damaged', round())
      await endpoint().table.put({ pk: `ROUND#damaged#${roundId}`, sk: 'WINDOW#0001', number: 'one' })
      await expect(load('damaged')).rejects.toThrow('WINDOW#0001')
    })
  })

  describe('bodies', () => {
    const big: Answers = {
      fields: { catatan: 'Data sementara — belum diverifikasi 🏝' },
      rows: {
        penandaan: Array.from({ length: 6_000 }, (_, n) => ({
          rowKey: `R${n}`,
          cells: { uraian: contentHash(n).repeat(2), pagu: n },
        })),
      },
    }

    it('come back as they were, also over many chunks, none of which is over 300 KB', async () => {
      const sha256 = contentHash(big)
      await rounds().insertSubmission('bodies', roundId, submission(1, big), big)
      expect(await rounds().body('bodies', sha256)).toEqual(big)
      const chunks = await endpoint().table.queryAll(`BODY#bodies#${sha256}`)
      expect(chunks.length).toBeGreaterThan(3)
      for (const { data } of chunks) expect((data as Uint8Array).length).toBeLessThanOrEqual(300 * 1024)
    })

    it('are refused under a hash that is not theirs, before anything is written', async () => {
      const wrong = submission(1, answers(1))
      await expect(rounds().insertSubmission('wrong', roundId, wrong, answers(2))).rejects.toThrow('hash')
      expect(await endpoint().table.queryAll(`ROUND#wrong#${roundId}`)).toEqual([])
    })

    it.each(['missing', 'incomplete', 'altered'])('that are %s are damage, never an answer', async (damage) => {
      const region = `body-${damage}`
      const sha256 = contentHash(big)
      if (damage !== 'missing') await rounds().insertSubmission(region, roundId, submission(1, big), big)
      const pk = `BODY#${region}#${sha256}`
      const other = await endpoint().table.get({ pk, sk: '0003' })
      const { client, tableName: TableName } = endpoint()
      // The stores cannot delete: this is damage from outside.
      if (damage === 'incomplete')
        await client.call('DeleteItem', { TableName, Key: { pk: { S: pk }, sk: { S: '0002' } } })
      if (damage === 'altered' && other) await endpoint().table.put({ ...other, sk: '0002' })
      await expect(rounds().body(region, sha256)).rejects.toThrow(sha256)
    })

    it('of another region are not reached by their hash', async () => {
      await rounds().insertSubmission('ours', roundId, submission(1, answers(7)), answers(7))
      await expect(rounds().body('theirs', contentHash(answers(7)))).rejects.toThrow('missing')
    })
  })

  describe('internal notes', () => {
    const note = (number: number, over = {}) => {
      const of = { agencyId: 'dlhk', formId: 'data-sasaran', revision: 1 }
      return {
        at,
        by: 'koordinator',
        ...of,
        number,
        text: `Catatan ${number}`,
        requestKey: `note-key-${number}`,
        ...over,
      }
    }

    it('are read in order, of the round or of one form alone', async () => {
      const insert = (each: ReturnType<typeof note>) => rounds().insertInternalNote('notes', roundId, each)
      for (const number of [10, 2, 1]) await insert(note(number))
      const others = [note(1, { agencyId: 'dlhk-2' }), note(1, { formId: 'data-sasaran-2' })]
      for (const other of others) await insert(other)
      const of = { agencyId: 'dlhk', formId: 'data-sasaran' }
      expect(await rounds().internalNotes('notes', roundId, of)).toEqual([note(1), note(2), note(10)])
      expect(await rounds().internalNotes('notes', roundId)).toHaveLength(5)
      expect(await rounds().internalNotes('notes', 'another-round')).toEqual([])
      expect(await insert(note(1, { text: 'Lain' }))).toEqual({ inserted: false, existing: note(1) })
    })

    it('are no part of the facts from which board, mails, calendar and exports are made', async () => {
      await rounds().insertRound('apart', round())
      await rounds().insertInternalNote('apart', roundId, note(1, { text: 'Kenari internal' }))
      expect(JSON.stringify(await load('apart'))).not.toContain('Kenari internal')
    })
  })

  describe('drafts', () => {
    it('stand only on the version before', async () => {
      const save = (version: number, pagu: number) =>
        rounds().saveDraft('drafts', roundId, draft(version, answers(pagu)), answers(pagu))
      expect(await save(2, 9)).toEqual({ saved: false, current: undefined })
      expect(await save(1, 1)).toEqual({ saved: true })
      expect(await save(1, 2)).toEqual({ saved: false, current: draft(1, answers(1)) })
      expect(await save(2, 2)).toEqual({ saved: true })
      expect(await save(2, 3)).toEqual({ saved: false, current: draft(2, answers(2)) })
      expect((await rounds().body('drafts', contentHash(answers(2)))).rows.penandaan).toHaveLength(1)
    })

    it('let one of 20 racing saves win', async () => {
      await rounds().saveDraft('draft-race', roundId, draft(1, answers(0)), answers(0))
      const saves = Array.from({ length: 20 }, (_, n) =>
        rounds().saveDraft('draft-race', roundId, draft(2, answers(n)), answers(n)),
      )
      expect((await Promise.all(saves)).filter(({ saved }) => saved)).toHaveLength(1)
    })

    it.each([true, false])(
      'know their own save when its answer was lost (repeated by the SDK: %s)',
      async (retryable) => {
        const region = `draft-lost-${retryable}`
        const losses = { count: 0, retryable }
        const unsure = createRounds(createTable(unsureClient(endpoint().endpoint, losses), endpoint().tableName))
        for (const version of [1, 2]) {
          losses.count = 2
          expect(await unsure.saveDraft(region, roundId, draft(version, answers(1)), answers(1))).toEqual({
            saved: true,
          })
        }
      },
    )
  })

  describe('findings', () => {
    const explanation = { at, by: 'operator-dlhk', text: 'Pagu tambahan' }
    const later = '2026-02-11T01:00:00.000Z'
    const only = async (region: string) => (await load(region)).findings

    it('move forward in sight only, and keep when they were first seen', async () => {
      await rounds().insertRound('sight', round())
      await rounds().putFinding('sight', roundId, finding())
      await rounds().putFinding('sight', roundId, finding({ lastSeenAt: later, firstSeenAt: later, state: 'solved' }))
      await rounds().putFinding('sight', roundId, finding({ state: 'open' }))
      expect(await only('sight')).toEqual([finding({ lastSeenAt: later, state: 'solved' })])
    })

    it('stay explained when a check that did not know sees them again', async () => {
      await rounds().insertRound('explained', round())
      await rounds().putFinding('explained', roundId, finding())
      await rounds().putFinding('explained', roundId, finding({ state: 'explained', explanation }))
      await rounds().putFinding('explained', roundId, finding({ lastSeenAt: later }))
      expect(await only('explained')).toEqual([finding({ lastSeenAt: later, state: 'explained', explanation })])
    })
  })
}
