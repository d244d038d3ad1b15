/**
 * Which agency fills in which form: a table of ticks with the form's version at the head of each column. Once the round is open a
 * version is moved on a page of its own, which carries along what was answered.
 */
import { useRef } from 'preact/hooks'
import type { Agency } from '../../functions/schema/region.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import type { FormVersion } from '../api/settings.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { say } from '../wording/language.ts'
import { roundsWording as words } from '../wording/round-settings.ts'
import { fieldId } from './fields.tsx'
import type { PlanPart } from './round-dates.tsx'

type Assignments = RoundPlan['assignments']
export type MatrixProps = PlanPart<'assignments'> & {
  readonly agencies: readonly Agency[]
  readonly forms: readonly FormVersion[]
  /** Columns without a tick are shown too, once added. */
  readonly columns: readonly string[]
  readonly addColumn: (formId: string) => void
  /** Of a form that the opened round asks already: the page on which its version is moved. */
  readonly moveAt?: (formId: string) => string | undefined
}

const order: Record<Agency['kind'], number> = { kecamatan: 1, opd: 0, coordinator: 2 }

export function RoundMatrix({ plan, change, agencies, forms, columns: asked, addColumn, moveAt }: MatrixProps) {
  // A column whose last tick was taken off stays, so that another can be set.
  const seen = useRef(asked)
  seen.current = [...new Set([...seen.current, ...asked])]
  const columns = seen.current
  const { assignments } = plan
  const rows = agencies
    .filter(({ id, outOfUse }) => outOfUse !== true || assignments.some(({ agencyId }) => agencyId === id))
    .toSorted((a, b) => order[a.kind] - order[b.kind])
  const others = [...new Set(forms.map(({ id }) => id))].filter((id) => !columns.includes(id))
  const set = (next: Assignments) => change({ assignments: next })
  return (
    <>
      <div class="scroll" id={fieldId('/assignments')} tabIndex={-1}>
        <table class="listing matrix">
          <thead>
            <tr>
              <th scope="col">{say(words.agency)}</th>
              {columns.map((id) => (
                <ColumnHead key={id} {...{ id, forms, rows, assignments, set }} moveAt={moveAt?.(id)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((agency) => (
              <tr key={agency.id}>
                <th scope="row">{agency.shortName}</th>
                {columns.map((id) => (
                  <td key={id}>
                    <input
                      type="checkbox"
                      aria-label={`${agency.shortName}: ${titleOf(forms, id)}`}
                      checked={assignments.some((each) => each.agencyId === agency.id && each.formId === id)}
                      onChange={(event) =>
                        set(
                          assigned(assignments, { id, forms, agencyIds: [agency.id], on: event.currentTarget.checked }),
                        )
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {others.length > 0 && (
        <p>
          <label class="label" for="add-form">
            {say(words.addForm)}
          </label>
          <select id="add-form" value="" onChange={(event) => addColumn(event.currentTarget.value)}>
            <option value="">…</option>
            {others.map((id) => (
              <option key={id} value={id}>
                {titleOf(forms, id)}
              </option>
            ))}
          </select>
        </p>
      )}
    </>
  )
}

type HeadProps = {
  readonly id: string
  readonly forms: readonly FormVersion[]
  readonly rows: readonly Agency[]
  readonly assignments: Assignments
  readonly set: (next: Assignments) => void
  readonly moveAt: string | undefined
}

function ColumnHead({ id, forms, rows, assignments, set, moveAt }: HeadProps) {
  const versions = forms.filter((form) => form.id === id)
  const current = versionOf(assignments, id, forms)
  const isAssigned = (agencyId: string) => assignments.some((each) => each.agencyId === agencyId && each.formId === id)
  return (
    <th scope="col">
      {titleOf(forms, id)}
      <br />
      {versions.length > 1 && moveAt !== undefined ? (
        <a href={moveAt}>
          {say(words.version)} {versionsIn(assignments, id, current)}
        </a>
      ) : versions.length > 1 ? (
        <select
          aria-label={`${say(words.version)}: ${titleOf(forms, id)}`}
          value={String(current)}
          onChange={(event) => {
            const formVersion = Number(event.currentTarget.value)
            set(assignments.map((each) => (each.formId === id ? { ...each, formVersion } : each)))
          }}
        >
          {versions.map(({ version }) => (
            <option key={version} value={String(version)}>
              {say(words.version)} {version}
            </option>
          ))}
        </select>
      ) : (
        <small>
          {say(words.version)} {current}
        </small>
      )}
      {groupsOf(rows).map(({ label, agencyIds }) => (
        <CheckBox
          key={label.en}
          checked={agencyIds.every(isAssigned)}
          onChange={(on) => set(assigned(assignments, { id, forms, agencyIds, on }))}
        >
          {say(label)}
        </CheckBox>
      ))}
    </th>
  )
}

/** Offices and districts seldom answer the same forms: where a region has both, each is ticked at once. */
function groupsOf(rows: readonly Agency[]): { readonly label: Wording; readonly agencyIds: readonly string[] }[] {
  const ids = (kind: Agency['kind']) => rows.filter((agency) => agency.kind === kind).map((agency) => agency.id)
  const [opd, kecamatan] = [ids('opd'), ids('kecamatan')]
  if (opd.length === 0 || kecamatan.length === 0) return [{ label: words.all, agencyIds: [...opd, ...kecamatan] }]
  return [
    { label: words.allOpd, agencyIds: opd },
    { label: words.allKecamatan, agencyIds: kecamatan },
  ]
}

function assigned(
  assignments: Assignments,
  change: { id: string; forms: readonly FormVersion[]; agencyIds: readonly string[]; on: boolean },
): Assignments {
  const { id, forms, agencyIds, on } = change
  const rest = assignments.filter((each) => each.formId !== id || !agencyIds.includes(each.agencyId))
  if (!on) return rest
  const formVersion = versionOf(assignments, id, forms)
  const kept = assignments.filter((each) => each.formId === id && agencyIds.includes(each.agencyId))
  const added = agencyIds.filter((agencyId) => !kept.some((each) => each.agencyId === agencyId))
  return [...rest, ...kept, ...added.map((agencyId) => ({ agencyId, formId: id, formVersion }))]
}

/** Some agencies may still answer an older one. */
function versionsIn(assignments: Assignments, id: string, current: number): string {
  const used = assignments.filter(({ formId }) => formId === id).map(({ formVersion }) => formVersion)
  return [...new Set([current, ...used])].toSorted((a, b) => a - b).join(', ')
}

/** The version in use, else the newest. */
function versionOf(assignments: Assignments, id: string, forms: readonly FormVersion[]): number {
  const newest = Math.max(1, ...forms.filter((form) => form.id === id).map(({ version }) => version))
  return assignments.find(({ formId }) => formId === id)?.formVersion ?? newest
}

function titleOf(forms: readonly FormVersion[], id: string): string {
  const form = forms.filter((each) => each.id === id).at(-1)
  return form === undefined ? id : say(form.shortTitle)
}
