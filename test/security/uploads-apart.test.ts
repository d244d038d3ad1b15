/** An upload is read, compared, judged and noted in a thread with an end to its memory and time: others are answered meanwhile. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { beforeAll, expect, it, vi } from 'vitest'
import { Refused } from '../../functions/domain/refusal.ts'
import type { WorkbookSubject } from '../../functions/domain/workbook/workbooks.ts'
import { createWorkerChecks } from '../../functions/workbook/upload/check-in-worker.ts'
import { answersWith, goodRow } from '../schema/sample-form.ts'
import { useBundled } from '../workbook/run-bundled.ts'
import { blank, now, subjectOf, workbooks } from '../workbook/subject.ts'

vi.setConfig({ testTimeout: 60_000 })
const bundled = useBundled(`
  import { readFileSync } from 'node:fs'
  import { isMainThread } from 'node:worker_threads'
  import { createWorkerReader } from './functions/workbook/read/read-in-worker.ts'
  import { createWorkerChecks } from './functions/workbook/upload/check-in-worker.ts'
  import { blank, subjectOf } from './test/workbook/subject.ts'
  if (isMainThread) {
    const limits = { megabytes: 256, seconds: 30 }
    const file = readFileSync(process.argv[2])
    const book = await createWorkerReader(limits)(file)
    const { kind, counts } = await createWorkerChecks(limits).preview(subjectOf(blank), file)
    process.stdout.write(JSON.stringify([book.kind, kind, counts.rows > 0]))
  }`)
const apart = createWorkerChecks({ megabytes: 256, seconds: 20 })
const [table] = subjectOf(blank).definition.tables

/** What stands, downloaded, and uploaded to a draft in which nothing stands. */
let file: Uint8Array
beforeAll(async () => {
  file = await workbooks.template(now, subjectOf(answersWith()))
})
const person = { id: 'sari', nameOf: (id: string) => `Nama ${id}` }
const another: WorkbookSubject = subjectOf(blank, {
  person,
  download: async () => ({
    madeAt: '2026-02-10T01:00:00.000Z',
    takes: [{ by: 'sari', at: '2026-02-10T02:00:00.000Z', marks: { fields: {}, rows: {} } }],
  }),
  judge: async () => [
    { pointer: '/fields/nama', code: 'required', message: { id: 'Dari daerah', en: 'From the region' } } as never,
  ],
})

it('comes to the same as where it is asked, with what the store and the region say', async () => {
  const here = await workbooks.check(another, file)
  expect(await apart.check(another, file)).toEqual(here)
  expect(await apart.preview(another, file)).toEqual(here.preview)
  expect(here.preview.file?.takenBy).toBe('Nama sari')
  expect(await apart.taken(another, here.offer)).toEqual(await workbooks.taken(another, here.offer))
  const noted = await apart.annotate(another, file)
  expect(Buffer.from(noted).equals(Buffer.from(await workbooks.annotate(another, file)))).toBe(true)
})

it('leaves the thread of the requests free while it works', async () => {
  const rows = Array.from({ length: 4_000 }, (_, n) => ({ rowKey: `R${n}`, cells: goodRow }))
  const large = await workbooks.template(now, subjectOf({ fields: {}, rows: { [table?.id ?? '']: rows } }))
  const turnsDuring = async (work: Promise<unknown>) => {
    let [turns, done] = [0, false]
    const ended = work.finally(() => {
      done = true
    })
    while (!done) {
      await turn()
      turns += 1
    }
    await ended
    return turns
  }
  const meanwhile = await turnsDuring(apart.preview(subjectOf(blank), large))
  const inPlace = await turnsDuring(workbooks.preview(subjectOf(blank), large))
  expect(meanwhile).toBeGreaterThan(20 * inPlace)
})

it('says why a file is refused, throws what the region’s judge throws, and goes on', async () => {
  const wrong = new TextEncoder().encode('{"a": 1}')
  await expect(apart.preview(another, wrong)).rejects.toMatchObject({ refusal: { reason: 'not-a-workbook' } })
  const trouble = new Refused({ code: 'not-found', what: 'round' })
  const judge = () => Promise.reject(trouble)
  await expect(apart.preview({ ...another, judge }, file)).rejects.toBe(trouble)
  expect((await apart.preview(another, file)).kind).toBe('xlsx')
})

it('what takes longer than its time, reading, comparing or noting, is refused', async () => {
  const hasty = createWorkerChecks({ megabytes: 256, seconds: 0.001 })
  for (const work of [hasty.preview, hasty.annotate])
    await expect(work(another, file)).rejects.toMatchObject({ refusal: { reason: 'unsafe' } })
})

it('runs in the bundle that is deployed', async () => {
  const path = join(bundled.dir(), 'file.xlsx')
  writeFileSync(path, file)
  expect(await bundled.run(path)).toEqual(['xlsx', 'xlsx', true])
})
