/**
 * Files that should never have been uploaded are refused clearly, in under two seconds and 300 MB. Each is read in a process of
 * its own, built as it is deployed, so that its memory is its own.
 */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { workbookDetail } from '../../functions/http/workbook-words.ts'
import { workbookFlaws } from '../../functions/schema/workbook.ts'
import { hostileFiles } from './hostile-files.ts'
import { useBundled } from './run-bundled.ts'

const bundled = useBundled(`import './test/workbook/read-file.ts'`)

type Outcome = { is: string; milliseconds: number; megabytes: number }

async function read(name: string, file: Uint8Array, verb: 'preview' | 'annotate'): Promise<Outcome> {
  const path = join(bundled.dir(), name.replace(/\W+/g, '-'))
  writeFileSync(path, file)
  const outcome = await bundled.run(path, verb)
  rmSync(path)
  return outcome as Outcome
}

it.each(hostileFiles)('$name: $is', async ({ name, is, make }) => {
  const file = await make()
  // What is refused is refused at the same step for both.
  const verbs = is === 'read' ? (['preview', 'annotate'] as const) : (['preview'] as const)
  for (const verb of verbs) {
    const outcome = await read(name, file, verb)
    expect(outcome.is).toBe(is)
    expect(outcome.milliseconds).toBeLessThan(2_000)
    expect(outcome.megabytes).toBeLessThan(300)
  }
})

it('every refusal is made here once and has its words in both languages', () => {
  const made = new Set<string>(hostileFiles.map(({ is }) => is))
  expect(workbookFlaws.filter((flaw) => !made.has(flaw))).toEqual([])
  for (const flaw of workbookFlaws) {
    const { id, en } = workbookDetail(flaw, 'X')
    expect(id.length).toBeGreaterThan(30)
    expect(en).not.toBe(id)
  }
})
