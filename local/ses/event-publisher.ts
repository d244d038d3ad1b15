/**
 * Brings every event to its subscriber at least once: tries again until the subscriber succeeds, and remembers on disk
 * what it took. Events themselves are recomputed from the kept messages, so a crash at any point loses none; at worst
 * one comes twice, as from SNS.
 */
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SNSEvent } from 'aws-lambda'
import { type EventFaults, fateOf } from './event-faults.ts'
import { asSnsEvent, type SesEvent } from './event-records.ts'

type PublisherSettings = {
  topicArn: string
  eventRetryMs: number
  onEvent?: (event: SNSEvent) => Promise<void>
  eventFaults?: EventFaults
}

/** SNS calls Lambda concurrently; a few at a time keep one hanging call from holding up the rest. */
const callsAtOnce = 4

/** The way from SES to the subscriber. `publish` never waits for it. */
export class EventPublisher {
  readonly #settings: PublisherSettings
  readonly #logPath: string
  readonly #taken: Set<string>
  readonly #open = new Set<Promise<void>>()
  readonly #closing = new AbortController()
  readonly #waiting: (() => void)[] = []
  #calls = 0

  private constructor(settings: PublisherSettings, logPath: string, taken: Set<string>) {
    this.#settings = settings
    this.#logPath = logPath
    this.#taken = taken
  }

  /** Reads which events were taken before. A torn last line is an event that comes once more. */
  static async open(dataDir: string, settings: PublisherSettings): Promise<EventPublisher> {
    const logPath = join(dataDir, 'events-taken.log')
    const lines = await readFile(logPath, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    // Begins on a fresh line, so that a torn line cannot swallow the next mark.
    if (lines !== '' && !lines.endsWith('\n')) await appendFile(logPath, '\n')
    return new EventPublisher(settings, logPath, new Set(lines.split('\n')))
  }

  /** Queues the events that nobody has taken yet. */
  publish(events: readonly SesEvent[]): void {
    if (!this.#settings.onEvent) return
    for (const event of events) {
      if (this.#taken.has(event.id)) continue
      const task = this.#bring(event).finally(() => this.#open.delete(task))
      this.#open.add(task)
    }
  }

  /** Resolves when every event published so far was taken (or is lost by design). For tests and a clean stop. */
  async settled(): Promise<void> {
    while (this.#open.size > 0) await Promise.all(this.#open)
  }

  /** Stops trying; waits at most two seconds for calls under way. */
  async close(): Promise<void> {
    this.#closing.abort()
    for (const wake of this.#waiting.splice(0)) wake()
    await Promise.race([Promise.all(this.#open), sleep(2000, undefined, { ref: false })])
  }

  async #bring(event: SesEvent): Promise<void> {
    const copies = fateOf(event.id, this.#settings.eventFaults)
    const taken = await Promise.all(copies.map((delay) => this.#bringCopy(event, delay)))
    if (!taken.every(Boolean)) return
    this.#taken.add(event.id)
    // Without its mark the event comes once more after a restart, which is no reason to stop a system that works.
    await appendFile(this.#logPath, `${event.id}\n`).catch((error) => console.error('SES emulator:', error))
  }

  /** True when the subscriber took it, false when the emulator closed first. */
  async #bringCopy(event: SesEvent, delayMs: number): Promise<boolean> {
    const { eventRetryMs, onEvent } = this.#settings
    if (delayMs > 0) await this.#pause(delayMs)
    for (let attempt = 0; !this.#closing.signal.aborted; attempt++) {
      if (await this.#call(event, onEvent, attempt)) return true
      await this.#pause(eventRetryMs * Math.min(100, 2 ** attempt))
    }
    return false
  }

  async #call(event: SesEvent, onEvent: PublisherSettings['onEvent'], attempt: number): Promise<boolean> {
    while (this.#calls >= callsAtOnce && !this.#closing.signal.aborted) {
      await new Promise<void>((wake) => this.#waiting.push(wake))
    }
    if (this.#closing.signal.aborted) return false
    this.#calls++
    try {
      await onEvent?.(asSnsEvent(event, this.#settings.topicArn))
      return true
    } catch (error) {
      const reason = error instanceof Error ? error.message : error
      if (attempt === 0) console.warn(`SES emulator: ${event.id} was not taken, trying again: ${reason}`)
      return false
    } finally {
      this.#calls--
      this.#waiting.shift()?.()
    }
  }

  async #pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#closing.signal }).catch(() => undefined)
  }
}
