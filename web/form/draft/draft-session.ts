/**
 * Keeps what is typed: at once on the device, after a short pause on the server, based on the draft's version so that no
 * colleague's work is overwritten. A lost race is merged by row and cell; only what both changed differently is asked.
 * All failures end in a state that says where the work lies; none loses it.
 */
import { signal } from '@preact/signals'
import type { Answers } from '../../../functions/schema/answers.ts'
import { isProblem, Unreachable } from '../../api/problem.ts'
import type { StoredDraft } from '../../api/work.ts'
import { mergeAnswers, same, takeTheirs } from '../model/merge-answers.ts'
import type { DeviceCopies } from './device-copy.ts'
import type { DraftPort, DraftSession } from './draft-port.ts'
import type { DraftStatus } from './draft-status.ts'

export const pauseMilliseconds = 1_500
const retryMilliseconds = 15_000

/** Opens a session on the server's draft and the device's copy, if there is one that was not saved. */
export async function openDraftSession(
  stored: StoredDraft,
  port: DraftPort,
  copies: DeviceCopies,
): Promise<DraftSession & { readonly typed: Readonly<Record<string, string>> }> {
  const copy = await copies.read()
  const session = new Session(stored, port, copies)
  if (copy !== undefined && copy.formVersion === stored.draft.formVersion) session.resume(copy)
  return Object.assign(session, { typed: copy?.typed ?? {} })
}

class Session implements DraftSession {
  readonly answers
  readonly status = signal<DraftStatus>({ kind: 'untouched' })
  readonly mergedWith = signal<StoredDraft | undefined>(undefined)
  private stored: StoredDraft
  private readonly port: DraftPort
  private readonly copies: DeviceCopies
  private typed: Readonly<Record<string, string>> = {}
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private over = false
  /** Sent without an answer: the server may have it. */
  private unanswered: Answers | undefined

  constructor(stored: StoredDraft, port: DraftPort, copies: DeviceCopies) {
    this.stored = stored
    this.port = port
    this.copies = copies
    this.answers = signal<Answers>(stored.draft.answers)
    if (stored.draft.savedAt !== null) this.status.value = { kind: 'saved', at: stored.draft.savedAt }
  }

  baseRevision = () => this.stored.draft.baseRevision

  resume(copy: { base: Answers; answers: Answers; typed: Readonly<Record<string, string>>; etag: string }): void {
    this.typed = copy.typed
    if (same(copy.answers, this.stored.draft.answers)) return
    if (copy.etag === this.stored.etag) this.answers.value = copy.answers
    else if (!this.putTogether(copy.base, copy.answers, this.stored)) return
    this.wait(pauseMilliseconds)
  }

  change(answers: Answers, typed: Readonly<Record<string, string>>): void {
    this.answers.value = answers
    this.typed = typed
    if (this.over) return
    void this.keepOnDevice()
    if (this.status.peek().kind !== 'conflict') this.wait(pauseMilliseconds)
  }

  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer)
    this.timer = undefined
    while (this.running !== undefined) await this.running
    if (this.over || this.status.peek().kind === 'conflict') return
    if (same(this.answers.peek(), this.stored.draft.answers)) {
      this.settled(this.stored)
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
    await this.keepOnDevice()
    await this.flush()
  }

  async refresh(): Promise<void> {
    try {
      const theirs = await this.port.read()
      if (this.putTogether(this.stored.draft.answers, this.answers.peek(), theirs)) await this.flush()
    } catch (error) {
      await this.recover(error)
    }
  }

  async finish(): Promise<void> {
    this.over = true
    this.stop()
    await this.copies.remove()
  }

  stop(): void {
    clearTimeout(this.timer)
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
      if (this.answers.peek() === sent) this.settled(stored)
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
        } else if (this.putTogether(this.stored.draft.answers, this.answers.peek(), theirs)) this.wait(0)
        return
      } catch (unread) {
        return this.recover(isProblem(unread, 'draft-conflict') ? new Unreachable() : unread)
      }
    }
    await this.keepOnDevice()
    if (error instanceof Unreachable || isProblem(error, 'unavailable') || isProblem(error, 'unforeseen')) {
      this.status.value = { kind: 'device-only' }
      this.wait(retryMilliseconds)
    } else this.status.value = { kind: 'refused', error }
  }

  /** Merges; false when somebody has to decide. */
  private putTogether(base: Answers, mine: Answers, theirs: StoredDraft): boolean {
    const { merged, clashes } = mergeAnswers(base, mine, theirs.draft.answers)
    this.answers.value = merged
    if (clashes.length > 0) {
      this.status.value = { kind: 'conflict', clashes, theirs }
      void this.keepOnDevice()
      return false
    }
    this.stored = theirs
    this.mergedWith.value = theirs
    return true
  }

  private settled(stored: StoredDraft): void {
    const { savedAt } = stored.draft
    this.status.value = savedAt === null ? { kind: 'untouched' } : { kind: 'saved', at: savedAt }
    if (Object.keys(this.typed).length === 0) void this.copies.remove()
  }

  private async keepOnDevice(): Promise<void> {
    const { etag, draft } = this.stored
    await this.copies
      .write({
        etag,
        formVersion: draft.formVersion,
        base: draft.answers,
        answers: this.answers.peek(),
        typed: this.typed,
      })
      .catch(() => undefined)
  }
}
