/**
 * A setting that is misspelt must not be taken as one that was left out. What a revision is shown with beside its settings may come back
 * with it: a client that changes one thing sends the whole.
 */
import type { Context } from 'hono'
import { Refused } from '../domain/refusal.ts'
import type { HttpEnv } from './request.ts'

const shownBeside = new Set([
  'id',
  'at',
  'by',
  'byName',
  'revision',
  'generation',
  'servesSince',
  'digest',
  'openedAt',
  'rehearsal',
  'move',
  'assigned',
])

/** `known`: the shape of what is taken. Refuses with `malformed-request`, with a pointer to each field that nobody knows. */
export async function refuseUnknown<E extends HttpEnv>(c: Context<E>, known: object): Promise<void> {
  const sent: unknown = await c.req.json()
  const names = typeof sent === 'object' && sent !== null ? Object.keys(sent) : []
  const unknown = names.filter((name) => !Object.hasOwn(known, name) && !shownBeside.has(name))
  if (unknown.length === 0) return
  const message = c.get('language') === 'en' ? 'There is no such setting.' : 'Pengaturan ini tidak dikenal.'
  const errors = unknown
    .slice(0, 50)
    .map((name) => ({ pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, message }))
  throw new Refused({ code: 'malformed-request', errors })
}
