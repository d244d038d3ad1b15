/** What is shown instead of a page: not found, not reachable, or broken. Each says what to do next. */

import type { Wording } from '../../functions/schema/wording.ts'
import { Problem, sayFailure, Unreachable } from '../api/problem.ts'
import { say } from '../wording/language.ts'
import { errorWording } from '../wording/shell.ts'

export function NotFoundPage() {
  return (
    <section>
      <h1>{say(errorWording.notFoundTitle)}</h1>
      <p>{say(errorWording.notFound)}</p>
      <p>
        <a class="button" href="/">
          {say(errorWording.home)}
        </a>
      </p>
    </section>
  )
}

/** For a failed load give `retry`; without it the page is loaded anew. */
export function ErrorPage({ error, retry, title }: { error: unknown; retry?: () => unknown; title?: Wording }) {
  if (error instanceof Problem && error.body.status === 404) return <NotFoundPage />
  const spoken = error instanceof Problem || error instanceof Unreachable
  return (
    <section role="alert">
      <h1>{say(title ?? errorWording.brokenTitle)}</h1>
      <p>{spoken ? sayFailure(error) : say(errorWording.broken)}</p>
      <p>
        <button type="button" class="button" onClick={() => (retry === undefined ? location.reload() : void retry())}>
          {say(errorWording.retry)}
        </button>
      </p>
    </section>
  )
}
