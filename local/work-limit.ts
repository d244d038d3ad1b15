/**
 * One machine works on so many requests at once: more would only make each slower, until the table has no time to answer any. What comes
 * beyond waits a moment for its turn, and is then told when to come back (429), as AWS tells it before the functions. Nothing of a refused
 * request was done.
 */
import type { ServerResponse } from 'node:http'

const mostAtWork = 8
const patienceMs = 500
/** Seconds; those who are refused together do not come back together. */
const [soonest, latest] = [2, 6]

export class WorkLimit {
  #atWork = 0
  readonly #line = new Set<() => void>()

  /** In order of arrival. Answers `undefined`, and nothing is done, when no turn came in time. */
  async run<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#atWork < mostAtWork) this.#atWork += 1
    else if (!(await this.#turn())) return undefined
    try {
      return await work()
    } finally {
      const [next] = this.#line
      // The place is handed on: nobody who comes now can take it.
      if (next) next()
      else this.#atWork -= 1
    }
  }

  #turn(): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (isMine: boolean) => {
        clearTimeout(timer)
        this.#line.delete(take)
        resolve(isMine)
      }
      const take = () => end(true)
      const timer = setTimeout(() => end(false), patienceMs)
      this.#line.add(take)
    })
  }
}

/** A problem as the API's own (RFC 9457). */
export function refuseForNow(response: ServerResponse, languages = ''): void {
  const seconds = soonest + Math.floor(Math.random() * (latest - soonest + 1))
  const [title, detail] = /^en\b/i.test(languages)
    ? ['The server is full', `Too many are working at this moment. Try again in ${seconds} seconds; nothing is lost.`]
    : [
        'Server sedang penuh',
        `Sedang terlalu banyak yang bekerja. Coba lagi dalam ${seconds} detik; tidak ada yang hilang.`,
      ]
  response.writeHead(429, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': String(seconds),
  })
  response.end(JSON.stringify({ type: 'about:blank', code: 'busy', title, detail, status: 429 }))
}
