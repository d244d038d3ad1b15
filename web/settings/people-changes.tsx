/**
 * What a workbook would change about people, by name: each answer as it is and as it would be. Who becomes coordinator, whose address is
 * taken over from another, and who could no longer sign in stand first and are marked, since a count hides them.
 */
import { decided } from '../../functions/rules/workbook-choices.ts'
import type { Value } from '../../functions/schema/answers.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import type { Directory, PersonEntry } from '../api/settings.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { roleWords, directoryWording as words } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { peopleChangeWording as changed, moreChanges } from '../wording/people-changes.ts'
import { settingsWording } from '../wording/settings.ts'

type Cells = Readonly<Record<string, Value | null>>
type Line = {
  readonly key: string
  readonly name: string
  readonly marks: readonly string[]
  readonly changes: readonly { readonly what: string; readonly before: string; readonly after: string }[]
}

const mostLines = 100
const labels: Record<string, () => string> = {
  nama: () => say(words.personName),
  jabatan: () => say(words.office),
  surel: () => say(words.email),
  telepon: () => say(settingsWording.phone),
  peran: () => say(words.role),
  perangkatDaerah: () => say(words.ofAgencies),
  wakil: () => say(words.deputy),
  bahasa: () => say(words.language),
  nonaktif: () => say(words.disabledTag),
}

type Props = { readonly preview: WorkbookPreview; readonly directory: Directory }

export function PeopleChanges({ preview, directory }: Props) {
  const lines = linesOf(preview, directory)
  if (lines.length === 0) return null
  return (
    <>
      <h3>{say(changed.title)}</h3>
      <Lines lines={lines.slice(0, mostLines)} />
      {lines.length > mostLines && (
        <details>
          <summary>{say(moreChanges(lines.length - mostLines))}</summary>
          <Lines lines={lines.slice(mostLines)} />
        </details>
      )}
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <WideTable label={say(changed.title)}>
      <table class="listing">
        <thead>
          <tr>
            <th scope="col">{say(words.personName)}</th>
            <th scope="col">{say(changed.what)}</th>
            <th scope="col">{say(changed.before)}</th>
            <th scope="col">{say(changed.after)}</th>
          </tr>
        </thead>
        {lines.map(({ key, name, marks, changes }) => (
          <tbody key={key}>
            {changes.map(({ what, before, after }, index) => (
              <tr key={what}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={changes.length}>
                    {name}
                    {marks.map((mark) => (
                      <span key={mark}>
                        <br />
                        <span class="tag late">{mark}</span>
                      </span>
                    ))}
                  </th>
                )}
                <td>{what}</td>
                <td>{before}</td>
                <td>
                  <strong>{after}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </WideTable>
  )
}

function linesOf(preview: WorkbookPreview, directory: Directory): Line[] {
  const rows = new Map<string, Cells>()
  for (const { added, changed } of decided(preview).tables)
    for (const { rowKey, cells } of [...added, ...changed]) rows.set(rowKey, { ...rows.get(rowKey), ...cells })
  const lines = Array.from(rows, ([key, cells]) => lineOf(key, cells, directory))
  return lines.sort((a, b) => b.marks.length - a.marks.length)
}

function lineOf(key: string, cells: Cells, directory: Directory): Line {
  const known = directory.people.find(({ id }) => id === key)
  const show = (field: string, value: Value | null | undefined) => shown(field, value, directory)
  // Of two languages the one that changes was the other.
  const language = cells.bahasa === 'en' ? 'id' : 'en'
  const before: Cells = known === undefined ? {} : { ...cellsOf(known), bahasa: language }
  const changes = Object.entries(cells).flatMap(([field, value]) => {
    const label = labels[field]
    if (label === undefined || (known === undefined && field === 'nama')) return []
    return [{ what: label(), before: show(field, before[field]), after: show(field, value) }]
  })
  return { key, name: known?.name ?? String(cells.nama ?? key), marks: marksOf(key, cells, directory), changes }
}

function marksOf(key: string, cells: Cells, { people }: Directory): string[] {
  const known = people.find(({ id }) => id === key)
  const other = people.find(({ id, email }) => id !== key && email?.toLowerCase() === String(cells.surel).toLowerCase())
  return [
    ...(known === undefined ? [say(changed.fresh)] : []),
    ...(cells.peran === 'coordinator' && known?.role !== 'coordinator' ? [say(changed.coordinator)] : []),
    ...(other === undefined ? [] : [`${say(changed.addressOf)} ${other.name}`]),
    ...(cells.nonaktif === 'ya' && known?.disabled === false ? [say(words.disabledTag)] : []),
  ]
}

function cellsOf({ name, title, email, phone, role, agencyIds, deputyId, disabled }: PersonEntry): Cells {
  return {
    nama: name,
    jabatan: title,
    surel: email ?? null,
    telepon: phone ?? null,
    peran: role,
    perangkatDaerah: [...agencyIds],
    wakil: deputyId ?? null,
    nonaktif: disabled ? 'ya' : 'tidak',
  }
}

function shown(field: string, value: Value | null | undefined, { agencies, people }: Directory): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value))
    return value.map((id) => agencies.find((agency) => agency.id === id)?.shortName ?? id).join(', ')
  const text = String(value)
  if (field === 'peran') return text in roleWords ? say(roleWords[text as PersonEntry['role']]) : text
  if (field === 'bahasa') return say(text === 'en' ? changed.english : changed.indonesian)
  if (field === 'nonaktif') return say(text === 'ya' ? words.disabledTag : words.activeTag)
  if (field === 'wakil') return people.find(({ id }) => id === text)?.name ?? text
  return text
}
