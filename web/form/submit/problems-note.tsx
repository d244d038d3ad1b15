/** How many places are wrong, empty or to be explained, and the way to the next of them. */
import { problemWords } from '../../../functions/rules/problem-counts.ts'
import type { Problems } from '../../../functions/rules/problems.ts'
import { say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { goToNext } from '../next-problem.ts'

export function ProblemsNote({ problems }: { readonly problems: Problems }) {
  const model = useForm()
  const found = say(problemWords(problems.counts))
  if (found === '') return null
  return (
    <p>
      <button type="button" class="link" title="F8" onClick={() => goToNext(model)}>
        {found}
      </button>
    </p>
  )
}
