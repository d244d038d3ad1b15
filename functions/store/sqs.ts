/** SQS by its JSON protocol, of which five calls are needed. */
import { type Place, signedPost } from './wire/signed-post.ts'

export type Queue = { url: string; region: string } & Pick<Place, 'credentials'>

/** What SQS answers. Throws what it refuses. */
export async function callSqs({ url, ...place }: Queue, action: string, input: object): Promise<object> {
  const { status, text } = await signedPost(
    { ...place, url: new URL(url), service: 'sqs', connectionMs: 3_000, answerMs: 20_000 },
    `AmazonSQS.${action}`,
    JSON.stringify({ QueueUrl: url, ...input }),
  )
  if (status !== 200) throw new Error(`SQS refused ${action}: ${status} ${text.slice(0, 200)}`)
  return text === '' ? {} : JSON.parse(text)
}
