import { DynamoClient } from '../../functions/store/dynamo-client.ts'

/** A client that tells what it is asked, before it asks. */
export class WatchedClient extends DynamoClient {
  readonly #hear: (call: string) => unknown

  constructor(endpoint: string, hear: (call: string) => unknown) {
    super({ endpoint })
    this.#hear = hear
  }

  override ask(name: string, input: object): Promise<object> {
    this.#hear(name)
    return super.ask(name, input)
  }
}
