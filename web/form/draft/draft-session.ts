/**
 * Keeps what is typed: soon on the device, after a short pause on the server, based on the draft's version so that no
 * colleague's work is overwritten. A lost race is merged by row and cell; only what both changed differently is asked.
 * All failures end in a state that says where the work lies; none loses it.
 */
import { signal } from '@preact/signals'
import type { Answers } from '../../../functions/schema/answers.ts'
import { isProblem, Problem, Unreachable } from '../../api/problem.ts'
import type { StoredDraft } from '../../api/work.ts'
import type { DraftCopies, FoundCopy } from '../../device/draft-copies.ts'
import { changedPointers, mergeAnswers, takeTheirs } from '../model/merge-answers.ts'
import { same } from '../model/same.ts'
import { DeviceKeeper } from './device-keeper.ts'
import type { DraftPort, DraftSession, MergedChanges } from './draft-port.ts'
import type { DraftStatus } from './draft-status.ts'

export const pauseMilliseconds = 1_500
const retryMilliseconds = 15_000

/**
 * Opens a session on the server's draft and on what this device still holds unsaved. Without an answer the device's newest
 * copy stands in for the server's draft; rejects with `Unreachable` when there is none.
 */
export async function openDraftSession(port: DraftPort, copies: DraftCopies): Promise<DraftSession> {
  const [found, stored] = await Promise.all([copies.readAll(), port.read().catch(orUnreachable)])
  const known =
    stored ?? found.map((each) => each.stored).sort((a, b) => a.draft.version - b.draft.version)[found.length - 1]
  if (known === undefined) throw new Unreachable()
  const session = new Session(known, port, copies)
  await session.resume(found)
  return session
}

function orUnreachable(error: unknown): undefined {
  if (!(error instanceof Unreachable)) throw error
}

class Session implements DraftSession {
  readonly answers
  readonly status = signal<DraftStatus>({ kind: 'untouched' })
  readonly mergedWith = signal<MergedChanges | undefined>(undefined)
  readonly onDevice
  private stored: StoredDraft
  private readonly port: DraftPort
  private readonly copies: DraftCopies
  private readonly keeper: DeviceKeeper
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private over = false
  /** Sent without an answer: the server may have it. */
  private unanswered: Answers | undefined
  /** Another window's copy that waits for a decision. */
  private undecided: readonly FoundCopy[] = []

  constructor(stored: StoredDraft, port: DraftPort, copies: DraftCopies) {
    this.stored = stored
    this.port = port
    this.copies = copies
    this.answers = signal<Answers>(stored.draft.answers)
    this.keeper = new DeviceKeeper(copies, () => ({ stored: this.stored, answers: this.answers.peek() }))
    this.onDevice = this.keeper.works
    this.settled()
  }

  baseRevision = () => this.stored.draft.baseRevision

  /** Takes over what windows of this device could not save. What cannot be merged stays where it is until it is decided. */
  async resume(found: readonly FoundCopy[]): Promise<void> {
    const taken: FoundCopy[] = []
    for (const copy of found) {
      if (copy.stored.draft.formVersion !== this.stored.draft.formVersion) continue
      if (!this.takeOver(copy)) {
        this.undecided = [copy]
        break
      }
      taken.push(copy)
    }
    await this.keeper.now()
    if (this.onDevice.peek()) await this.copies.drop(taken)
    if (this.status.peek().kind !== 'conflict' && this.isUnsaved()) this.wait(pauseMilliseconds)
  }

  change(answers: Answers): void {
    this.answers.value = answers
    if (this.over) return
    this.keeper.soon()
    if (this.status.peek().kind !== 'conflict') this.wait(pauseMilliseconds)
  }

  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (leaving && !this.over && this.isUnsaved()) this.keeper.leave()
    while (this.running !== undefined) await this.running
    if (this.over || this.status.peek().kind === 'conflict') return
    if (!this.isUnsaved()) {
      this.settled()
      return
    }
    this.running = this.save(leaving).then(() => {
      this.running = undefined
    })
    await this.running
  }

  async settle(theirPointers: ReadonlySet<string>): Promise<void> {
    const status = this.status.peek()
    if (status.kind !== 'conflict') return
    const given = status.clashes.filter(({ pointer }) => theirPointers.has(pointer))
    this.stored = status.theirs
    this.answers.value = takeTheirs(this.answers.peek(), given)
    this.status.value = { kind: 'waiting' }
    await this.keeper.now()
    await this.copies.drop(this.undecided)
    this.undecided = []
    await this.flush()
  }

  async refresh(): Promise<void> {
    try {
      if (this.takeIn(await this.port.read())) await this.flush()
    } catch (error) {
      await this.recover(error)
    }
  }

  async look(): Promise<void> {
    if (this.isBusy()) return
    const newer = await this.port.readNewer(this.stored.etag).catch(() => undefined)
    if (newer === undefined || this.isBusy()) return
    const unsaved = this.isUnsaved()
    if (!this.takeIn(newer)) return
    this.keeper.soon()
    if (unsaved) this.wait(pauseMilliseconds)
    else this.settled()
  }

  async finish(): Promise<void> {
    this.over = true
    this.stop()
    await this.keeper.finish()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.keeper.stop()
  }

  private isUnsaved(): boolean {
    return !same(this.answers.peek(), this.stored.draft.answers)
  }

  private isBusy(): boolean {
    return this.over || this.running !== undefined || this.status.peek().kind === 'conflict'
  }

  private wait(milliseconds: number): void {
    if (this.status.peek().kind !== 'device-only') this.status.value = { kind: 'waiting' }
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), milliseconds)
  }

  private async save(leaving: boolean): Promise<void> {
    const sent = this.answers.peek()
    this.status.value = { kind: 'saving' }
    try {
      const stored = await this.port.save(sent, this.stored.etag, leaving)
      // The server's copy of the answers is what was sent; keeping ours spares comparing two of them.
      this.unanswered = undefined
      this.stored = { ...stored, draft: { ...stored.draft, answers: sent } }
      this.keeper.soon()
      if (this.answers.peek() === sent) this.settled()
      else this.wait(pauseMilliseconds)
    } catch (error) {
      if (error instanceof Unreachable) this.unanswered = sent
      await this.recover(error)
    }
  }

  private async recover(error: unknown): Promise<void> {
    if (isProblem(error, 'draft-conflict') || isProblem(error, 'revision-conflict')) {
      try {
        const theirs = await this.port.read()
        if (this.unanswered !== undefined && same(theirs.draft.answers, this.unanswered)) {
          this.stored = theirs
          this.wait(0)
        } else if (this.takeIn(theirs)) this.wait(0)
        return
      } catch (unread) {
        return this.recover(isProblem(unread, 'draft-conflict') ? new Unreachable() : unread)
      }
    }
    await this.keeper.now()
    // A server in trouble is asked again; one that says no is believed.
    if (error instanceof Problem && error.body.status < 500 && error.body.status !== 429)
      this.status.value = { kind: 'refused', error }
    else {
      this.status.value = { kind: 'device-only' }
      this.wait(retryMilliseconds)
    }
  }

  /** False when somebody has to decide. */
  private takeOver({ stored, answers }: FoundCopy): boolean {
    const base = stored.draft.answers
    if (same(answers, base) || same(answers, this.answers.peek())) return true
    if (same(base, this.answers.peek())) {
      this.answers.value = answers
      return true
    }
    return this.putTogether({ base, mine: answers, theirs: this.answers.peek() }, this.stored)
  }

  /** The server's newer draft; false when somebody has to decide. */
  private takeIn(newer: StoredDraft): boolean {
    const sides = { base: this.stored.draft.answers, mine: this.answers.peek(), theirs: newer.draft.answers }
    return this.putTogether(sides, newer)
  }

  private putTogether(
    { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', Answers>,
    newer: StoredDraft,
  ): boolean {
    const { merged, clashes } = mergeAnswers(base, mine, theirs)
    this.answers.value = merged
    if (clashes.length > 0) {
      this.stop()
      this.status.value = { kind: 'conflict', clashes, theirs: newer }
      void this.keeper.now()
      return false
    }
    this.stored = newer
    const pointers = changedPointers(base, theirs)
    if (pointers.length > 0) this.mergedWith.value = { from: newer, pointers }
    return true
  }

  private settled(): void {
    const { savedAt } = this.stored.draft
    this.status.value = savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt }
  }
}
