/** `ops smoke`: says that a system answers, or what does not and what to do. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { opsOver } from './ops-world.ts'

const endpoint = useStoreEndpoint('ops-smoke')
let server: Server | undefined
afterEach(() => server?.close())

async function smoke(page: string, health: string, status = 200) {
  server = createServer((request, response) => {
    response.writeHead(request.url === '/' ? 200 : status).end(request.url === '/' ? page : health)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const siteUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return opsOver(endpoint().table, { siteUrl }).ops('smoke')
}

describe('the smoke test', () => {
  it('passes where page and API answer and are healthy', async () => {
    expect(await smoke('<!doctype html><html>', '{"status":"ok"}')).toMatchObject({
      status: 0,
      printed: expect.stringContaining('healthy'),
    })
  })

  it.each([
    ['no page', '', '{"status":"ok"}', 200, 'npm run build'],
    ['degraded', '<html>', '{"status":"degraded"}', 200, 'run book'],
    ['an error', '<html>', '{"status":"ok"}', 500, 'run book'],
  ])('fails on %s, with the remedy', async (_, page, health, status, remedy) => {
    expect(await smoke(page, health, status)).toMatchObject({ status: 1, said: expect.stringContaining(remedy) })
  })

  it('fails where nothing answers', async () => {
    const world = opsOver(endpoint().table, { siteUrl: 'http://127.0.0.1:9' })
    expect(await world.ops('smoke')).toMatchObject({ status: 1, said: expect.stringContaining('does not answer') })
  })
})
