/** Somebody signs in each hour, at the whole system over HTTP: with a code by mail, and each step at which that ends is told. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAdmin } from '../../functions/admin/admin.ts'
import { canary } from '../../functions/domain/sign-in/canary.ts'
import { type CanaryParts, isCanaryTime, lookAsCanary } from '../../functions/jobs/canary.ts'
import type { System } from '../../local/system.ts'
import { startRehearsal } from './running-system.ts'
import { expectStatus, readInbox, Visitor } from './visitor.ts'

let system: System
let parts: CanaryParts
let mailed = 0
let admin: ReturnType<typeof createAdmin>
/** The site's way in, which may be broken: what is asked there, by `METHOD path`, and the answer instead. */
let broken: Partial<Record<string, number>> = {}
let door: Server

beforeAll(async () => {
  system = await startRehearsal()
  const { env, ledger, regions } = await import('../../functions/lambda/deps.ts')
  const { clock } = await import('../../functions/lambda/clock.ts')
  door = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const body = Buffer.concat(await request.toArray())
    const instead = broken[`${method} ${url}`]
    const passed = await fetch(`${system.siteUrl}${url}`, {
      method,
      headers: { 'content-type': headers['content-type'] ?? '', cookie: headers.cookie ?? '', origin: system.siteUrl },
      ...(body.length > 0 && { body }),
    })
    response.writeHead(instead ?? passed.status, { 'set-cookie': passed.headers.getSetCookie() })
    response.end(Buffer.from(await passed.arrayBuffer()))
  })
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening))
  const siteUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
  parts = { regions, ledger, codeKey: env.CODE_KEY ?? '', siteUrl, patienceMs: 20_000, clock: () => clock.now(), delay }

  expect(await lookAsCanary(parts)).toEqual({})
  expect(await mails()).toEqual([])
  const { adminPorts } = await import('../../functions/lambda/admin-deps.ts')
  admin = createAdmin({ ...adminPorts, canary: true })
  for (let again = 0; again < 2; again++)
    expect(await admin({ verb: 'retention.end', input: {}, dryRun: false })).toHaveProperty('answer')
})
afterAll(async () => {
  door.close()
  await system.close()
})

async function mails() {
  const all = (await readInbox(system)).filter(({ to }) => to.includes(canary.email))
  return all.slice(mailed).map(({ tags }) => tags.kind)
}

describe('the canary', () => {
  it('signs in with the code of a mail that SES took, and out; each hour that is one mail, from a browser that is known', async () => {
    for (let hour = 0; hour < 3; hour++) {
      expect(await lookAsCanary(parts)).toEqual({})
      expect(await mails()).toEqual(['sign-in-code'])
      mailed++
    }
  })

  it.each([
    ['GET /', 503, 'site'],
    ['GET /api/health', 503, 'site'],
    ['POST /api/sign-in', 429, 'ask for a code'],
    ['POST /api/sign-in/verify', 500, 'code'],
    ['GET /api/me', 401, 'being signed in'],
    ['POST /api/sign-out', 502, 'signing out'],
  ])('where %s answers %i it says that it failed at: %s', async (asked, status, failed) => {
    broken = { [asked]: status }
    expect(await lookAsCanary(parts)).toEqual({ failed })
    broken = {}
  })

  it('says so when the mail does not leave, when its code is wrong, and when nothing listens', async () => {
    const never = { signInsSince: async () => [] }
    expect(await lookAsCanary({ ...parts, ledger: never, patienceMs: 600 })).toEqual({ failed: 'mail with the code' })
    expect(await lookAsCanary({ ...parts, codeKey: 'another key of thirty-two characters' })).toEqual({
      failed: 'code',
    })
    expect(await lookAsCanary({ ...parts, siteUrl: 'http://127.0.0.1:9' })).toEqual({ failed: 'site' })
  })

  it('is shown to nobody: no help line, no region of a list, no round', async () => {
    const { regions } = await import('../../functions/lambda/deps.ts')
    expect(await regions.list()).toEqual(['kota-kupang'])
    const { body } = expectStatus(await new Visitor(system).request('GET', '/api/help'), 200)
    expect(JSON.stringify(body)).not.toMatch(/canary|simulator/)
  })

  it.each(['canary', 'none'])('nobody’s region is made as %s', async (region) => {
    const place = { zone: 'Asia/Jakarta', zoneName: 'WIB', replyTo: 'a@kota.example', helpPhone: '1' }
    const settings = { region, name: { id: 'Kota', en: 'City' }, ...place }
    const input = { settings, agencies: [], holidays: [], references: {} }
    expect(await admin({ verb: 'region.create', input, dryRun: false })).toMatchObject({
      refused: { errors: [{ pointer: '/settings/region', reason: 'id-taken' }] },
    })
  })

  it('looks in one of the four runs of an hour, whichever minute they have', () => {
    for (let offset = 0; offset < 15; offset++) {
      const runs = [0, 15, 30, 45].map((minute) => new Date(Date.UTC(2026, 1, 10, 1, minute + offset)))
      expect(runs.filter(isCanaryTime)).toHaveLength(1)
    }
  })
})
