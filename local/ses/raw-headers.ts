/**
 * The header block of a raw message, read byte by byte and strictly: what a lenient parser would forgive
 * (bare CR or LF, non-ASCII bytes, lines that are no header) is exactly what header injection leaves behind.
 */
import { invalid } from './ses-refusal.ts'

/** One header as sent; `value` is unfolded, not decoded. */
export type RawHeader = { name: string; value: string }

/** SES documents 870 characters for a header's value and 126 for its name. */
const longestValue = 870
const longestName = 126
/** RFC 5321: a line has at most 998 octets before its CRLF; SES refuses longer ones in raw messages. */
const longestLine = 998

/**
 * Headers in order of appearance. Refuses (InvalidParameterValue) a block that is not CRLF-terminated ASCII, names or
 * values that are too long, headers that SES allows only once, and body lines over 998 octets.
 * Stricter than SES in one point: SES also takes messages whose every line ends in a bare LF.
 */
export function parseRawHeaders(raw: Buffer): RawHeader[] {
  const end = raw.indexOf('\r\n\r\n')
  const block = (end < 0 ? raw : raw.subarray(0, end)).toString('latin1')
  const lines = block.split('\r\n')
  lines.forEach(refuseOddLine)
  refuseLongBodyLines(raw, end)
  const headers = unfold(lines)
  for (const { name, value } of headers) {
    if (name.length > longestName)
      throw invalid(`Header name is longer than ${longestName} characters: '${name.slice(0, 40)}'.`)
    if (value.length > longestValue) throw invalid(`Header '${name}' is longer than ${longestValue} characters.`)
  }
  refuseRepeats(headers)
  return headers
}

/** The value of the first header of that name, whatever its case. */
export function headerValue(headers: readonly RawHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value
}

function refuseOddLine(line: string): void {
  if (line.includes('\r') || line.includes('\n')) throw invalid('Header contains a bare CR or LF.')
  for (const sign of line) {
    const code = sign.codePointAt(0) ?? 0
    if (code > 126) throw invalid('Header contains non-ASCII characters.')
    if (code < 32 && sign !== '\t') throw invalid('Header contains control characters.')
  }
}

function refuseLongBodyLines(raw: Buffer, headersEnd: number): void {
  let start = headersEnd < 0 ? raw.length : headersEnd + 4
  while (start < raw.length) {
    const next = raw.indexOf('\n', start)
    const stop = next < 0 ? raw.length : next
    if (stop - start > longestLine + 1) throw invalid(`A line of the message is longer than ${longestLine} characters.`)
    start = stop + 1
  }
}

function unfold(lines: readonly string[]): RawHeader[] {
  const headers: RawHeader[] = []
  for (const line of lines) {
    const last = headers.at(-1)
    if (/^[ \t]/.test(line) && last) {
      last.value += ` ${line.trim()}`
      continue
    }
    const parts = /^([!-9;-~]+):[ \t]*(.*)$/.exec(line)
    if (!parts) throw invalid(`Illegal header line '${line.slice(0, 60)}'.`)
    headers.push({ name: parts[1] ?? '', value: (parts[2] ?? '').trimEnd() })
  }
  return headers
}

/** Those of SES's list of once-only fields that a mail program writes. */
const onceOnly = new Set(
  (
    'accept-language auto-submitted comments content-description content-disposition content-id content-language ' +
    'content-transfer-encoding content-type date from importance in-reply-to keywords list-archive list-help list-id ' +
    'list-owner list-post list-subscribe list-unsubscribe list-unsubscribe-post message-id mime-version organization ' +
    'precedence priority references reply-to return-path sender sensitivity subject thread-index thread-topic ' +
    'user-agent to cc bcc'
  ).split(' '),
)

function refuseRepeats(headers: readonly RawHeader[]): void {
  const seen = new Set<string>()
  for (const { name } of headers) {
    const key = name.toLowerCase()
    if (onceOnly.has(key) && seen.has(key)) throw invalid(`Duplicate header '${name}'.`)
    seen.add(key)
  }
}
