/** The whole system for one test file: fresh data, free ports, the rehearsal clock at Tuesday 10 February 2026 09.00 WITA if not told otherwise. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type System, startSystem } from '../../local/system.ts'

export async function startRehearsal(from?: string): Promise<System> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lengkap-journey-'))
  const system = await startSystem({
    port: 0,
    dynamodbPort: 0,
    inboxPort: 0,
    dataDir,
    clock: { kind: 'rehearsal', from: from === undefined ? undefined : new Date(from) },
    dynamodbEndpoint: undefined,
    sesEndpoint: undefined,
  })
  return {
    ...system,
    close: async () => {
      await system.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
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
