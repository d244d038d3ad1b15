/** The list of problems of the form as it stands. Fetched with what first needs it. */
import { listProblems, type Problems, toExplain } from '../../../functions/rules/problems.ts'
import type { FormModel } from '../form-model.ts'
import { declarationOf } from '../head/head-parts.ts'
import { whyUnread } from './find-errors.ts'

/** Follows what was judged of the answers, not each key. The declaration is asked for when all else is done. */
export function problemsNow(model: FormModel): Problems {
  const { definition } = model
  const filled = { definition, answers: model.answers.peek(), context: model.context.peek() }
  const server = model.serverErrors.value.map(({ pointer, text }) => ({
    pointer,
    code: 'server',
    message: { id: text, en: text },
  }))
  const declared = `/fields/${declarationOf(definition)?.id}`
  const asked = ({ pointer }: { readonly pointer: string }) => pointer !== declared
  const said = new Map(model.unreadable.value.map((each) => [each.pointer, whyUnread(each, filled.context)]))
  const flaws = [...model.flaws.value, ...model.found.value.blocking].map((flaw) => {
    const message = said.get(flaw.pointer)
    return message === undefined ? flaw : { ...flaw, code: 'unread', message }
  })
  return listProblems(filled, {
    flaws: [...flaws.filter(asked), ...server],
    gaps: (model.completeness.value?.missing ?? []).filter(asked),
    warnings: toExplain(model.found.value.all),
  })
}
