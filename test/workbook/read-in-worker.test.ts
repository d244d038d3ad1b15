/** Files are read apart: a bundle as it is deployed runs itself again as a thread, whose memory and time have an end. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { createWorkerReader } from '../../functions/workbook/read/read-in-worker.ts'
import { useBundled } from './run-bundled.ts'

const bundled = useBundled(`
  import { readFileSync } from 'node:fs'
  import { isMainThread } from 'node:worker_threads'
  import { createWorkerReader } from './functions/workbook/read/read-in-worker.ts'
  if (isMainThread) {
    const [file, megabytes, seconds] = process.argv.slice(2)
    const read = createWorkerReader({ megabytes: Number(megabytes), seconds: Number(seconds) })
    const told = async () => {
      try { return (await read(readFileSync(file))).sheets[0].rows.length } catch (error) { return error.refusal?.reason ?? String(error) }
    }
    const first = await told()
    process.stdout.write(JSON.stringify([first, await told()]))
  }`)

function read(file: Uint8Array, megabytes: number, seconds: number): Promise<unknown> {
  const path = join(bundled.dir(), 'file')
  writeFileSync(path, file)
  return bundled.run(path, `${megabytes}`, `${seconds}`)
}

const rowsOf = (length: number) =>
  Array.from({ length }, (_, row) => [`Teks nomor ${row}`, `Keterangan ${row * 7}`, row, row / 3])
const large = (rows = 8_000) => writeXlsx({ sheets: [{ name: 'A', rows: rowsOf(rows) }] })

it('a file is read by the bundle’s own thread, and the process ends', async () => {
  expect(await read(await large(), 256, 30)).toEqual([8_000, 8_000])
})

it('what is more than the thread may hold, or takes longer, is refused, and the next file has a thread of its own', async () => {
  // Many times what the thread has: V8 holds a limit only roughly.
  expect(await read(await large(60_000), 8, 30)).toEqual(['unsafe', 'unsafe'])
  expect(await read(await large(), 256, 0.001)).toEqual(['unsafe', 'unsafe'])
})

it('stands unbundled too, and says why a file is refused', async () => {
  const reader = createWorkerReader({ megabytes: 256, seconds: 30 })
  const text = (content: string) => new TextEncoder().encode(content)
  const [book] = await Promise.all([reader(text('a;b\n1;2')), reader(text('c;d'))])
  expect(book.sheets[0]?.rows).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  await expect(reader(text('a;b;c\n1;"2;3\n'))).rejects.toMatchObject({ refusal: { reason: 'open-quote', what: '2' } })
})
