/** Each minute: sends every notice that is due and still true, and measures what had to wait. */
import type { Context } from 'aws-lambda'
import { dispatch } from '../jobs/dispatch.ts'
import { tell } from './deps.ts'
import { dispatchParts, measureMail, published, runOf } from './dispatch-deps.ts'

export const handler = async (_event: unknown, context: Context) => {
  const counts = await dispatch(dispatchParts, runOf(context))
  await measureMail()
  await published()
  return tell('dispatch', counts)
}
