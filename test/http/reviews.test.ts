/** What is decided about a submission: returned work is answered comment by comment, accepted work is locked until it is re-opened. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-reviews')
const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
let operator: Browser
let coordinator: Browser
let keys = 0
const submit = (content: unknown, base: number) =>
  operator.post(
    `${work}/submissions`,
    { answers: content },
    { 'if-match': `"${base}"`, 'idempotency-key': `review-key-${++keys}` },
  )
const decide = (body: object) => coordinator.post(`${work}/review`, body)
const reply = (body: object, revision = 1) => operator.post(`${work}/submissions/${revision}/replies`, body)
const status = async () => {
  const { assignments } = await (await operator.get(`/api/rounds/${roundId}/assignments`)).json()
  return assignments.find((each: { formId: string; agencyId: string }) => each.formId === 'uji').status
}
const comments = [
  { pointer: '/rows/baris/R1/pagu', text: 'Pagu tidak sama dengan DPA.' },
  { pointer: '/fields/nomor', text: 'Lengkapi nomor.' },
]

beforeAll(async () => {
  world().clock.now = at(11, '10:00')
  operator = await world().as('op-perikanan')
  coordinator = await world().as('koordinator')
  await submit(answers('A/1'), 0)
  await decide({ revision: 1, decision: 'return', comments, dueOn: '2026-02-20' })
})

describe('a comment', () => {
  it('is answered with a click or in words, and who reviews sees who answered what', async () => {
    expect((await reply({ review: 1, comment: 0, kind: 'fixed' })).status).toBe(201)
    expect((await reply({ review: 1, comment: 1, kind: 'answer', text: 'Nomor menyusul dari BKAD.' })).status).toBe(201)
    const { replies, reviews } = await (await coordinator.get(`${work}/submissions`)).json()
    expect(reviews).toMatchObject([{ byName: 'Nama koordinator', comments }])
    expect(replies).toMatchObject([
      { comment: 0, kind: 'fixed', byName: 'Nama op-perikanan' },
      { comment: 1, kind: 'answer', text: 'Nomor menyusul dari BKAD.' },
    ])
  })

  it('answered the same again is the same fact, otherwise is a new one', async () => {
    const again = await (await reply({ review: 1, comment: 0, kind: 'fixed' })).json()
    expect(again.number).toBe(1)
    const changed = await (await reply({ review: 1, comment: 0, kind: 'answer', text: 'Sudah sesuai DPA.' })).json()
    expect(changed.number).toBe(2)
  })

  it('answered by two colleagues at once loses neither answer', async () => {
    const sent = ['satu', 'dua', 'tiga'].map((text) => reply({ review: 1, comment: 1, kind: 'answer', text }))
    const numbers = (await Promise.all((await Promise.all(sent)).map((each) => each.json()))).map(
      ({ number }) => number,
    )
    expect(numbers.toSorted()).toEqual([2, 3, 4])
  })

  it('that does not exist cannot be answered, nor by the coordinator', async () => {
    expect((await reply({ review: 1, comment: 2, kind: 'fixed' })).status).toBe(404)
    expect((await reply({ review: 2, comment: 0, kind: 'fixed' })).status).toBe(404)
    expect((await reply({ review: 1, comment: 0, kind: 'answer' })).status).toBe(400)
    const body = { review: 1, comment: 0, kind: 'fixed' }
    expect((await coordinator.post(`${work}/submissions/1/replies`, body)).status).toBe(403)
  })
})

describe('an accepted submission', () => {
  it('is locked against drafts and submissions', async () => {
    await submit(answers('A/2'), 1)
    expect((await decide({ revision: 2, decision: 'accept', comments: [] })).status).toBe(201)
    expect(await (await submit(answers('A/3'), 2)).json()).toMatchObject({ status: 409, code: 'submission-accepted' })
  })

  it('is re-opened only with a reason and a last day', async () => {
    const reason = [{ pointer: '', text: 'BKAD mengubah DPA sesudah disetujui.' }]
    const refused = await decide({ revision: 2, decision: 'reopen', comments: [], dueOn: '2026-02-25' })
    expect(await refused.json()).toMatchObject({ status: 422, code: 'review-invalid' })
    expect((await decide({ revision: 2, decision: 'reopen', comments: reason })).status).toBe(422)
    expect((await decide({ revision: 2, decision: 'reopen', comments: reason, dueOn: '2026-02-25' })).status).toBe(201)
    expect(await status()).toBe('returned')
    const again = await decide({ revision: 2, decision: 'reopen', comments: reason, dueOn: '2026-02-25' })
    expect(again.status).toBe(422)
  })

  it('may then be corrected after the final date too, until that day, and decided anew', async () => {
    world().clock.now = at(20, '09:00')
    operator = await world().as('op-perikanan')
    coordinator = await world().as('koordinator')
    expect((await submit(answers('A/3'), 2)).status).toBe(201)
    expect((await decide({ revision: 3, decision: 'accept', comments: [] })).status).toBe(201)
    expect(await status()).toBe('accepted')
    const { reviews } = await (await coordinator.get(`${work}/submissions`)).json()
    expect(reviews.map((each: { decision: string }) => each.decision)).toEqual(['return', 'accept', 'reopen', 'accept'])
  })

  it('that was re-opened by mistake can be accepted again as it is', async () => {
    const reason = [{ pointer: '', text: 'Salah pilih.' }]
    expect((await decide({ revision: 3, decision: 'reopen', comments: reason, dueOn: '2026-02-25' })).status).toBe(201)
    expect((await decide({ revision: 3, decision: 'accept', comments: [] })).status).toBe(201)
    expect(await status()).toBe('accepted')
  })
})

it('the file of a submission has the receipt’s hash by the documented shell command', async () => {
  const { submissions } = await (await operator.get(`${work}/submissions`)).json()
  const directory = mkdtempSync(join(tmpdir(), 'lengkap-canonical-'))
  try {
    for (const { revision, sha256, receiptNumber } of submissions) {
      const file = await operator.get(`${work}/submissions/${revision}/canonical.json`)
      expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${receiptNumber}.json"`)
      expect(file.headers.get('cache-control')).toContain('no-store')
      writeFileSync(join(directory, `${receiptNumber}.json`), Buffer.from(await file.arrayBuffer()))
      const said = execFileSync('sha256sum', [`${receiptNumber}.json`], { cwd: directory, encoding: 'utf8' })
      expect(said).toBe(`${sha256}  ${receiptNumber}.json\n`)
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
})

describe('the same answers again', () => {
  it('from a tab that has not seen the decision are the receipt they had; from one that has, a new revision', async () => {
    world().clock.now = at(12, '10:00')
    operator = await world().as('op-perikanan')
    coordinator = await world().as('koordinator')
    const of = (base: number) =>
      operator.post(
        `/api/rounds/${roundId}/agencies/perikanan/forms/tanpa-nihil/submissions`,
        { answers: answers('S/1') },
        { 'if-match': `"${base}"`, 'idempotency-key': `stale-key-${++keys}` },
      )
    expect((await of(0)).status).toBe(201)
    const back = { revision: 1, decision: 'return', comments, dueOn: '2026-02-20' }
    const review = `/api/rounds/${roundId}/agencies/perikanan/forms/tanpa-nihil/review`
    expect((await coordinator.post(review, { ...back, comments: [{ pointer: '', text: 'Lengkapi.' }] })).status).toBe(
      201,
    )
    const stale = await of(0)
    expect([stale.status, (await stale.json()).revision]).toEqual([200, 1])
    const { assignments } = await (await operator.get(`/api/rounds/${roundId}/assignments`)).json()
    const cell = assignments.find((each: { formId: string }) => each.formId === 'tanpa-nihil')
    expect(cell).toMatchObject({ status: 'returned', revision: 1 })
    const read = await of(1)
    expect([read.status, (await read.json()).revision]).toEqual([201, 2])
  })
})
