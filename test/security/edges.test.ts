/** Doors that are not there: the gateway's own address, another host's name in a path, the inbox under a foreign name. */

import { mkdtempSync, rmSync } from 'node:fs'
import { request as ask, type RequestOptions } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildMime } from '../../functions/mail/mime.ts'
import { problemSchema } from '../../functions/schema/problem.ts'
import { isLocalName, pathOf } from '../../local/local-host.ts'
import { type SesEmulator, startSesEmulator } from '../../local/ses/ses-emulator.ts'
import { createWebServer, type WebServerParts } from '../../local/web-server.ts'
import { useWorld } from '../http/world.ts'

const world = useWorld('security-edges')

it('the gateway’s own address answers nobody, not even health or a mail program', async () => {
  const browser = world().browser()
  for (const secret of [undefined, '', 'wrong', 'the-origin-secret-of-test']) {
    for (const [method, path] of [
      ['GET', '/api/health'],
      ['GET', '/api/receipts/x'],
      ['POST', '/api/sign-in'],
      ['POST', '/api/unsubscribe/x'],
    ] as const) {
      const answer = await browser.send(method, path, { headers: { 'x-origin-secret': secret } })
      expect(answer.status, `${method} ${path} ${secret}`).toBe(403)
      expect(problemSchema.parse(await answer.json()).code).toBe('not-this-way')
    }
  }
  expect((await browser.get('/api/health')).status).not.toBe(403)
})

it.each(['/api//rounds', '//api/me', '/api/receipts/a%00b', '/api/me?x=%00'])('%s is a bad request', async (path) => {
  expect((await world().browser().get(path)).status).toBe(400)
})

it('an address that is not one is refused without repeating it', async () => {
  const mail = {
    to: { name: 'A', email: 'a@b.example, c@d.example' },
    replyTo: 'r@b.example',
    subject: 's',
    text: 't',
    html: 'h',
  }
  const built = buildMime({ ...mail, nid: 'n', attempt: 1, at: new Date(0) } as never, {
    name: 'L',
    email: 'l@b.example',
  })
  await expect(built).rejects.toThrow(/^not exactly one address$/)
})

it.each([
  ['localhost', true],
  ['localhost:3000', true],
  ['127.0.0.1:8005', true],
  ['[::1]:8005', true],
  ['lengkap.localhost:3000', true],
  ['evil.example', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.evil.example', false],
  ['', false],
  ['localhost:3000@evil.example', false],
])('the name %s is local: %s', (host, local) => {
  expect(isLocalName({ headers: { host } })).toBe(local)
})
it.each([['/'], ['/tugas?x=//y'], ['/bukti/%'], ['/a%2F%2Fb']])('%s is a path', (url) =>
  expect(pathOf({ url })).toBeDefined(),
)
it.each([['//evil.example/a'], ['/a//b'], ['/a%00b'], ['/a?b=%00'], ['http://evil.example/'], ['*']])(
  '%s is none',
  (url) => {
    expect(pathOf({ url })).toBeUndefined()
  },
)

const folder = mkdtempSync(join(tmpdir(), 'lengkap-edges-'))
let ses: SesEmulator
const parts = {
  site: { answer: (_: unknown, response: { end: (text: string) => void }) => response.end('page') },
  controls: { answer: async (_: unknown, response: { end: (text: string) => void }) => response.end('controls') },
} as unknown as WebServerParts
const web = createWebServer(Promise.resolve(parts))
beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  ses = await startSesEmulator({
    port: 0,
    dataDir: folder,
    clock: () => new Date(),
    verified: ['lengkap.example'],
    subscriber: async () => undefined,
  } as never)
})
afterAll(async () => {
  web.close()
  await ses.close()
  rmSync(folder, { recursive: true, force: true })
})

function statusOf(port: number, options: RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = ask({ port, host: '127.0.0.1', ...options }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })
}

it('inbox and clock answer to this machine’s name only, and neither falls over a strange path', async () => {
  const site = (web.address() as AddressInfo).port
  for (const [port, path] of [
    [site, '/local/clock'],
    [ses.port, '/messages'],
    [ses.port, '/'],
  ] as const) {
    expect(await statusOf(port, { path, headers: { host: 'localhost' } })).toBe(200)
    expect(await statusOf(port, { path, headers: { host: 'evil.example' } })).toBe(403)
  }
  for (const path of ['//', '//x', '/a%00b', '/messages//']) {
    expect(await statusOf(site, { path }), path).toBe(400)
    expect(await statusOf(ses.port, { path }), path).toBe(400)
  }
  expect(await statusOf(site, { path: '/bukti/%' })).toBe(200)
})
