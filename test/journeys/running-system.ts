/**
 * The whole system with fresh data, the rehearsal clock at Tuesday 10 February 2026 09.00 WITA if not told otherwise. In one
 * process the systems follow each other at the same addresses and with the same key, because the handlers keep the settings that
 * they first found, as a warm container does (local/handlers.ts).
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'
import { tableIs } from '../../local/dynamodb/create-table.ts'
import { type LocalDynamo, startDynamo } from '../../local/dynamodb/start-dynamo.ts'
import type { LocalSettings } from '../../local/settings.ts'
import { type System, startSystem, tableName } from '../../local/system.ts'

type Kept = { port: number; dynamodbPort: number; inboxPort: number; codeKeyFile: string }

const home = mkdtempSync(join(tmpdir(), 'lengkap-systems-'))
process.once('exit', () => rmSync(home, { recursive: true, force: true }))
let kept: Kept | undefined
/** One for all systems of the process that begin empty: a new one is slow at first. It ends with the process. */
let dynamo: LocalDynamo | undefined

/** One at a time: close it before the next one is started. `prepare` may put an older data folder in place. `region`: another one than Kota Kupang. */
export async function startRehearsal(
  from?: string,
  prepare?: (dataDir: string) => void,
  region: Pick<LocalSettings, 'regency' | 'empty'> = {},
): Promise<System> {
  const dataDir = mkdtempSync(join(home, 'data-'))
  prepare?.(dataDir)
  if (kept) copyFileSync(kept.codeKeyFile, join(dataDir, 'code-key'))
  const system = await startSystem({
    ...(kept ?? { port: 0, dynamodbPort: 0, inboxPort: 0 }),
    dataDir,
    clock: { kind: 'rehearsal', from: from === undefined ? undefined : new Date(from) },
    // An older data folder has a DynamoDB of its own, at the same address.
    dynamodbEndpoint: prepare === undefined ? await emptyDynamo() : await noDynamo(),
    sesEndpoint: undefined,
    ...region,
  })
  kept ??= keep(system, dataDir)
  return {
    ...system,
    close: async () => {
      await system.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function emptyDynamo(): Promise<string> {
  if (dynamo === undefined) {
    dynamo = await startDynamo({ port: kept?.dynamodbPort ?? 0, dataDir: undefined })
    return dynamo.endpoint
  }
  const client = createDynamoClient({ endpoint: dynamo.endpoint })
  await client.ask('DeleteTable', { TableName: tableName })
  await tableIs(client, tableName, undefined)
  client.destroy()
  return dynamo.endpoint
}

async function noDynamo(): Promise<undefined> {
  await dynamo?.close()
  dynamo = undefined
}

function keep({ siteUrl, dynamodbEndpoint, inboxUrl }: System, dataDir: string): Kept {
  const portOf = (url: string) => Number(new URL(url).port)
  const codeKeyFile = join(home, 'code-key')
  copyFileSync(join(dataDir, 'code-key'), codeKeyFile)
  return {
    port: portOf(siteUrl),
    dynamodbPort: portOf(dynamodbEndpoint),
    inboxPort: portOf(inboxUrl),
    codeKeyFile,
  }
}

/** Moves the rehearsal clock as the page's bar does; what falls due on the way runs in order. */
export async function moveTo(system: System, instant: string): Promise<void> {
  const response = await fetch(`${system.siteUrl}/local/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: instant }),
  })
  if (!response.ok) throw new Error(`clock: ${response.status} ${await response.text()}`)
}
