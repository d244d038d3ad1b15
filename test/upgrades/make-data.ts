/**
 * Made the fixture `data-44a23e4.tar.gz` once: a data folder as the build of commit 44a23e4 leaves it, and what its page keeps in a
 * browser. Again, or for another commit:
 *   git worktree add /tmp/old COMMIT && cd /tmp/old && npm ci && npx vite build
 *   npx tsx HERE/test/upgrades/make-data.ts . HERE/test/upgrades/data-COMMIT.tar.gz
 * Everything is done by that build's own code; only this story is ours.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'

const [oldRoot = '', target = ''] = process.argv.slice(2).map((word) => resolve(word))
const from = (path: string) => import(join(oldRoot, path))
const { startSystem } = await from('local/system.ts')
const { moveTo } = await from('test/journeys/running-system.ts')
const { Visitor, expectStatus } = await from('test/journeys/visitor.ts')
const { completeAnswers, decide, review2025, roundId, submit, tagging, workPath } =
  await from('test/journeys/agency-work.ts')
const { posyanduForm } = await from('test/workbook/xlsform/posyandu.ts')
const { launchBrowser } = await from('test/browser/chromium.ts')
const { openWindow, signIn } = await from('test/browser/people.ts')

const home = mkdtempSync(join(tmpdir(), 'lengkap-old-'))
const dataDir = join(home, 'data')
const clock = { kind: 'rehearsal', from: undefined }
const none = { dynamodbEndpoint: undefined, sesEndpoint: undefined }
const system = await startSystem({ port: 0, dynamodbPort: 0, inboxPort: 0, dataDir, clock, ...none })
const browser = await launchBrowser()
const as = (email: string) => new Visitor(system).signIn(email)

await publishForm()
await work()
writeFileSync(join(home, 'browser.json'), JSON.stringify(await keptInBrowser()))
const inbox = await (await fetch(`${system.inboxUrl}/messages`)).json()
writeFileSync(
  join(home, 'inbox.json'),
  JSON.stringify(inbox.map(({ to, subject }: { to: string[]; subject: string }) => [to.join(), subject])),
)
await browser.close()
await system.close()
execFileSync('tar', ['-czf', target, '-C', home, 'data', 'browser.json', 'inbox.json'])
rmSync(home, { recursive: true })
console.log(`${target}: ${inbox.length} mails`)
process.exit(0)

/** A form of the city's own. */
async function publishForm(): Promise<void> {
  const page: Page = await openWindow(browser)
  await signIn(page, system, 'koordinator@bappeda.example')
  const headers = { origin: system.siteUrl, 'content-type': 'application/octet-stream', 'if-match': '"0"' }
  const data = Buffer.from(await posyanduForm())
  const response = await page.request.post(`${system.siteUrl}/api/forms`, { headers, data })
  if (response.status() !== 201) throw new Error(`publishing: ${response.status()} ${await response.text()}`)
}

/** Accepted, returned with a comment, sent twice, a draft, an extension, reminders of two mornings, and a rehearsal a day on. */
async function work(): Promise<void> {
  const dinsos = await as('operator@dinsos.example')
  await submit(dinsos, 'dinsos', tagging)
  await submit(dinsos, 'dinsos', tagging, { base: 1, seed: 2 })
  await submit(dinsos, 'dinsos', review2025)
  const coordinator = await as('koordinator@bappeda.example')
  await decide(
    coordinator,
    { agencyId: 'dinsos', formId: tagging, revision: 2 },
    {
      decision: 'return',
      comments: [{ pointer: '', text: 'Lampirkan nomor DPA.' }],
      dueOn: '2026-02-16',
    },
  )
  await decide(coordinator, { agencyId: 'dinsos', formId: review2025 }, { decision: 'accept' })
  const perikanan = await as('operator@perikanan.example')
  const draft = { formVersion: 1, answers: completeAnswers('perikanan', tagging) }
  const saved = await perikanan.request('PUT', `${workPath('perikanan', tagging)}/draft`, draft, {
    'if-match': '"v0-r0"',
  })
  expectStatus(saved, 200)
  await moveTo(system, '2026-02-11T08:05:00+08:00')
  const again = await as('koordinator@bappeda.example')
  const extension = { kind: 'extend', closesOn: '2026-02-19', agencyIds: ['kec-alak'], reason: 'Listrik padam.' }
  expectStatus(await again.request('POST', `/api/rounds/${roundId}/windows`, extension), 201)
  const { body } = expectStatus(await again.request('POST', `/api/rounds/${roundId}/rehearsals`), 201)
  const { id } = body as { id: string }
  expectStatus(await again.request('POST', `/api/rounds/${id}/clock`, { step: 'day', base: 0 }), 200)
  await moveTo(system, '2026-02-12T08:05:00+08:00')
}

/** What the page keeps of somebody who types on after the line was cut. */
async function keptInBrowser(): Promise<unknown> {
  const page: Page = await openWindow(browser)
  await signIn(page, system, 'operator@perikanan.example')
  await page.goto(`${system.siteUrl}/putaran/${roundId}/perikanan/${tagging}`)
  const field = page.getByLabel('Jabatan penanggung jawab')
  await field.waitFor()
  await page.context().setOffline(true)
  await field.fill('Diketik tanpa sambungan')
  await page.locator('.saved-note').getByText('Hanya di perangkat ini').waitFor()
  const kept = await page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('lengkap-perangkat')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const store = opening.result.transaction('simpanan').objectStore('simpanan')
          const [keys, values] = [store.getAllKeys(), store.getAll()]
          values.onsuccess = () => done(keys.result.map((key, index) => [key, values.result[index]]))
        }
      }),
  )
  return kept
}
