/** What tells the workbooks of people and of agencies apart: columns, checks, and the directory's verb that saves a change. */
import type { Cells, Row } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { AgencyRequest, PersonRequest } from '../../schema/region-requests.ts'
import type { SettingError } from '../refusal.ts'
import { agencyErrors, personErrors } from '../region/check-directory.ts'
import type { Rules } from '../region/order-changes.ts'
import { isAddressTaken, type RegionFacts, type Regions } from '../region/regions.ts'
import { type Revise, reviseAgency, revisePerson } from '../region/revise-directory.ts'
import { errorIf } from '../typed-settings.ts'
import { agenciesForm, peopleForm } from './directory-form.ts'
import { agencyOf, agencyRow, personOf, personRow } from './directory-rows.ts'

/** `isNew`: nobody stands in that row yet. */
export type Change<T> = { readonly rowKey: string; readonly content: T; readonly isNew: boolean }
/** What differs between the two lists. `revise` is the directory's own verb. */
export type Kind<T extends { id: string }> = {
  readonly subject: 'person' | 'agency'
  readonly definition: FormDefinition
  readonly rows: readonly Row[]
  readonly read: (cells: Cells) => T | undefined
  readonly rules: (changes: readonly Change<T>[]) => Promise<Rules<Change<T>>>
  readonly revise: (input: Revise<T>) => Promise<unknown>
}

export function peopleKind(now: Date, ports: { regions: Regions }, facts: RegionFacts): Kind<PersonRequest> {
  return {
    subject: 'person',
    definition: peopleForm(facts.agencies),
    rows: facts.people.map(personRow),
    read: personOf,
    revise: (input) => revisePerson(now, ports, input),
    rules: async () => ({
      errors: (standing, { content, rowKey, isNew }) => [
        ...idErrors(rowKey, content.id, { isNew, ids: standing.people }),
        ...personErrors(standing, content, isAddressTaken(standing, { email: content.email, personId: content.id })),
      ],
      applied: ({ people, ...others }, { content }) => ({
        ...others,
        people: [...people.filter(({ id }) => id !== content.id), { ...content, at: '', by: '' }],
      }),
      makeWay,
    }),
  }
}

export function agenciesKind(now: Date, ports: { regions: Regions }, facts: RegionFacts): Kind<AgencyRequest> {
  return {
    subject: 'agency',
    definition: agenciesForm(),
    rows: facts.agencies.map(agencyRow),
    read: agencyOf,
    revise: (input) => reviseAgency(now, ports, input),
    rules: async () => ({
      errors: ({ agencies }, { content, rowKey, isNew }) => [
        ...idErrors(rowKey, content.id, { isNew, ids: agencies }),
        ...agencyErrors(content),
      ],
      applied: ({ agencies, ...others }, { content }) => ({
        ...others,
        agencies: [...agencies.filter(({ id }) => id !== content.id), { ...content, at: '', by: '' }],
      }),
    }),
  }
}

function idErrors(
  rowKey: string,
  id: string,
  { isNew, ids }: { isNew: boolean; ids: readonly { id: string }[] },
): SettingError[] {
  return [
    ...errorIf(!isNew && id !== rowKey, '/id', 'id-fixed', rowKey),
    ...errorIf(isNew && ids.some((each) => each.id === id), '/id', 'id-taken', id),
  ]
}

/** Deactivated for a moment, so that somebody else may take the address. */
function makeWay({ people }: RegionFacts, change: Change<PersonRequest>): Change<PersonRequest> | undefined {
  const standing = people.find(({ id }) => id === change.content.id)
  if (standing === undefined || standing.disabled || address(standing) === address(change.content)) return undefined
  const content = personOf(personRow({ ...standing, disabled: true }).cells)
  return content && { rowKey: change.rowKey, content, isNew: false }
}

const address = ({ email }: { email: string }) => email.toLowerCase()
