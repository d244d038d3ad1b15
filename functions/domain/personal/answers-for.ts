/** Answers for whoever reads: a viewer is shown none about persons. Every verb that shows answers reads them through here. */
import type { Answers } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import { hasPersonal, withoutPersonal, withoutPersonalFields } from '../../schema/personal.ts'
import type { Role } from '../../schema/region.ts'

/** `system`: checks, mails to the agency itself, the operator's command. */
export type Reader = Role | 'system'
/** `onPersonal` is told when answers of a form that asks about persons are shown, be they the reader's own agency's. */
export type ForReader = { readonly reader: Reader; readonly onPersonal?: () => void }

/** `definition`: of the version that the body answers. */
export async function answersFor(
  ports: { rounds: { body(region: string, sha256: string): Promise<Answers> } } & ForReader,
  region: string,
  { definition, sha256 }: { definition: FormDefinition; sha256: string },
): Promise<Answers> {
  return showTo(ports, definition, await ports.rounds.body(region, sha256))
}

export function showTo({ reader, onPersonal }: ForReader, definition: FormDefinition, answers: Answers): Answers {
  if (reader !== 'viewer' && hasPersonal(definition)) onPersonal?.()
  return shownTo(reader, definition, answers)
}

export function shownTo(reader: Reader, definition: FormDefinition, answers: Answers): Answers {
  return reader === 'viewer' ? withoutPersonal(definition, answers) : answers
}

/** For tables of results: without the columns. */
export function definitionFor(reader: Reader, definition: FormDefinition): FormDefinition {
  return reader === 'viewer' ? withoutPersonalFields(definition) : definition
}
