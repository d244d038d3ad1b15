/** The other end of the queue: each message is one region's work, and one region's trouble is no other's. */
import { failedAgain, type RegionMemory } from '../domain/region/region-memory.ts'
import type { RegionAsk } from '../schema/region-ask.ts'

export type AskMessage = { id: string; ask: RegionAsk }

export type AskedRun = {
  memory: Pick<RegionMemory, 'read' | 'noteFailing'>
  remainingMs(): number
  /** Of a region that failed; it is asked for again. */
  report(region: string, error: unknown): void
}

/** Regions in work at once: one that waits for the table leaves the processor to the other. */
const atOnce = 2
/** What is left of a run in which no other region is begun, and in which one that is not done is given up. */
const reserveMs = { toBegin: 20_000, toEnd: 3_000 }

/** Answers what each region's work answered, and the ids of messages whose work is not done: failed, too slow, or not begun in time. */
export async function workOffAsks<Answer>(
  messages: readonly AskMessage[],
  work: (ask: RegionAsk) => Promise<Answer>,
  run: AskedRun,
): Promise<{ answers: Answer[]; failed: string[] }> {
  const waiting = [...messages]
  const answers: Answer[] = []
  const failed: string[] = []
  const lane = async () => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      const fail = (error: unknown) => {
        failed.push(message.id)
        run.report(message.ask.region, error)
      }
      if (run.remainingMs() < reserveMs.toBegin) {
        fail(new Error('No time is left'))
        continue
      }
      try {
        answers.push(await inTime(work(message.ask), run.remainingMs() - reserveMs.toEnd))
      } catch (error) {
        fail(error)
        await noteFailing(run, message.ask)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return { answers, failed }
}

/** Where the table itself fails nothing is remembered, and the region is asked for as before. */
async function noteFailing({ memory, report }: AskedRun, { region, time }: RegionAsk): Promise<void> {
  try {
    await memory.noteFailing(region, failedAgain(new Date(time), await memory.read(region)))
  } catch (error) {
    report(region, error)
  }
}

/** Work that is given up may end all the same: whatever it does may be done twice. */
async function inTime<Answer>(work: Promise<Answer>, ms: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The region is too slow')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
