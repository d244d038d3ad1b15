/** What the domain refused, in an operator's words, with what to do. */
import type { Refusal } from '../functions/domain/refusal.ts'
import { OpsError } from './command.ts'

const listed = 'npm run ops -- region list says what there is.'

export function refusalInWords(refusal: Refusal): OpsError {
  if (refusal.code === 'not-found') return new OpsError(`There is no such ${refusal.what}`, listed)
  if (refusal.code === 'settings-invalid') {
    const flaws = refusal.errors.map(
      ({ pointer, reason, named }) => `${pointer}: ${reason}${named ? ` (${named})` : ''}`,
    )
    return new OpsError(
      `Not usable: ${flaws.join('; ')}`,
      'Correct what is named and run it again; nothing was written.',
    )
  }
  if (refusal.code === 'revision-conflict') {
    return new OpsError('Somebody changed it at the same moment', 'Run it again; it looks at what stands now.')
  }
  return new OpsError(`Refused: ${refusal.code}`, 'Nothing was written.')
}
