/**
 * The AWS Query protocol as `@aws-sdk/client-ses` speaks it: a form in, XML out.
 * Only what SES v1 sends for a raw message is read; the answers carry just what the SDK's deserializer looks for.
 */
import type { IncomingMessage } from 'node:http'
import { invalid, SesRefusal } from './ses-refusal.ts'

/** A SendRawEmail request, decoded but not yet judged. */
export type RawSend = {
  source: string | undefined
  destinations: string[]
  raw: Buffer
  tags: { name: string; value: string }[]
  configurationSet: string | undefined
}

/** 10 MB of message grow by a third in base64 and once more when `+`, `/` and `=` are percent-encoded. */
const bodyLimitBytes = 40 * 1024 * 1024

/** Reads the form of a POST; refuses other media types, missing signatures and bodies over 40 MB. */
export async function readQuery(request: IncomingMessage): Promise<URLSearchParams> {
  refuseUnsigned(request)
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    throw new SesRefusal('MalformedInput', 'Expected a form-encoded AWS Query request.')
  }
  const tooLarge = new SesRefusal('RequestEntityTooLarge', 'Request entity too large.')
  if (Number(request.headers['content-length'] ?? 0) > bodyLimitBytes) throw tooLarge
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    // Only a sender that hides its length gets here, and is cut off: leaving the loop closes the connection.
    if (size > bodyLimitBytes) throw tooLarge
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** A web page cannot send this header to us without being asked first, so no foreign page can send mail here. */
export function refuseUnsigned({ headers: { authorization = '' } }: IncomingMessage): void {
  if (/^AWS4-HMAC-SHA256 Credential=[^/]+\/\d{8}\/[^/]+\/ses\/aws4_request/.test(authorization)) return
  throw new SesRefusal('MissingAuthenticationToken', 'Request is missing Authentication Token')
}

/** Picks a SendRawEmail request out of its form. */
export function parseRawSend(form: URLSearchParams): RawSend {
  const data = form.get('RawMessage.Data')
  if (!data) {
    throw new SesRefusal(
      'ValidationError',
      "1 validation error detected: Value at 'rawMessage' failed to satisfy constraint: Member must not be null",
    )
  }
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(data)) throw new SesRefusal('MalformedInput', 'RawMessage.Data is not base64.')
  return {
    source: form.get('Source') ?? undefined,
    destinations: members(form, 'Destinations'),
    raw: Buffer.from(data, 'base64'),
    tags: parseTags(form),
    configurationSet: form.get('ConfigurationSetName') ?? undefined,
  }
}

function members(form: URLSearchParams, name: string): string[] {
  const found: string[] = []
  for (let n = 1; form.has(`${name}.member.${n}`); n++) found.push(form.get(`${name}.member.${n}`) ?? '')
  return found
}

function parseTags(form: URLSearchParams): RawSend['tags'] {
  const tags: RawSend['tags'] = []
  for (let n = 1; form.has(`Tags.member.${n}.Name`); n++) {
    tags.push({ name: form.get(`Tags.member.${n}.Name`) ?? '', value: form.get(`Tags.member.${n}.Value`) ?? '' })
  }
  const odd = tags.find((tag) => !isTagWord(tag.name) || !isTagWord(tag.value))
  if (odd) throw invalid(`Invalid tag <${odd.name}: ${odd.value}>: letters, digits, _ and -, 1 to 256 characters.`)
  const names = tags.map((tag) => tag.name)
  if (new Set(names).size < names.length) throw invalid('Duplicate tag names are not allowed.')
  return tags
}

function isTagWord(word: string): boolean {
  return /^[A-Za-z0-9_-]{1,256}$/.test(word)
}

const namespace = 'http://ses.amazonaws.com/doc/2010-12-01/'

/** The answer to an action; `result` is a flat record of its members. */
export function answerXml(action: string, result: Record<string, string | number>, requestId: string): string {
  const fields = Object.entries(result).map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
  return (
    `<${action}Response xmlns="${namespace}"><${action}Result>${fields.join('')}</${action}Result>` +
    `<ResponseMetadata><RequestId>${requestId}</RequestId></ResponseMetadata></${action}Response>`
  )
}

/** A refusal, or `InternalFailure` for anything else; the SDK reads `Error/Code` and `Error/Message`. */
export function errorXml(code: string, message: string, requestId: string): string {
  const type = code === 'InternalFailure' ? 'Receiver' : 'Sender'
  return (
    `<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type><Code>${code}</Code>` +
    `<Message>${escapeXml(message)}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`
  )
}

function escapeXml(text: string): string {
  // XML 1.0 has no way to write control characters, and refusals quote what was sent.
  const printable = Array.from(text, (sign) => (sign < ' ' && !'\t\n\r'.includes(sign) ? '\u{FFFD}' : sign)).join('')
  return printable.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
