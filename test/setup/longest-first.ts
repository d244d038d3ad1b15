/**
 * The order in which test files begin: the longest first, so that no worker is left alone with one at the end. A fresh checkout has no
 * durations of a run before, and the size of a file says little of those that play a week or a browser.
 */
import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of a project follow each other, because those that share their modules share a worker; the one with the longest files comes first. */
const projects = ['alone', 'whole', 'parts', 'web', 'unit', 'last']
/** Those far above their project's average. */
const longest = [
  'test/soak/soak.test.ts',
  'test/deploy/deploy.test.ts',
  'test/faults/kill-loop.test.ts',
  'test/faults/crash-points.test.ts',
  'test/browser/papers.test.ts',
  'test/browser/drafts.test.ts',
  'test/browser/combo.test.ts',
  'test/browser/windows.test.ts',
  'test/browser/new-build.test.ts',
  'test/browser/long-words.test.ts',
  'test/browser/new-round.test.ts',
  'test/http/access.test.ts',
  'test/workbook/hostile.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = longest.filter((name) => !existsSync(join(this.ctx.config.root, name)))
    if (gone.length > 0) throw new Error(`test/setup/longest-first.ts names what is gone: ${gone}`)
    const rank = ({ moduleId, project }: TestSpecification) => {
      const place = longest.indexOf(relative(project.config.root, moduleId))
      return 100 * projects.indexOf(project.name) + (place < 0 ? longest.length : place)
    }
    const sorted = await super.sort(files)
    return sorted.sort(
      (a, b) => a.project.config.sequence.groupOrder - b.project.config.sequence.groupOrder || rank(a) - rank(b),
    )
  }
}
