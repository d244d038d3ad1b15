/**
 * Keeps what is typed: first on the device, after a short pause on the server, based on the draft's version so that no
 * colleague's work is overwritten. A lost race is merged by row and cell; what both changed differently waits for a decision,
 * on the device and in the panel, while all the rest is saved. All failures end in a state that says where the work lies;
 * none loses it. What puts two sides together is a piece of its own; nothing else waits for it.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Answers } from '../../../functions/schema/answers.ts'
import { isProblem, Problem, Unreachable } from '../../api/problem.ts'
import type { StoredDraft } from '../../api/work.ts'
import type { Pending } from '../model/pending.ts'
import { same } from '../model/same.ts'
import { LeftAnswers } from '../version/left-answers.ts'
import { DeviceKeeper } from './device-keeper.ts'
import type { DraftCopies, FoundCopy } from './draft-copy.ts'
import type { Conflict, DraftPort, DraftSession, MergedChanges } from './draft-port.ts'
import type { DraftStatus } from './draft-status.ts'
import { OwnSends } from './own-sends.ts'

export const pauseMilliseconds = 1_500
const retryMilliseconds = 15_000
const patience = () => new Promise((over) => setTimeout(over, 1_000))

export type Together = typeof import('./together.ts')
/** What puts two sides together, once it is there. `load` rejects with `Unreachable` as long as it cannot be fetched. */
export type LatePiece = { piece: Together | undefined; readonly load: () => Promise<Together> }
export type SessionParts = {
  readonly port: DraftPort
  readonly copies: DraftCopies
  readonly together: LatePiece
}

export class Session implements DraftSession {
  readonly answers
  readonly status = signal<DraftStatus>({ kind: 'untouched' })
  readonly conflict: ReadonlySignal<Conflict | undefined>
  readonly mergedWith = signal<MergedChanges | undefined>(undefined)
  readonly left
  readonly onDevice
  /** The server's draft as last heard. */
  private readonly stored
  private readonly pending = signal<readonly Pending[]>([])
  private readonly sends = new OwnSends()
  private readonly port
  private readonly copies
  private readonly together
  private readonly keeper: DeviceKeeper
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private over = false
  private typedAt = 0

  constructor(stored: StoredDraft, { port, copies, together }: SessionParts) {
    this.stored = signal(stored)
    this.port = port
    this.copies = copies
    this.together = together
    this.answers = signal<Answers>(stored.draft.answers)
    this.left = new LeftAnswers(stored.draft.left, () => this.change(this.answers.peek()))
    this.conflict = computed(() => {
      if (this.pending.value.length === 0) return undefined
      const { openClashes } = this.met()
      const clashes = openClashes(this.pending.value, this.answers.value, this.stored.value.draft.answers)
      return clashes.length === 0 ? undefined : { clashes }
    })
    this.keeper = new DeviceKeeper(copies, () => ({
      stored: this.stored.peek(),
      answers: this.answers.peek(),
      pending: this.pending.peek(),
      sent: this.sends.all,
      typedAt: this.typedAt,
      left: this.left.here,
    }))
    this.onDevice = this.keeper.works
    this.settled()
  }

  baseRevision = () => this.stored.peek().draft.baseRevision

  merge: Together['mergeAnswers'] = (...sides) => this.met().mergeAnswers(...sides)

  /** Takes over what windows of this device could not save, in the order in which it was typed. */
  async resume(found: readonly FoundCopy[]): Promise<void> {
    const version = this.stored.peek().draft.formVersion
    const taken =
      found.length === 0 ? found : await (await this.together.load()).inVersion(found, version, this.port.work)
    for (const copy of taken) this.takeOver(copy)
    await this.keeper.now()
    if (this.onDevice.peek()) await this.copies.drop(taken)
    if (this.isUnsaved()) this.wait(pauseMilliseconds)
  }

  change(answers: Answers): void {
    this.answers.value = answers
    this.typedAt = Date.now()
    if (this.over) return
    this.keeper.soon()
    this.wait(pauseMilliseconds)
  }

  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    if (leaving && !this.over && (this.isUnsaved() || this.keeper.isBehind())) this.keeper.leave()
    while (this.running !== undefined) await this.running
    if (this.over) return
    if (!this.isUnsaved()) {
      this.settled()
      return
    }
    this.running = this.save(leaving).then(() => {
      this.running = undefined
    })
    await this.running
  }

  async settle(theirs: ReadonlySet<string>, shown?: readonly string[]): Promise<void> {
    const open = this.conflict.peek()?.clashes ?? []
    const sides = { mine: this.answers.peek(), server: this.stored.peek().draft.answers }
    const settled = this.met().settleClashes({ open, theirs, shown }, sides, this.pending.peek())
    this.pending.value = settled.pending
    this.answers.value = settled.answers
    this.status.value = { kind: 'waiting' }
    await this.keeper.now()
    await this.flush()
  }

  async refresh(): Promise<void> {
    try {
      await this.takeIn(this.port.read())
      await this.flush()
    } catch (error) {
      await this.recover(error)
    }
  }

  async look(): Promise<void> {
    if (this.over || this.running !== undefined) return
    const newer = await this.port.readNewer(this.stored.peek().etag).catch(() => undefined)
    if (newer === undefined || !(await this.together.load().catch(() => undefined))) return
    if (this.over || this.running !== undefined) return
    this.putTogether(newer)
    this.keeper.soon()
    if (this.isUnsaved()) this.wait(pauseMilliseconds)
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

  /** What the server should have. */
  private decided(): Answers {
    const [pending, answers] = [this.pending.peek(), this.answers.peek()]
    return pending.length === 0
      ? answers
      : this.met().decidedAnswers(pending, answers, this.stored.peek().draft.answers)
  }

  /** Where two sides have met already. */
  private met(): Together {
    if (this.together.piece === undefined) throw new Error('no other side has been seen')
    return this.together.piece
  }

  private isUnsaved(): boolean {
    return this.left.said !== undefined || !same(this.decided(), this.stored.peek().draft.answers)
  }

  private wait(milliseconds: number): void {
    if (this.status.peek().kind !== 'device-only') this.status.value = { kind: 'waiting' }
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.flush(), milliseconds)
  }

  private async save(leaving: boolean): Promise<void> {
    const mine = this.answers.peek()
    const sent = this.decided()
    const base = this.stored.peek()
    this.status.value = { kind: 'saving' }
    if (!leaving && this.together.piece === undefined)
      await Promise.race([this.together.load().catch(() => undefined), patience()])
    // Without the piece what a lost answer leaves there may be asked about, as if it were somebody else's.
    const { piece } = this.together
    if (piece !== undefined) this.sends.takeOver([piece.sentOf(base.draft.answers, sent)])
    // The device has it before the server, so that a page opened again never finds less here than there.
    if (!leaving) await this.keeper.inTime()
    try {
      const stored = await this.port.save(sent, base.etag, leaving, this.left.said)
      this.left.said = undefined
      this.sends.clear()
      // The server's copy of the answers is what was sent; keeping ours spares comparing two of them.
      this.stored.value = { ...stored, draft: { ...stored.draft, answers: sent } }
      this.keeper.soon()
      if (this.answers.peek() === mine) this.settled()
      else this.wait(pauseMilliseconds)
    } catch (error) {
      await this.recover(error)
    }
  }

  private async recover(error: unknown): Promise<void> {
    if (isProblem(error, 'draft-conflict') || isProblem(error, 'revision-conflict')) {
      try {
        await this.takeIn(this.port.read())
        if (this.isUnsaved()) this.wait(0)
        else this.settled()
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

  private takeOver(copy: FoundCopy): void {
    this.sends.takeOver(copy.sent ?? [])
    this.left.takeOver(copy.left)
    this.typedAt = Math.max(this.typedAt, copy.typedAt ?? 0)
    const { answers, asked } = this.met().takeOverCopy(copy, this.answers.peek(), this.stored.peek().draft)
    this.answers.value = answers
    this.pending.value = [...this.pending.peek(), ...asked]
  }

  private async takeIn(coming: Promise<StoredDraft>): Promise<void> {
    const [newer] = await Promise.all([coming, this.together.load()])
    this.putTogether(newer)
  }

  private putTogether(newer: StoredDraft): void {
    const sides = { stored: this.stored.peek(), mine: this.answers.peek(), newer }
    const taken = this.met().takeInDraft(sides, this.sends)
    if (taken === undefined) return
    const { answers, asked, pointers } = taken
    this.answers.value = answers
    this.stored.value = newer
    this.pending.value = [...this.pending.peek(), ...asked]
    if (pointers.length > 0) this.mergedWith.value = { from: newer, pointers }
  }

  private settled(): void {
    const { savedAt } = this.stored.peek().draft
    this.status.value = savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt }
  }
}
