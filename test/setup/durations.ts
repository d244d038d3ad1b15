/**
 * Seconds that the longest test files took on two cores; all others take less than four, one second on the average. A fresh checkout has no
 * durations of a run before, and the size of a file says little of those that play a week or a browser.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const seconds: Record<string, number> = {
  'test/soak/soak.test.ts': 103,
  'test/deploy/deploy.test.ts': 58,
  'test/browser/new-round.test.ts': 38,
  'test/browser/combo.test.ts': 34,
  'test/browser/windows.test.ts': 33,
  'test/browser/long-words.test.ts': 33,
  'test/browser/fill-and-review.test.ts': 31,
  'test/browser/languages.test.ts': 30,
  'test/browser/digest.test.ts': 26,
  'test/journeys/whole-round.test.ts': 25,
  'test/faults/kill-loop.test.ts': 25,
  'test/browser/drafts.test.ts': 25,
  'test/http/access.test.ts': 24,
  'test/browser/review-queue.test.ts': 24,
  'test/browser/rehearsal.test.ts': 24,
  'test/browser/workbook-again.test.ts': 23,
  'test/browser/new-build.test.ts': 23,
  'test/browser/grid.test.ts': 22,
  'test/workbook/hostile.test.ts': 20,
  'test/gallery/gallery.test.ts': 19,
  'test/browser/offline.test.ts': 19,
  'test/browser/set-up.test.ts': 17,
  'test/http/sign-in.test.ts': 15,
  'test/browser/mails.test.ts': 15,
  'test/store/place.test.ts': 14,
  'test/security/sign-in-limits.test.ts': 14,
  'test/jobs/breaker.test.ts': 14,
  'test/browser/papers.test.ts': 14,
  'test/browser/sipd.test.ts': 13,
  'test/http/personal.test.ts': 12,
  'test/faults/crash-points.test.ts': 12,
  'test/browser/returned-work.test.ts': 12,
  'test/browser/form-versions.test.ts': 12,
  'test/security/readers.test.ts': 10,
  'test/browser/why-mail.test.ts': 10,
  'test/browser/results.test.ts': 10,
  'test/security/own-writes.test.ts': 9,
  'test/web/combo.test.tsx': 8,
  'test/jobs/mail-events.test.ts': 8,
  'test/jobs/after-outage.test.ts': 8,
  'test/domain/notices/together.test.ts': 8,
  'test/domain/notices/steps-model.test.ts': 8,
  'test/store/dynamo-client.test.ts': 7,
  'test/local/start.test.ts': 7,
  'test/jobs/duties.test.ts': 7,
  'test/jobs/dispatch-together.test.ts': 7,
  'test/faults/submissions.test.ts': 7,
  'test/browser/upgrade.test.ts': 7,
  'test/browser/shared-pc.test.ts': 7,
  'test/browser/inbox.test.ts': 7,
  'test/web/live-findings.test.tsx': 6,
  'test/store/notices.test.ts': 6,
  'test/schema/properties.test.ts': 6,
  'test/journeys/canary.test.ts': 6,
  'test/http/rehearsal-model.test.ts': 6,
  'test/http/coverage-checks.test.ts': 6,
  'test/browser/session-end.test.ts': 6,
  'test/workbook/model/two-people.test.ts': 5,
  'test/ops/areas.test.ts': 5,
  'test/http/budgets.test.ts': 5,
  'test/workbook/round-trip.test.ts': 4,
  'test/store/two-at-once.test.ts': 4,
  'test/local/dynamo.test.ts': 4,
  'test/jobs/reconcile.test.ts': 4,
  'test/http/one-address.test.ts': 4,
  'test/http/budget-checks.test.ts': 4,
}

const gone = Object.keys(seconds).filter((file) => !existsSync(join(root, file)))
if (gone.length > 0) throw new Error(`test/setup/durations.ts names what is gone: ${gone}`)

/** @param file its path from the root of the repository */
export function secondsOf(file: string): number {
  return seconds[file] ?? 1
}
