/** Says what failed, at once also to who cannot see; nothing while nothing did. */
import { sayFailure } from '../api/problem.ts'

export function FailureNote({ failure }: { readonly failure: unknown }) {
  if (failure === undefined) return null
  return (
    <p class="panel bad" role="alert">
      {sayFailure(failure)}
    </p>
  )
}
