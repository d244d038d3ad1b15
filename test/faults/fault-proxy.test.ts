/**
 * The fault proxy does exactly what each mode says, before DynamoDB and before SES: a test that relies on
 * "the write happened but nobody was told" must be able to trust that.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDynamoClient, type DynamoClient } from '../../functions/store/dynamo-client.ts'
import { createTable } from '../../local/dynamodb/create-table.ts'
import { type LocalDynamo, startDynamo } from '../../local/dynamodb/start-dynamo.ts'
import { sendMail, sesClient, startSes } from '../local/ses-support.ts'
import { byChance, type FaultMode, type FaultProxy, type FaultRule, startFaultProxy } from './fault-proxy.ts'

let dataDir: string
let dynamo: LocalDynamo
let proxy: FaultProxy
let client: DynamoClient

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lengkap-test-'))
  dynamo = await startDynamo({ port: 0, dataDir })
  await createTable(dynamo.endpoint, 'lengkap')
  proxy = await startFaultProxy({ target: dynamo.endpoint, seed: 1, choose: () => 'pass' })
  client = createDynamoClient({ endpoint: proxy.url, maxAttempts: 1, requestMs: 500 })
})
afterAll(async () => {
  client.destroy()
  await proxy.close()
  await dynamo.close()
  await rm(dataDir, { recursive: true })
})

test.each<[FaultMode, string | RegExp | null, 'written' | 'not written']>([
  ['pass', null, 'written'],
  ['delay', null, 'written'],
  ['resetBefore', /ECONNRESET|TimeoutError|Error/, 'not written'],
  ['resetAfter', /ECONNRESET|TimeoutError|Error/, 'written'],
  ['500after', 'InternalServerError', 'written'],
  ['throttle', 'ProvisionedThroughputExceededException', 'not written'],
  ['hang', 'TimeoutError', 'not written'],
])('%s: the caller sees %s and the item is %s', async (mode, error, outcome) => {
  proxy.use(({ operation }) => (operation === 'PutItem' ? mode : 'pass'))
  const key = { pk: { S: 'UJI' }, sk: { S: mode } }
  const put = client.call('PutItem', { TableName: 'lengkap', Item: key })
  if (error) await expect(put).rejects.toMatchObject({ name: error })
  else await put
  const { Item } = await createDynamoClient({ endpoint: dynamo.endpoint }).call('GetItem', {
    TableName: 'lengkap',
    Key: key,
    ConsistentRead: true,
  })
  expect(Item ? 'written' : 'not written').toBe(outcome)
  expect(proxy.counts[`PutItem ${mode}`]).toBe(1)
})

test('truncate cuts the answer in its middle after the call took effect', async () => {
  proxy.use(({ operation }) => (operation === 'GetItem' ? 'truncate' : 'pass'))
  const key = { pk: { S: 'UJI' }, sk: { S: 'panjang' } }
  await client.call('PutItem', { TableName: 'lengkap', Item: { ...key, isi: { S: 'x'.repeat(5000) } } })
  await expect(client.call('GetItem', { TableName: 'lengkap', Key: key })).rejects.toThrow()
})

test('a mail whose answer was cut is in the inbox; one that was cut before is not', async () => {
  const ses = await startSes()
  const before = await startFaultProxy({ target: ses.emulator.url, seed: 2, choose: () => 'resetBefore' })
  const throughProxy = { ...ses, client: sesClient(before.url) }
  await expect(sendMail(throughProxy)).rejects.toThrow()
  expect(ses.emulator.messages()).toHaveLength(0)
  before.use(({ operation }) => (operation === 'SendRawEmail' ? 'resetAfter' : 'pass'))
  await expect(sendMail(throughProxy)).rejects.toThrow()
  expect(ses.emulator.messages()).toHaveLength(1)
  before.use(() => 'throttle')
  await expect(sendMail(throughProxy)).rejects.toMatchObject({ name: 'Throttling' })
  before.use(() => '500after')
  await expect(sendMail(throughProxy)).rejects.toMatchObject({
    name: 'InternalFailure',
    $metadata: { httpStatusCode: 500 },
  })
  before.use(() => 'pass')
  await sendMail(throughProxy)
  expect(ses.emulator.messages()).toHaveLength(3)
  await before.close()
})

test('the same seed chooses the same faults, about as often as asked, and only where asked', async () => {
  const draw = async (seed: number) => {
    const modes: FaultMode[] = []
    const chances = byChance({ resetAfter: 0.2, throttle: 0.2 }, ['GetItem'])
    const choose: FaultRule = (call) => {
      const mode = chances(call)
      modes.push(mode)
      return mode === 'pass' ? 'pass' : 'throttle'
    }
    const seeded = await startFaultProxy({ target: dynamo.endpoint, seed, choose })
    const headers = { 'x-amz-target': 'DynamoDB_20120810.GetItem' }
    for (let n = 0; n < 100; n++) await (await fetch(seeded.url, { method: 'POST', headers, body: '{}' })).text()
    await (
      await fetch(seeded.url, { method: 'POST', headers: { 'x-amz-target': 'DynamoDB_20120810.PutItem' }, body: '{}' })
    ).text()
    expect(modes.at(-1)).toBe('pass')
    await seeded.close()
    return modes
  }
  const [once, again, other] = [await draw(41), await draw(41), await draw(42)]
  expect(again).toEqual(once)
  expect(other).not.toEqual(once)
  const faults = once.filter((mode) => mode !== 'pass').length
  expect(faults).toBeGreaterThan(20)
  expect(faults).toBeLessThan(60)
})
