/** What a workbook says that cannot be mapped, by its place in the file. */
import type { DraftFlaw } from '../../functions/schema/form-draft.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { formsWording as words } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'

export function FormFlaws({ title, flaws }: { readonly title: Wording; readonly flaws: readonly DraftFlaw[] }) {
  if (flaws.length === 0) return null
  return (
    <div class="scroll">
      <h3>
        {say(title)} ({flaws.length})
      </h3>
      <table class="listing">
        <thead>
          <tr>
            <th scope="col">{say(words.where)}</th>
            <th scope="col">{say(words.what)}</th>
          </tr>
        </thead>
        <tbody>
          {flaws.map((flaw, index) => (
            <tr key={index}>
              <th scope="row">
                {flaw.sheet}
                {flaw.row > 0 && `, ${flaw.row}`}
                {flaw.column !== '' && `, ${flaw.column}`}
              </th>
              <td>{say(flaw.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
