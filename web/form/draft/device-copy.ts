/**
 * A copy of what is being typed, on this device, for when there is no connection. Office computers are shared: a copy is
 * found only by the person who made it, is wiped when they sign out, and never outlives a day.
 */
import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { Work } from '../../api/work.ts'
import { onSignOut } from '../../session/session.ts'

const dayMilliseconds = 86_400_000

/** `base` and `etag`: the server's draft from which the copy went on. `typed`: texts that are no answers yet, by pointer. */
export type DeviceCopy = {
  readonly at: number
  readonly etag: string
  readonly formVersion: number
  readonly base: Answers
  readonly answers: Answers
  readonly typed: Readonly<Record<string, string>>
}

/** Where copies lie. A browser that forbids storage has no copies; everything else goes on. */
export type DeviceCopies = {
  read(): Promise<DeviceCopy | undefined>
  write(copy: Omit<DeviceCopy, 'at'>): Promise<void>
  remove(): Promise<void>
}

let opened: UseStore | undefined
const store = () => {
  opened ??= createStore('lengkap', 'drafts')
  return opened
}
/** The device's own wall clock, which is not the round's. */
const deviceNow = () => performance.timeOrigin + performance.now()

onSignOut(async () => clear(store()))

/** The copies of one person's work on one form. */
export function deviceCopies(personId: string, { round, agency, form }: Work): DeviceCopies {
  const key = [personId, round, agency, form].join('|')
  return {
    read: async () => {
      await wipeOld().catch(() => undefined)
      return get<DeviceCopy>(key, store()).catch(() => undefined)
    },
    write: async (copy) => set(key, { ...copy, at: deviceNow() }, store()),
    remove: async () => del(key, store()).catch(() => undefined),
  }
}

async function wipeOld(): Promise<void> {
  const tooOld = deviceNow() - dayMilliseconds
  for (const [key, copy] of await entries<string, DeviceCopy>(store())) {
    if (copy.at < tooOld) await del(key, store())
  }
}
