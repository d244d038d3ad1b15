/** Does a form have rules of its own? Those need what works them out, which the page fetches for such forms only. */
import type { FormDefinition } from '../form.ts'

export const hasRules = ({ ruled }: FormDefinition): boolean => ruled === true
