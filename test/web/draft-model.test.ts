/**
 * Whatever people do, in whatever order, no typed value is ever lost: it is on the server, on a device, or before somebody's
 * eyes, until somebody who saw it has typed over it or decided against it. Two people, three windows, a slow device, requests
 * whose answers are lost, pages that are reloaded or killed, sessions that end.
 */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import { Problem, Unreachable } from '../../web/api/problem.ts'
import type { StoredDraft } from '../../web/api/work.ts'
import type { DraftCopies, DraftCopy, FoundCopy } from '../../web/form/draft/draft-copy.ts'
import type { DraftPort, DraftSession } from '../../web/form/draft/draft-port.ts'
import { loadTogether, openDraftSession } from '../../web/form/draft/draft-session.ts'
import { type Edit, editAnswers } from '../../web/form/model/edit-answers.ts'
import { clashId } from '../../web/form/model/merge-answers.ts'
import { blank, storedDraft, work } from './fixtures/opened-form.tsx'

const cells = ['nama', 'jabatan'] as const
type Cell = (typeof cells)[number]
const table = 'baris'
const never = new Promise<never>(() => undefined)
const after = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

type Device = { readonly kept: Map<string, DraftCopy & { at: number }>; clock: number; windows: number }
type Page = { readonly person: number; readonly key: string; alive: boolean; session: DraftSession | undefined }

/** One draft on a server, a device for each person, and what is still owed to those who typed. */
class World {
  stored: StoredDraft = storedDraft(blank)
  readonly devices: Device[] = [0, 1].map(() => ({ kept: new Map(), clock: 0, windows: 0 }))
  readonly pages: (Page | undefined)[] = [undefined, undefined, undefined]
  readonly online = [true, true]
  readonly signedIn = [true, true]
  /** Values that nobody has typed over, removed or decided against. */
  readonly live = new Set<string>()
  private count = 0

  /** The first two windows are one person's on one device. */
  personOf = (slot: number) => (slot < 2 ? 0 : 1)

  async open(slot: number): Promise<void> {
    const person = this.personOf(slot)
    const device = this.devices[person] as Device
    device.windows += 1
    const page: Page = { person, key: `w${device.windows}`, alive: true, session: undefined }
    this.pages[slot] = page
    await loadTogether()
    page.session = await openDraftSession(this.portOf(page), this.copiesOf(page, device)).catch(() => undefined)
  }

  type(slot: number, cell: Cell): void {
    const seen = this.pages[slot]?.session?.answers.peek().fields[cell]
    this.retire(seen)
    this.edit(slot, { do: 'set', changes: [{ place: { field: cell }, value: this.fresh() }] })
  }

  /** Adds, alters or removes a row of the table that this window shows. */
  touchRow(slot: number, how: 'add' | 'alter' | 'remove', at: number): void {
    const rows = this.pages[slot]?.session?.answers.peek().rows[table] ?? []
    const row = rows[at % Math.max(1, rows.length)]
    if (how === 'add') {
      const value = this.fresh()
      this.edit(slot, { do: 'insert-rows', table, rows: [{ rowKey: `r${value}`, cells: { kode: value } }], index: at })
    } else if (row !== undefined && how === 'alter') {
      this.retire(row.cells.uraian)
      const place = { table, rowKey: row.rowKey, field: 'uraian' }
      this.edit(slot, { do: 'set', changes: [{ place, value: this.fresh() }] })
    } else if (row !== undefined) {
      this.retire(row)
      this.edit(slot, { do: 'remove-rows', table, rowKeys: [row.rowKey] })
    }
  }

  private edit(slot: number, edit: Edit): void {
    const session = this.pages[slot]?.session
    if (session === undefined) this.live.delete(`<${this.count}>`)
    session?.change(editAnswers(session.answers.peek(), edit))
  }

  private fresh(): string {
    this.count += 1
    this.live.add(`<${this.count}>`)
    return `<${this.count}>`
  }

  /** Somebody who saw it wants it no more. */
  private retire(seen: unknown, kept?: unknown): void {
    for (const value of this.live) {
      if (holds(seen, value) && !holds(kept, value)) this.live.delete(value)
    }
  }

  /** `leaves`: the browser tells the page, which says its last word; without, it is killed. */
  close(slot: number, leaves: boolean): void {
    const page = this.pages[slot]
    if (page === undefined) return
    // What a killed page had only in its memory was on its way to the device: that much may be lost.
    if (leaves) void page.session?.flush(true)
    page.session?.stop()
    page.alive = false
    this.pages[slot] = undefined
    if (!leaves) this.forgive(page)
  }

  async decide(slot: number, forTheirs: boolean): Promise<void> {
    const session = this.pages[slot]?.session
    const clashes = session?.conflict.peek()?.clashes ?? []
    for (const { mine, theirs } of clashes) this.retire(forTheirs ? mine : theirs, forTheirs ? theirs : mine)
    const ids = clashes.map(clashId)
    void session?.settle(new Set(forTheirs ? ids : []), ids)
  }

  private forgive(page: Page): void {
    for (const value of this.live) {
      if (holds(page.session?.answers.peek(), value) && !this.isSomewhere(value)) this.live.delete(value)
    }
  }

  /** On the server, on a device, or before somebody. */
  isSomewhere(value: string): boolean {
    return (
      holds(this.stored.draft.answers, value) ||
      this.devices.some(({ kept }) =>
        [...kept.values()].some(({ answers, pending }) => holds([answers, pending], value)),
      ) ||
      this.pages.some((page) => holds([page?.session?.answers.peek(), page?.session?.conflict.peek()?.clashes], value))
    )
  }

  /** What a page has on its device for a decision. */
  waiting = (page: Page | undefined) => page && this.devices[page.person]?.kept.get(page.key)?.pending

  private portOf(page: Page): DraftPort {
    const reach = async () => {
      const wasSignedOut = !this.signedIn[page.person]
      while (!this.signedIn[page.person]) await after(50)
      // What waited for a sign-in went with its page.
      if (!page.alive && wasSignedOut) return never
      await after(20)
      if (!this.online[page.person]) throw new Unreachable()
    }
    const answered = async <T>(answer: T): Promise<T> => {
      await after(20)
      if (!page.alive) return never
      if (!this.online[page.person]) throw new Unreachable()
      return answer
    }
    return {
      read: async () => {
        await reach()
        return answered(this.stored)
      },
      readNewer: async (etag) => {
        await reach()
        return answered(this.stored.etag === etag ? undefined : this.stored)
      },
      save: async (answers, etag) => {
        await reach()
        if (etag !== this.stored.etag) {
          await answered(undefined)
          throw new Problem({ code: 'draft-conflict', title: '', detail: '', status: 412 } as Problem['body'])
        }
        this.save(answers, page.person)
        return answered(this.stored)
      },
      work,
    }
  }

  private save(answers: Answers, person: number): void {
    const version = this.stored.draft.version + 1
    const savedAt = new Date(Date.now()).toISOString()
    this.stored = {
      draft: { ...this.stored.draft, version, savedAt, savedBy: `p${person}`, answers },
      etag: `"v${version}-r0"`,
    }
  }

  /** A database that takes its time, and that a page which is gone does not reach any more. */
  private copiesOf(page: Page, device: Device): DraftCopies {
    const put = (copy: DraftCopy, at: number) => {
      if ((device.kept.get(page.key)?.at ?? 0) <= at) device.kept.set(page.key, { ...copy, at })
    }
    return {
      readAll: async () => {
        await after(5)
        const found = [...device.kept].sort(([, a], [, b]) => a.at - b.at)
        return found.map(([key, copy]): FoundCopy => ({ ...copy, key }))
      },
      write: async (copy) => {
        device.clock += 1
        const at = device.clock
        await after(30)
        if (!page.alive) return never
        put(copy, at)
      },
      writeAtOnce: (copy) => {
        device.clock += 1
        put(copy, device.clock)
      },
      drop: async (copies) => {
        for (const { key, at } of copies) {
          if (key !== page.key && (device.kept.get(key)?.at ?? 0) <= at) device.kept.delete(key)
        }
      },
      removeAll: async () => device.kept.clear(),
    }
  }
}

const holds = (content: unknown, value: string) => (JSON.stringify(content) ?? '').includes(value)

const slot = fc.nat({ max: 2 })
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('type' as const), slot, cell: fc.constantFrom(...cells) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('row' as const),
      slot,
      how: fc.constantFrom('add' as const, 'alter' as const, 'alter' as const, 'remove' as const),
      at: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(10, 100, 400, 2_000, 20_000) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('line' as const), person: fc.nat({ max: 1 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('reload' as const), slot, leaves: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('session' as const), person: fc.nat({ max: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('look' as const), slot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), slot, theirs: fc.boolean() }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

async function perform(world: World, each: Act): Promise<void> {
  if (each.do === 'type') world.type(each.slot, each.cell)
  else if (each.do === 'row') world.touchRow(each.slot, each.how, each.at)
  else if (each.do === 'wait') await vi.advanceTimersByTimeAsync(each.ms)
  else if (each.do === 'line') world.online[each.person] = !world.online[each.person]
  else if (each.do === 'session') world.signedIn[each.person] = !world.signedIn[each.person]
  else if (each.do === 'look') void world.pages[each.slot]?.session?.look()
  else if (each.do === 'decide') await world.decide(each.slot, each.theirs)
  else {
    world.close(each.slot, each.leaves)
    void world.open(each.slot)
    await vi.advanceTimersByTimeAsync(100)
  }
}

function expectNothingLost(world: World, when: string): void {
  for (const value of world.live) expect(world.isSomewhere(value), `${value} after ${when}`).toBe(true)
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('no typed value is ever lost, and when all are back each is on the server or before the eyes of somebody', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 40 }), async (acts) => {
      const world = new World()
      for (const each of [0, 1, 2]) {
        void world.open(each)
        await vi.advanceTimersByTimeAsync(100)
      }
      for (const each of acts) {
        await perform(world, each)
        expectNothingLost(world, JSON.stringify(each))
      }
      world.online.fill(true)
      world.signedIn.fill(true)
      await vi.advanceTimersByTimeAsync(60_000)
      for (const each of [0, 1, 2]) {
        if (world.pages[each]?.session !== undefined) continue
        world.close(each, false)
        void world.open(each)
      }
      for (let round = 0; round < 3; round += 1) {
        for (const page of world.pages) void page?.session?.look()
        await vi.advanceTimersByTimeAsync(20_000)
      }
      // Of one place the server's side is asked first; another window's waits behind it.
      const panels = world.pages.flatMap((page) => [page?.session?.conflict.peek()?.clashes, world.waiting(page)])
      for (const value of world.live) {
        expect(holds([world.stored.draft.answers, panels], value), `${value} is neither saved nor asked about`).toBe(
          true,
        )
      }
      for (const page of world.pages) page?.session?.stop()
    }),
    { numRuns: Number(process.env.DRAFT_RUNS ?? 300) },
  )
}, 600_000)
