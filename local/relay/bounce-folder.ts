/**
 * Where the relay puts what came back: a Maildir (`new/`, `cur/`), e.g. by a `.forward` or a Postfix alias of the sender's address.
 * Each report is handed to the deployed handler of mail events and moved to `cur/` when that has recorded it; a report that could
 * not be recorded stays and is read again.
 */
import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Handlers } from '../handlers.ts'
import { asSnsEvent } from '../ses/event-records.ts'
import { readReport } from './read-report.ts'

const topic = 'arn:aws:sns:local:000000000000:relay'
const everyMs = 60_000

/** Reads the folder now and each minute; answers how to stop. */
export function watchBounces(folder: string, handlers: Pick<Handlers, 'mailEvents'>, clock: () => Date): () => void {
  const read = () => takeBounces(folder, handlers, clock()).catch((error: unknown) => console.error('bounces:', error))
  void read()
  const timer = setInterval(read, everyMs)
  return () => clearInterval(timer)
}

/** How many mails were taken, and how many events they held. */
export async function takeBounces(
  folder: string,
  { mailEvents }: Pick<Handlers, 'mailEvents'>,
  now: Date,
): Promise<{ mails: number; events: number }> {
  const counts = { mails: 0, events: 0 }
  for (const name of readdirSync(join(folder, 'new')).toSorted()) {
    const file = join(folder, 'new', name)
    const events = await readReport(readFileSync(file), now)
    for (const [at, { eventType, payload }] of events.entries()) {
      const record = {
        id: `${name}#${at}`,
        type: 'Bounce' as const,
        at: now.toISOString(),
        payload: { eventType, ...payload },
      }
      await mailEvents(asSnsEvent(record, topic))
    }
    renameSync(file, join(folder, 'cur', `${name}:2,S`))
    counts.mails += 1
    counts.events += events.length
  }
  return counts
}
