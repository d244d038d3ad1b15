/**
 * A client whose answers get lost after the call took effect: what a time-out or a cut connection is, without waiting for one.
 * `retryable` loses them in a way that the client repeats by itself; otherwise the error reaches the table.
 */
import { DynamoClient } from '../../functions/store/dynamo-client.ts'

export type Losses = { count: number; retryable: boolean }

class UnsureClient extends DynamoClient {
  readonly #losses: Losses

  constructor(endpoint: string, losses: Losses) {
    super({ endpoint })
    this.#losses = losses
  }

  protected override async attempt(name: string, body: string): Promise<object> {
    const answer = await super.attempt(name, body)
    if (!/^(PutItem|UpdateItem)$/.test(name) || this.#losses.count === 0) return answer
    this.#losses.count--
    throw Object.assign(new Error('answer lost'), this.#losses.retryable && { name: 'TimeoutError' })
  }
}

/** Loses the next `losses.count` answers of writes, counting down. */
export function unsureClient(endpoint: string, losses: Losses): DynamoClient {
  return new UnsureClient(endpoint, losses)
}
