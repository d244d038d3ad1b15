/** What a workbook says that cannot be mapped, by its place in the file; the same said of many places is said once. */
import type { DraftFlaw } from '../../functions/schema/form-draft.ts'
import { formsWording as words } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'

const shownPlaces = 8

export function FormFlaws({ flaws }: { readonly flaws: readonly DraftFlaw[] }) {
  const stops = flaws.filter(({ blocking }) => blocking)
  const notes = flaws.filter(({ blocking }) => !blocking)
  return (
    <>
      {stops.length > 0 && (
        <section>
          <h3>{say(words.flaws(stops.length))}</h3>
          <Flaws flaws={stops} />
        </section>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{say(words.notes(notes.length))}</summary>
          <Flaws flaws={notes} />
        </details>
      )}
    </>
  )
}

function Flaws({ flaws }: { readonly flaws: readonly DraftFlaw[] }) {
  return (
    <div class="scroll">
      <table class="listing">
        <thead>
          <tr>
            <th scope="col">{say(words.where)}</th>
            <th scope="col">{say(words.what)}</th>
          </tr>
        </thead>
        <tbody>
          {grouped(flaws).map((group) => (
            <tr key={`${group[0]?.code} ${group[0]?.message.id}`}>
              <th scope="row">
                {group.length > 1 && `${say(words.times(group.length))} `}
                {group.slice(0, shownPlaces).map(placeOf).join('; ')}
                {group.length > shownPlaces && '; …'}
              </th>
              <td>{group[0] !== undefined && say(group[0].message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function grouped(flaws: readonly DraftFlaw[]): readonly (readonly DraftFlaw[])[] {
  const groups = new Map<string, DraftFlaw[]>()
  for (const flaw of flaws) {
    const key = `${flaw.code} ${flaw.message.id}`
    groups.set(key, [...(groups.get(key) ?? []), flaw])
  }
  return Array.from(groups.values())
}

function placeOf({ sheet, row, column }: DraftFlaw): string {
  return [sheet, row > 0 ? String(row) : '', column].filter((part) => part !== '').join(', ')
}
