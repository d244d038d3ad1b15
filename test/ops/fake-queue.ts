/**
 * SQS and Lambda on loopback, as far as queues are worked on: of failures, in which a message that was taken is hidden until it is put
 * back, and of regions, which only fill.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Message = { Body: string; ReceiptHandle: string; MessageAttributes: Record<string, { StringValue: string }> }

type Entry = { Id: string; MessageBody: string }
type Input = { ReceiptHandle?: string; MaxNumberOfMessages?: number; QueueUrl?: string; Entries?: Entry[] }

export class FakeQueue {
  /** Those that can be taken. */
  messages: Message[] = []
  readonly hidden = new Map<string, Message>()
  /** What was sent, by the queue's address, until a test takes it. */
  readonly sent = new Map<string, string[]>()
  /** Bodies that are refused. */
  refusing = /$^/
  readonly runs: { job: string; event: Record<string, unknown> }[] = []
  /** Jobs that fail, with the type of their error. */
  readonly failing = new Map<string, string>()
  /** Services for which requests were signed, each once. */
  readonly signedFor = new Set<string>()
  #handles = 0
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  put(body: object | string, attributes: Record<string, string> = {}): void {
    this.#handles += 1
    this.messages.push({
      Body: typeof body === 'string' ? body : JSON.stringify(body),
      ReceiptHandle: String(this.#handles),
      MessageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [name, { StringValue: value }]),
      ),
    })
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = ''
    for await (const chunk of request) body += chunk
    const [, service] = /Credential=[^/]+\/\d{8}\/[^/]+\/(\w+)\/aws4_request/.exec(
      request.headers.authorization ?? '',
    ) ?? ['', 'nobody']
    this.signedFor.add(service ?? '')
    const [, job] = /\/functions\/([^/]+)\/invocations/.exec(decodeURIComponent(request.url ?? '')) ?? []
    if (job !== undefined) return this.#run(job, JSON.parse(body), response)
    const action = String(request.headers['x-amz-target']).replace('AmazonSQS.', '')
    response.end(JSON.stringify(this.#queue(action, JSON.parse(body))))
  }

  #send({ QueueUrl = '', Entries = [] }: Input): object {
    if (Entries.length === 0 || Entries.length > 10)
      throw new Error(`SQS takes one to ten messages, not ${Entries.length}`)
    const [taken, refused] = [false, true].map((no) =>
      Entries.filter(({ MessageBody }) => this.refusing.test(MessageBody) === no),
    ) as [Entry[], Entry[]]
    this.sent.set(QueueUrl, [...(this.sent.get(QueueUrl) ?? []), ...taken.map(({ MessageBody }) => MessageBody)])
    return {
      Successful: taken.map(({ Id }) => ({ Id })),
      Failed: refused.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
    }
  }

  #run(job: string, event: Record<string, unknown>, response: ServerResponse): void {
    this.runs.push({ job, event })
    const error = this.failing.get(job)
    // One that works on regions fails without an error.
    if (error === 'region')
      return void response.end(JSON.stringify({ batchItemFailures: [{ itemIdentifier: 'again' }] }))
    if (error !== undefined) response.setHeader('x-amz-function-error', 'Unhandled')
    response.end(JSON.stringify(error === undefined ? {} : { errorType: error, errorMessage: 'Ibu Maria' }))
  }

  takeSent(url: string): string[] {
    const bodies = this.sent.get(url) ?? []
    this.sent.delete(url)
    return bodies
  }

  #queue(action: string, input: Input): object {
    if (action === 'SendMessageBatch') return this.#send(input)
    const taken = this.hidden.get(input.ReceiptHandle ?? '')
    if (action === 'ReceiveMessage') {
      const some = this.messages.splice(0, input.MaxNumberOfMessages)
      for (const message of some) this.hidden.set(message.ReceiptHandle, message)
      return { Messages: some.map((message) => ({ ...message, Attributes: { SentTimestamp: '1770940800000' } })) }
    }
    if (action === 'DeleteMessage') this.hidden.delete(input.ReceiptHandle ?? '')
    if (action === 'ChangeMessageVisibility' && taken) {
      this.hidden.delete(taken.ReceiptHandle)
      this.messages.push(taken)
    }
    if (action !== 'GetQueueAttributes') return {}
    const [seen, unseen] = [this.messages.length, this.hidden.size]
    return {
      Attributes: {
        ApproximateNumberOfMessages: String(seen),
        ApproximateNumberOfMessagesNotVisible: String(unseen),
      },
    }
  }
}
