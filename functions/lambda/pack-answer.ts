/**
 * A Lambda hands over 6 MB at most, and its answer is a text that is written as JSON once more. Texts that come near go packed, to
 * whoever takes them; CloudFront and browsers do, and CloudFront passes them on as they are.
 */
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

const compress = promisify(gzip)

/** Characters: below it CloudFront packs, which costs the function nothing. */
export const longestUnpacked = 1_000_000

export async function packAnswer(
  { headers: asked }: Pick<APIGatewayProxyEventV2, 'headers'>,
  answer: APIGatewayProxyStructuredResultV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { body = '', headers: { etag, ...headers } = {}, isBase64Encoded } = answer
  const takes = /\bgzip\b/.test(asked['accept-encoding'] ?? '')
  const isText = /json|^text\//.test(String(headers['content-type'])) && headers['content-encoding'] === undefined
  if (!takes || !isText || body.length < longestUnpacked) return answer
  // A tag says which bytes these are; the same answer packed has others.
  const tagged = etag !== undefined && { etag: String(etag).replace(/^(?!W\/)/, 'W/') }
  const packed = await compress(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'), {
    level: constants.Z_BEST_SPEED,
  })
  const coded = { ...headers, ...tagged, 'content-encoding': 'gzip', vary: 'accept-encoding' }
  return { ...answer, headers: coded, body: packed.toString('base64'), isBase64Encoded: true }
}
