/**
 * Leaving is as easy as coming: a region exported from one table and imported into an empty one has the same board, the same
 * receipts, the same mails; nothing of another region travels, nothing that stands is overwritten, no mail goes twice.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../functions/store/table.ts'
import { fromAttributes } from '../../functions/store/wire/attributes.ts'
import { at } from '../fixtures/round.ts'
import { answers, makeWorld, roundId, useWorld } from '../http/world.ts'
import { type StoreEndpoint, useStoreEndpoint } from '../store/store-endpoint.ts'
import { opsOver } from './ops-world.ts'

const source = useWorld('ops-archive')
const target = useStoreEndpoint('ops-archive-target')
const folder = mkdtempSync(join(tmpdir(), 'lengkap-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))

const region = 'kota-kupang'
const file = join(folder, 'kota-kupang.jsonl.gz')
const form = (agency: string) => `/api/rounds/${roundId}/agencies/${agency}/forms/uji`
let from: ReturnType<typeof opsOver>

beforeAll(async () => {
  const { clock, table } = source()
  clock.now = at(11, '10:00')
  from = opsOver(table, { now: clock.now })
  const operator = await source().signedIn('dua-dinas')
  for (const [base, nomor] of [
    [0, 'A/1'],
    [1, 'A/2'],
  ] as const) {
    const headers = { 'if-match': `"${base}"`, 'idempotency-key': `key-${base}-of-archive` }
    const sent = await operator.post(`${form('perikanan')}/submissions`, { answers: answers(nomor) }, headers)
    expect(sent.status).toBe(201)
  }
  const draft = { formVersion: 1, answers: answers('draf') }
  expect((await operator.put(`${form('dinsos')}/draft`, draft, { 'if-match': '"v0-r0"' })).status).toBe(200)
  const book = await operator.get(`${form('dinsos')}/workbook`)
  const raw = new Uint8Array(await book.arrayBuffer())
  const headersOfFile = { 'content-type': 'application/octet-stream' }
  const seen = await operator.send('POST', `${form('dinsos')}/workbook`, { raw, headers: headersOfFile })
  const { file: upload } = (await seen.json()) as { file: { download: string; offer: string } }
  expect((await operator.post(`${form('dinsos')}/workbook/taken`, upload)).status).toBe(204)
  await from.ops('notices', 'replay', region, '--time=2026-02-11T10:00:00+08:00', '--yes')
})

/** Everything of a table, by key; a test may scan, the deployed functions may not. */
async function everything({ client, tableName }: Pick<StoreEndpoint, 'client' | 'tableName'>): Promise<Item[]> {
  const { Items = [] } = await client.call('Scan', { TableName: tableName, ConsistentRead: true })
  return Items.map((item) => fromAttributes(item) as Item)
}
const lines = (path: string) => gunzipSync(readFileSync(path)).toString().trimEnd().split('\n')

describe('an export', () => {
  it('holds the facts, contents, receipts and mails, and nothing of another region or of a browser', async () => {
    expect((await from.ops('region', 'export', region, `--to=${file}`)).status).toBe(0)
    const kinds = new Set(
      lines(file)
        .slice(1, -1)
        .map((line) => String(JSON.parse(line).pk).split('#')[0]),
    )
    expect([...kinds].sort()).toEqual(['BODY', 'DOWNLOADS', 'DRAFT-BODY', 'NOTICES', 'RECEIPT', 'REGION', 'ROUND'])
    const text = lines(file).join('\n')
    expect(text).not.toMatch(/asing|SESSIONS|CHALLENGE|COUNTER|BROWSERS/)
    expect(text).toContain('"type":"notice"')
  })

  it('forgets no kind of partition: each is exported, or stays for a reason', async () => {
    const code = readFileSync(new URL('../../functions/store/region-archive.ts', import.meta.url), 'utf8')
    const stays: Record<string, string> = {
      addressKeys: 'named by addressPartition',
      noticeKeys: 'listed by scope',
      dueKeys: 'an index',
      signInKeys: 'binds a browser',
      regionIndexKeys: 'signposted anew',
      regionVersionKey: 'of what is kept in memory',
      tickKey: 'of the installation',
      outageKeys: 'of the installation',
      mailServiceKeys: 'of the installation',
    }
    const kinds = Object.keys(await import('../../functions/store/keys.ts')).filter((name) => /Keys?$/.test(name))
    expect(kinds.length).toBeGreaterThan(10)
    expect(kinds.filter((name) => !(name in stays) && !code.includes(`${name}.`))).toEqual([])
  })

  it('of an unknown region is refused with the remedy', async () => {
    const { status, said } = await from.ops('region', 'export', 'nowhere', `--to=${join(folder, 'x')}`)
    expect([status, said]).toEqual([1, expect.stringContaining('region list')])
  })
})

describe('an import into an empty table', () => {
  it('is tried first, and then makes the region identical', async () => {
    const to = opsOver(target().table, { now: source().clock.now })
    const tried = await to.ops('region', 'import', file)
    expect([tried.status, tried.printed]).toEqual([0, expect.stringContaining('Nothing was written')])
    expect(await everything(target())).toEqual([])
    const done = await to.ops('region', 'import', file, '--yes')
    expect([done.status, done.printed]).toEqual([0, expect.stringContaining('2 submissions in 1 rounds verified')])
    const again = await to.ops('region', 'import', file, '--yes')
    expect(again.printed).toContain('0 new')
  })

  it('shows the same board, draft, history and public receipt', async () => {
    const there = makeWorld(target().table)
    there.clock.now = source().clock.now
    for (const world of [source(), there]) world.clock.now = at(11, '11:00')
    const ask = async (world: typeof there, who: string, path: string) => {
      const answer = await (await world.as(who)).get(path)
      return { status: answer.status, body: await answer.json() }
    }
    const receipts = (await ask(there, 'dua-dinas', `${form('perikanan')}/submissions`)).body.submissions
    const number = receipts[0].receiptNumber ?? receipts[0].number
    const pages = [
      ['koordinator', `/api/rounds/${roundId}/completeness`],
      ['koordinator', `/api/notifications?round=${roundId}`],
      ['dua-dinas', `${form('perikanan')}/submissions`],
      ['dua-dinas', `${form('perikanan')}/submissions/2`],
      ['dua-dinas', `${form('dinsos')}/draft`],
      ['dua-dinas', `/api/receipts/${number}`],
    ] as const
    for (const [who, path] of pages) {
      const before = await ask(source(), who, path)
      expect(before.status, path).toBe(200)
      expect(await ask(there, who, path), path).toEqual(before)
    }
  })

  it('sends nothing that waits until it is reconciled, then what falls due after the pause', async () => {
    const now = at(11, '10:00')
    const to = opsOver(target().table, { now })
    const due = async () => {
      const keys = []
      for await (const key of to.notices.due(at(20, '10:00'))) keys.push(key)
      return keys
    }
    expect(await due()).toEqual([])
    const status = await to.ops('notices', 'status', region, '--json')
    const [{ held, states }] = JSON.parse(status.printed)
    expect([held, states.planned]).toEqual([expect.any(Number), held])
    expect(held).toBeGreaterThan(0)
    const early = ['restore', 'reconcile', region, '--sent-until=2026-02-11T09:00:00+08:00']
    expect((await to.ops(...early)).printed).toContain('Nothing was written')
    const [first] = (await to.notices.list(region, roundId)).filter(({ state }) => state === 'planned')
    await to.ops('restore', 'reconcile', region, '--sent-until=2026-02-11T23:00:00+08:00', '--yes')
    expect(await due()).toEqual([])
    const explained = await to.ops('notices', 'explain', region, first?.nid ?? '')
    expect(explained.printed).toContain('may have been sent by the table')
    expect(JSON.parse((await to.ops('notices', 'status', region, '--json')).printed)[0].held).toBe(0)
  })

  it('overwrites nothing that stands, and says what differs', async () => {
    const to = opsOver(target().table)
    const facts = await to.regions.load(region)
    const settings = facts?.settings
    if (settings === undefined) throw new Error('no region')
    const changed = lines(file).map((line) => line.replaceAll('"helpPhone":"', '"helpPhone":"9'))
    const forged = join(folder, 'forged.jsonl.gz')
    writeFileSync(forged, gzipSync(`${changed.join('\n')}\n`))
    expect((await to.ops('region', 'import', forged)).said).toContain('not whole')
    expect((await to.regions.load(region))?.settings).toEqual(settings)
    await from.regions.reviseSettings({ ...settings, helpPhone: '0380-1', at: settings.at })
    await to.regions.reviseSettings({ ...settings, helpPhone: '0380-2', at: settings.at })
    const later = join(folder, 'later.jsonl.gz')
    await from.ops('region', 'export', region, `--to=${later}`)
    const { status, said } = await to.ops('region', 'import', later, '--yes')
    expect([status, said]).toEqual([1, expect.stringContaining('SETTINGS#0002')])
    expect((await to.regions.load(region))?.settings.helpPhone).toBe('0380-2')
  })
})

describe('an archive that was cut', () => {
  it('while it was written goes on where it was', async () => {
    const path = join(folder, 'cut.jsonl.gz')
    let calls = 0
    const cut = opsOver(source().table, {
      onCall: () => {
        calls += 1
        if (calls === 1) throw new Error('cut off')
      },
    })
    await expect(cut.ops('region', 'export', region, `--to=${path}`)).rejects.toThrow('cut off')
    expect((await cut.ops('region', 'export', region, `--to=${path}`)).status).toBe(0)
    expect(lines(path).length).toBe(lines(join(folder, 'later.jsonl.gz')).length)
  })

  it.each([
    ['half a file', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['no archive', () => Buffer.from('PK not gzip')],
    ['a line less', (bytes: Buffer) => gzipSync(gunzipSync(bytes).toString().split('\n').toSpliced(3, 1).join('\n'))],
    ['another file', () => gzipSync('{"format":"other"}\n')],
  ])('%s is refused before anything is written', async (name, spoil) => {
    const path = join(folder, `${name}.gz`)
    writeFileSync(path, spoil(readFileSync(file)))
    const { status, said } = await opsOver(target().table).ops('region', 'import', path, '--yes')
    expect([status, said]).toEqual([1, expect.stringMatching(/export/i)])
  })
})

describe('a round', () => {
  it('is exported as the workbook that the page offers', async () => {
    const path = join(folder, 'hasil.xlsx')
    const world = opsOver(source().table, { now: source().clock.now, forms: source().deps.forms })
    const { status, printed } = await world.ops('round', 'export', region, roundId, `--to=${path}`)
    expect([status, printed]).toEqual([0, expect.stringMatching(/sheets/)])
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')
    expect((await world.ops('round', 'export', region, 'nowhere')).said).toContain('region list')
  })
})
