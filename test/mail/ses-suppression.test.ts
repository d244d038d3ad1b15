/** Taking an address off SES's list: off is off, also when it never stood there; without an answer nobody is told that it is off. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createSesSuppressionList } from '../../functions/mail/ses-suppression.ts'
import { startSes } from '../local/ses-support.ts'

const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

const reports: unknown[] = []
function listAt(endpoint: string) {
  reports.splice(0)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const config = { endpoint, region: 'ap-southeast-3', credentials }
  return createSesSuppressionList(config, (error) => reports.push(error), 500)
}

async function serverThat(answers: RequestListener): Promise<string> {
  const server = createServer(answers)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('an address is taken off, and taking it off again is the same', async () => {
  const ses = await startSes({ suppressed: ['lama@dinsos.example'] })
  const list = listAt(ses.emulator.url)
  expect(await list.lift('lama@dinsos.example')).toBe('lifted')
  expect(await list.lift('lama@dinsos.example')).toBe('lifted')
  expect(reports).toEqual([])
})

test.each([
  ['is down', async () => 'http://127.0.0.1:9'],
  ['refuses', () => serverThat((_request, response) => response.writeHead(403).end('{}'))],
  ['fails', () => serverThat((_request, response) => response.writeHead(500).end('{}'))],
  ['never answers', () => serverThat(() => undefined)],
])('where SES %s it is said so after two tries, and why goes to the log', async (_, start) => {
  expect(await listAt(await start()).lift('lama@dinsos.example')).toBe('no-answer')
  expect(reports).toHaveLength(1)
})

test('one failure on the way costs the coordinator nothing', async () => {
  let calls = 0
  const endpoint = await serverThat((_request, response) => {
    calls += 1
    response.writeHead(calls === 1 ? 500 : 200, { 'content-type': 'application/json' }).end('{}')
  })
  expect(await listAt(endpoint).lift('lama@dinsos.example')).toBe('lifted')
})
