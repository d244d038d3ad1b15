/** What is remembered of a download ends, its marks after it; without them a file is compared as one that nobody remembers. */
import { expect, it } from 'vitest'
import {
  type Downloads,
  knownDownload,
  offer,
  readOffer,
  rememberDownload,
  take,
} from '../../functions/domain/workbook/downloads.ts'
import { createDownloads } from '../../functions/store/downloads.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

const endpoint = useStoreEndpoint('store-downloads')
const work = { region: 'kota-kupang', round: '3a', agencyId: 'dinsos', formId: 'uji' }
const made = new Date('2026-02-10T01:00:00Z')
const marks = (text: string) => ({ fields: { marks: text }, rows: {} })

async function used(id: string, text: string): Promise<{ downloads: Downloads; sha256: string }> {
  const downloads = createDownloads(endpoint().table)
  await rememberDownload(made, downloads, { work, id, by: 'ani' })
  const step = { work, id, by: 'ani', marks: marks(text) }
  const later = new Date('2026-03-01T01:00:00Z')
  const sha256 = (await offer(later, downloads, step)) ?? ''
  await take(later, downloads, step)
  return { downloads, sha256 }
}

it('lies in one partition with its marks, which outlive it', async () => {
  await used('x1', 'a'.repeat(700_000))
  const items = await endpoint().table.queryAll('DOWNLOADS#kota-kupang#3a')
  const [download, ...chunks] = items
  expect(chunks.map(({ sk }) => sk.split('#')[0])).toEqual(chunks.map(() => 'MARKS'))
  expect(chunks.length).toBeGreaterThan(1)
  const end = Number(download?.expiresAt)
  expect(new Date(end * 1_000).toISOString()).toBe('2027-03-17T01:00:00.000Z')
  for (const { expiresAt } of chunks) expect(Number(expiresAt)).toBeGreaterThan(end)
})

it('of equal marks each download has its own, and only its own person may take', async () => {
  const first = await used('x2', 'same')
  const second = await used('x3', 'same')
  expect(second.sha256).toBe(first.sha256)
  for (const id of ['x2', 'x3']) {
    expect((await knownDownload(first.downloads, work, id))?.takes).toMatchObject([{ by: 'ani', marks: marks('same') }])
    await expect(readOffer(first.downloads, { work, id, by: 'budi' }, first.sha256)).rejects.toThrow()
  }
})

it('whose marks are gone is known without them', async () => {
  const { downloads, sha256 } = await used('x4', 'gone')
  const without: Downloads = { ...downloads, marks: async () => undefined }
  expect((await knownDownload(without, work, 'x4'))?.takes).toEqual([])
  await expect(readOffer(without, { work, id: 'x4', by: 'ani' }, sha256)).rejects.toThrow()
})
