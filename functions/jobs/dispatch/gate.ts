/**
 * What one run knows of the breaker. A gate that has shut stays shut for this run until a try of its own got through; what other
 * senders learn, the next run reads. Never throws: a table that does not answer must not stop the mail.
 */
import type { OpenBreaker, Trouble } from '../../domain/notices/ledger/breaker.ts'
import type { MailOutcome } from '../../domain/notices/ledger/mailer.ts'
import type { DispatchParts } from './dispatch-parts.ts'

export type Gate = {
  isShut(): boolean
  /** Of a shut gate: failures in a row, and milliseconds until the next try is due. */
  failures(): number
  msToTry(): number
  /** Takes the one try that is due, if it is of any use. */
  mayTry(): Promise<boolean>
  /** A mail of this run is trying just now. */
  isTrying(): boolean
  /** Told of every answer of the provider. */
  learn(result: MailOutcome): Promise<void>
  /** Answers of the provider so far. */
  asked(): number
}

/** So many sendings in a row without any answer are no accident of one connection. */
const mostSilent = 3

export async function openGate({ breaker, mailer, clock, report }: DispatchParts): Promise<Gate> {
  const quietly = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      report({ nid: '-', step: 'breaker', error })
      return undefined
    }
  }
  let shut: OpenBreaker | undefined = await quietly(() => breaker.read())
  let silent = 0
  let asked = 0
  let trying = false
  const refuse = async (trouble: Trouble) => {
    await quietly(() => breaker.refuse(clock(), trouble))
    // Shut also where the table does not answer: the provider has said no.
    shut = (await quietly(() => breaker.read())) ?? {
      ...trouble,
      since: clock().toISOString(),
      failures: 1,
      retryAt: clock().toISOString(),
    }
  }
  const learn = async (result: MailOutcome) => {
    asked++
    trying = false
    silent = result.outcome === 'unknown' && result.trouble === undefined ? silent + 1 : 0
    const trouble = troubleIn(result, shut !== undefined || silent >= mostSilent)
    if (trouble !== undefined) return refuse(trouble)
    if (result.outcome === 'unknown' || shut === undefined) return
    shut = undefined
    await quietly(() => breaker.close(clock()))
  }
  return {
    isShut: () => shut !== undefined,
    failures: () => shut?.failures ?? 0,
    msToTry: () => (shut === undefined ? 0 : Date.parse(shut.retryAt) - clock().getTime()),
    mayTry: async () => {
      if (!(await quietly(() => breaker.takeProbe(clock())))) return false
      const look = (await mailer.look?.()) ?? 'willing'
      trying = look === 'willing'
      if (look !== 'willing') await refuse(look)
      return trying
    },
    isTrying: () => trying,
    learn,
    asked: () => asked,
  }
}

/** `silence`: no answer is trouble too, at a try or again and again. */
function troubleIn(result: MailOutcome, silence: boolean): Trouble | undefined {
  if (result.outcome === 'unavailable') return { trouble: result.trouble, reason: result.reason }
  if (result.outcome !== 'unknown') return undefined
  if (result.trouble !== undefined) return { trouble: result.trouble, reason: result.reason }
  return silence ? { trouble: 'silent', reason: result.reason } : undefined
}
