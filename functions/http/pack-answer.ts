/**
 * A Lambda hands over 6 MB at most, and its answer is a text that is written as JSON once more. Texts that come near go packed, to
 * whoever takes them; CloudFront and browsers do, and CloudFront passes them on as they are.
 */

/** Characters: below it CloudFront packs, which costs the function nothing. */
export const longestUnpacked = 1_000_000

/** As the gateway takes it. */
type Answer = {
  statusCode?: number
  headers?: Record<string, string | number | boolean>
  body?: string
  isBase64Encoded?: boolean
}

export async function packAnswer<A extends Answer>(
  { headers: asked }: { headers: Record<string, string | undefined> },
  answer: A,
): Promise<A> {
  const { body = '', headers: { etag, ...headers } = {}, isBase64Encoded } = answer
  const takes = /\bgzip\b/.test(asked['accept-encoding'] ?? '')
  const isText = /json|^text\//.test(String(headers['content-type'])) && headers['content-encoding'] === undefined
  if (!takes || !isText || body.length < longestUnpacked) return answer
  // A tag says which bytes these are; the same answer packed has others.
  const tagged = etag !== undefined && { etag: String(etag).replace(/^(?!W\/)/, 'W/') }
  const plain = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('gzip'))
  const packed = Buffer.from(await new Response(stream).arrayBuffer())
  const coded = { ...headers, ...tagged, 'content-encoding': 'gzip', vary: 'accept-encoding' }
  return { ...answer, headers: coded, body: packed.toString('base64'), isBase64Encoded: true }
}
