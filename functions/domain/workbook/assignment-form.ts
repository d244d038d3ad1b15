/**
 * Who answers which form of a round, as a form of one table: a row for each agency, a column for each form, Yes where it is
 * assigned. The rows are those of the region, so none can be added or lost.
 */

import { fixedRowKey } from '../../schema/answers/fixed-rows.ts'
import type { Answers, Cells, Row } from '../../schema/answers.ts'
import type { Field, FormDefinition, ReferenceLists } from '../../schema/form.ts'
import type { Agency } from '../../schema/region.ts'
import type { AssignmentKey } from '../../schema/round.ts'
import type { Wording } from '../../schema/wording.ts'
import { contentHash } from '../content-hash.ts'

export const assignmentTable = 'penugasan'
const agencyColumn = 'perangkatDaerah'
const agencyList = 'perangkat-daerah'

/** A form that may be assigned, in the version that the round asks, else the newest. */
export type AskedForm = { readonly formId: string; readonly formVersion: number; readonly title: Wording }

/** One column a form: in the version in use, since agencies that answer different versions cannot be put side by side. */
export function askedForms(forms: readonly FormDefinition[], assignments: readonly AssignmentKey[]): AskedForm[] {
  return [...new Set(forms.map(({ id }) => id))].flatMap((formId) => {
    const newest = forms.filter(({ id }) => id === formId).toSorted((a, b) => b.version - a.version)[0]
    if (newest === undefined) return []
    const formVersion = assignments.find((each) => each.formId === formId)?.formVersion ?? newest.version
    return [{ formId, formVersion, title: newest.shortTitle }]
  })
}

/** The version changes with the columns: a file with others is refused, not misread. */
export function assignmentForm(forms: readonly AskedForm[]): FormDefinition {
  const title = { id: 'Penugasan formulir', en: 'Assignment of forms' }
  const fields = forms.map((form) => formField(form, forms))
  return {
    id: 'penugasan',
    version: 1 + Number.parseInt(contentHash(fields.map(({ id }) => id)).slice(0, 6), 16),
    title,
    shortTitle: title,
    description: title,
    nilAllowed: false,
    fields: [],
    tables: [
      {
        id: assignmentTable,
        title: { id: 'Penugasan', en: 'Assignments' },
        minRows: 0,
        maxRows: 2_000,
        fixedRows: { by: [{ field: agencyColumn, reference: agencyList }] },
        fields: [
          {
            type: 'choice',
            id: agencyColumn,
            label: { id: 'Perangkat daerah', en: 'Agency' },
            required: true,
            choices: { reference: agencyList },
          },
          ...fields,
        ],
      },
    ],
  }
}

function formField({ formId, title }: AskedForm, forms: readonly AskedForm[]): Field {
  const alone = forms.filter((each) => each.title.id === title.id || each.title.en === title.en).length === 1
  const label = alone ? title : { id: `${title.id} · ${formId}`, en: `${title.en} · ${formId}` }
  return {
    type: 'choice',
    id: formColumn(formId),
    label,
    hint: {
      id: 'Ya: perangkat daerah ini mengisi formulir ini. Kosong atau Tidak: tidak.',
      en: 'Yes: this agency answers this form. Blank or No: it does not.',
    },
    required: false,
    choices: [
      { value: 'ya', label: { id: 'Ya', en: 'Yes' } },
      { value: 'tidak', label: { id: 'Tidak', en: 'No' } },
    ],
  }
}

/** Ids of forms are no ids of fields. */
export function formColumn(formId: string): string {
  return `f${contentHash(formId).slice(0, 16)}`
}

export function agencyReference(agencies: readonly Agency[]): ReferenceLists {
  return { [agencyList]: agencies.map(({ id, name }) => ({ value: id, label: name })) }
}

export function assignmentRows(
  agencies: readonly Agency[],
  forms: readonly AskedForm[],
  assignments: readonly AssignmentKey[],
): Row[] {
  const given = new Set(assignments.map(({ agencyId, formId }) => `${agencyId} ${formId}`))
  return agencies.map(({ id }) => {
    const asked = forms.filter(({ formId }) => given.has(`${id} ${formId}`))
    const cells: Cells = {
      [agencyColumn]: id,
      ...Object.fromEntries(asked.map(({ formId }) => [formColumn(formId), 'ya'])),
    }
    return { rowKey: fixedRowKey([id]), cells }
  })
}

/** Those that stay in their old order, then the new ones; what no cell is about stays. */
export function assignmentsOfRows(
  { rows }: Answers,
  forms: readonly AskedForm[],
  before: readonly AssignmentKey[],
): AssignmentKey[] {
  const cellsOf = (wanted: boolean) =>
    (rows[assignmentTable] ?? []).flatMap(({ cells }) =>
      forms
        .filter(({ formId }) => (cells[formColumn(formId)] === 'ya') === wanted)
        .map(({ formId, formVersion }) => ({ agencyId: String(cells[agencyColumn]), formId, formVersion })),
    )
  const keyOf = ({ agencyId, formId }: AssignmentKey): string => `${agencyId} ${formId}`
  const unwanted = new Set(cellsOf(false).map(keyOf))
  const kept = before.filter((key) => !unwanted.has(keyOf(key)))
  const standing = new Set(kept.map(keyOf))
  return [...kept, ...cellsOf(true).filter((key) => !standing.has(keyOf(key)))]
}
