/**
 * The data folder of an older build (test/upgrades/make-data.ts says how it was made) opens under this one: what was sent is there with
 * its chain, what was mailed is not mailed again, and what somebody typed without a connection under the old page reaches the server.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentHash, sha256Hex } from '../../functions/domain/content-hash.ts'
import { review2025, roundId, tagging, workPath } from '../journeys/agency-work.ts'
import { moveTo } from '../journeys/running-system.ts'
import { expectStatus, type InboxMail, readInbox, Visitor } from '../journeys/visitor.ts'
import { unfoldHead, untilSaved } from './fill-tagging.ts'
import { desk, openWindow, signIn } from './people.ts'
import { useTown } from './town.ts'

const build = '44a23e4'
const unpacked = mkdtempSync(join(tmpdir(), 'lengkap-old-data-'))
afterAll(() => rmSync(unpacked, { recursive: true, force: true }))
const town = useTown(undefined, (dataDir) => {
  execFileSync('tar', ['-xzf', join(import.meta.dirname, `../upgrades/data-${build}.tar.gz`), '-C', unpacked])
  cpSync(join(unpacked, 'data'), dataDir, { recursive: true })
})
const fromOld = (name: string) => JSON.parse(readFileSync(join(unpacked, name), 'utf8'))
let coordinator: Visitor
let begun: InboxMail[]

beforeAll(async () => {
  begun = await readInbox(town.system)
  coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
})

// biome-ignore lint/suspicious/noExplicitAny: answers of many routes; each test names what it expects in them
const read = async (path: string): Promise<any> => expectStatus(await coordinator.request('GET', path), 200).body
const run = (job: string) => coordinator.request('POST', `/local/jobs/${job}`, {})

describe(`the data folder of ${build}`, () => {
  it('is opened without a mail: what was told stays told', async () => {
    const lines = (mails: InboxMail[]) => mails.map(({ to, subject }) => [to.join(), subject])
    expect(lines(begun)).toEqual(fromOld('inbox.json'))
    for (const job of ['plan', 'dispatch', 'check', 'plan', 'dispatch']) expectStatus(await run(job), 200)
    const since = (await readInbox(town.system)).slice(begun.length)
    // Signing in is mailed: to the coordinator, by this test.
    expect(since.filter(({ tags }) => !/^sign-in/.test(tags.kind ?? ''))).toEqual([])
  })

  it('has every submission with its answers, its hash and its place in the chain', async () => {
    for (const [formId, revisions] of [
      [tagging, 2],
      [review2025, 1],
    ] as const) {
      const { submissions } = await read(`${workPath('dinsos', formId)}/submissions`)
      expect(submissions).toHaveLength(revisions)
      let chain = ''
      for (const submission of submissions.toReversed()) {
        const { revision } = submission
        const { answers } = await read(`${workPath('dinsos', formId)}/submissions/${revision}`)
        expect(contentHash(answers)).toBe(submission.sha256)
        expect(sha256Hex(`${chain}|${revision}|${submission.sha256}`)).toBe(submission.chain)
        chain = submission.chain
        const proof = await read(`/api/receipts/${encodeURIComponent(submission.receiptNumber)}`)
        expect(proof).toMatchObject({ revision, sha256: submission.sha256 })
      }
    }
  })

  it('shows every form’s state, the moved date, the published form and the rehearsal with its mails', async () => {
    const { assignments } = await read(`/api/rounds/${roundId}/assignments`)
    const cell = (agencyId: string, formId: string) =>
      assignments.find(
        (each: { agencyId: string; formId: string }) => each.agencyId === agencyId && each.formId === formId,
      )
    expect(cell('dinsos', tagging)).toMatchObject({ status: 'returned', revision: 2 })
    expect(cell('dinsos', review2025)).toMatchObject({ status: 'accepted', revision: 1 })
    expect(cell('perikanan', tagging)).toMatchObject({ status: 'draft' })
    expect(cell('kec-alak', tagging).closesAt).toBe('2026-02-19T16:00:00.000Z')
    const draft = await read(`${workPath('perikanan', tagging)}/draft`)
    expect(draft.answers.rows.penandaan.length).toBeGreaterThan(0)
    expect(await read('/api/forms/data-posyandu/versions/1')).toMatchObject({ id: 'data-posyandu', version: 1 })
    const [rehearsal] = (await read('/api/rehearsals')).rehearsals
    const { mails } = await read(`/api/rounds/${rehearsal.id}/captured-mails`)
    expect(mails.length).toBeGreaterThan(34)
  })

  it('goes on: the next days are mailed, nobody twice the same', async () => {
    const before = (await readInbox(town.system)).length
    await moveTo(town.system, '2026-02-13T08:05:00+08:00')
    const mails = await readInbox(town.system)
    const fresh = mails.slice(before)
    const reminded = fresh.filter(({ tags }) => tags.kind === 'reminder').map(({ to }) => to.join())
    expect(reminded.length).toBeGreaterThan(10)
    expect(new Set(reminded).size).toBe(reminded.length)
    const nids = mails.map(({ tags }) => tags.nid)
    expect(nids).not.toContain(undefined)
    expect(new Set(nids).size).toBe(nids.length)
  })
})

describe(`what the page of ${build} kept in a browser`, () => {
  it('is found when the form is opened, and reaches the server', async () => {
    const page = await openWindow(town.browser, desk, { offline: true })
    await signIn(page, town.system, 'operator@perikanan.example')
    await page.evaluate(putBack, fromOld('browser.json') as [string, { value: unknown }][])
    await page.goto(`${town.system.siteUrl}/putaran/${roundId}/perikanan/${tagging}`)
    const field = page.getByLabel('Jabatan penanggung jawab')
    await field.waitFor({ state: 'attached' })
    await unfoldHead(page)
    await field.waitFor()
    await expect.poll(() => field.inputValue()).toBe('Diketik tanpa sambungan')
    await untilSaved(page)
    coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
    const draft = await read(`${workPath('perikanan', tagging)}/draft`)
    expect(JSON.stringify(draft.answers)).toContain('Diketik tanpa sambungan')
  })
})

/** Runs in the page. As if kept a moment ago: nothing of this kind outlives a day. */
function putBack(kept: [string, { value: unknown }][]): Promise<void> {
  return new Promise((done, fail) => {
    const opening = indexedDB.open('lengkap-perangkat')
    opening.onupgradeneeded = () => opening.result.createObjectStore('simpanan')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('simpanan', 'readwrite')
      for (const [key, { value }] of kept) transaction.objectStore('simpanan').put({ at: Date.now(), value }, key)
      transaction.oncomplete = () => {
        opening.result.close()
        done()
      }
    }
  })
}
