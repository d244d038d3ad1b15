/**
 * SES's second API as far as it concerns the suppression list: put an address on it, look, take it off. REST with JSON, the
 * name of an error in a header, as the SDK reads it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { refuseUnsigned } from './query-protocol.ts'
import { SesRefusal } from './ses-refusal.ts'
import type { SuppressionList } from './suppression-list.ts'

const room = '/v2/email/suppression/addresses'
const putSchema = z.object({ EmailAddress: z.string().includes('@'), Reason: z.enum(['BOUNCE', 'COMPLAINT']) })
const largestBody = 10_000

type Parts = { suppressed: SuppressionList; clock: () => Date }

export function isSuppressionCall({ url = '' }: IncomingMessage): boolean {
  return url === room || url.startsWith(`${room}/`)
}

export async function answerSuppression(
  request: IncomingMessage,
  response: ServerResponse,
  parts: Parts,
): Promise<void> {
  const reply = (status: number, body: object, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  try {
    refuseUnsigned(request)
    reply(200, await perform(request, parts))
  } catch (error) {
    if (!(error instanceof SesRefusal)) throw error
    reply(error.status, { message: error.message }, { 'x-amzn-errortype': error.code })
  }
}

async function perform(request: IncomingMessage, { suppressed, clock }: Parts): Promise<object> {
  const { pathname } = new URL(request.url ?? '/', 'http://ses.local')
  const address = decodeURIComponent(pathname.slice(room.length + 1))
  if (request.method === 'PUT' && address === '') {
    const put = putSchema.safeParse(await readBody(request))
    if (!put.success) throw new SesRefusal('BadRequestException', 'An EmailAddress and a Reason are needed.')
    const { EmailAddress, Reason } = put.data
    await suppressed.put({ address: EmailAddress, reason: Reason, at: clock().toISOString() })
    return {}
  }
  const absent = new SesRefusal(
    'NotFoundException',
    `Email address ${address} does not exist on your suppression list.`,
  )
  if (request.method === 'GET' && address !== '') {
    const entry = suppressed.get(address)
    if (entry === undefined) throw absent
    const LastUpdateTime = Date.parse(entry.at) / 1000
    return { SuppressedDestination: { EmailAddress: entry.address, Reason: entry.reason, LastUpdateTime } }
  }
  if (request.method === 'DELETE' && address !== '') {
    if (!(await suppressed.lift(address))) throw absent
    return {}
  }
  throw new SesRefusal('BadRequestException', `The emulator does not know ${request.method} ${pathname}.`)
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > largestBody) throw new SesRefusal('BadRequestException', 'The body is too large.')
  }
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
