/** SES's emulator in a process of its own, without a limit of its rate that anybody would reach. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SNSEvent } from 'aws-lambda'

export type BenchSes = {
  endpoint: string
  /** What is reported of the mails that were taken last: of each that it was sent and that it arrived. */
  events(count: number): Promise<SNSEvent[]>
  end(): void
}

/** A mail arrives this long after it was taken, and a little. */
const untilReportedMs = 1_000

export async function startSes(): Promise<BenchSes> {
  const child = fork(join(import.meta.dirname, 'ses-process.ts'), [mkdtempSync(join(tmpdir(), 'lengkap-ses-'))])
  const [port] = await once(child, 'message')
  return {
    endpoint: `http://127.0.0.1:${port}`,
    events: async (count) => {
      await sleep(untilReportedMs)
      child.send(count)
      const [events] = await once(child, 'message')
      return events as SNSEvent[]
    },
    end: () => void child.kill(),
  }
}
