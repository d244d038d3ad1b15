/** Counts one use of a limit, or refuses. Addresses are hashed with the key before they become part of a counter. */
import { Refused } from '../refusal.ts'
import { hashAddress } from '../secrets/token.ts'
import { type Limit, limits } from './limits.ts'
import type { SignInPorts } from './ports.ts'

type Ports = Pick<SignInPorts, 'signIn' | 'codeKey' | 'log'>

/** Refuses with `too-many-requests`. */
export async function countUse(now: Date, ports: Ports, limit: Limit, address: string): Promise<void> {
  await countHashed(now, ports, limit, hashAddress(ports.codeKey, address))
}

/** As `countUse`, of what is hashed already. */
export async function countHashed(now: Date, ports: Ports, limit: Limit, key: string): Promise<void> {
  const counted = await ports.signIn.count(now, limit, key)
  if (counted.allowed) return
  throw new Refused({ code: 'too-many-requests', retryAfterSeconds: counted.retryAfterSeconds, of: 'sign-in' })
}

/** The limit over everybody is an alarm: nobody can lock others out by reaching it. */
export async function watchEverybody(now: Date, ports: Ports): Promise<void> {
  const counted = await ports.signIn.count(now, limits.everybody, 'all')
  if (!counted.allowed) ports.log({ level: 'warn', message: 'sign-in is asked for unusually often' })
}
