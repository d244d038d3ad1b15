/** What changed between this budget and another one of its year. */
import { useState } from 'preact/hooks'
import { type BudgetName, fetchBudgetDifference, type ToldBudget } from '../api/budgets.ts'
import { useResource } from '../api/resource.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { say } from '../wording/language.ts'
import { changedWords, moreChanges, sipdWording as words } from '../wording/sipd.ts'
import { money, stageName } from './budget-words.ts'

export function BudgetChanges({ after, others }: { after: BudgetName; others: readonly ToldBudget[] }) {
  const [at, setAt] = useState(0)
  const before = others[at]
  if (before === undefined) return null
  return (
    <>
      <h2>
        <label for="changes-since">{say(words.changes)}</label>
      </h2>
      <p>
        <select id="changes-since" value={at} onChange={(event) => setAt(Number(event.currentTarget.value))}>
          {others.map((each, index) => (
            <option key={`${each.stage}${each.number}`} value={index}>
              {stageName(each)}
            </option>
          ))}
        </select>
      </p>
      <Changes key={`${before.stage}${before.number}`} after={after} before={before} />
    </>
  )
}

function Changes({ after, before }: { after: BudgetName; before: ToldBudget }) {
  const key = `budget-changes|${after.year}|${after.stage}|${after.number}|${before.stage}|${before.number}`
  const { value, error, reload } = useResource(key, () => fetchBudgetDifference(after, before))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  if (value.count === 0) return <p>{say(words.noChanges)}</p>
  const sign = (amount: number) => `${amount > 0 ? '+' : '−'}${money(Math.abs(amount))}`
  return (
    <>
      <p>
        {say(changedWords(value.count, value.same))} {money(value.before)} → {money(value.after)} (
        {sign(value.after - value.before)})
      </p>
      <WideTable label={say(words.changes)}>
        <table class="paper-table blocks">
          <thead>
            <tr>
              <th>{say(words.unit)}</th>
              <th>{say(words.activity)}</th>
              <th>{say(words.fund)}</th>
              <th class="number">{say(words.before)}</th>
              <th class="number">{say(words.after)}</th>
              <th class="number">{say(words.delta)}</th>
            </tr>
          </thead>
          <tbody>
            {value.changed.map(({ unit, code, name, fund, before: old, after: now }) => (
              <tr key={`${unit}${code}${fund}`}>
                <td>{unit}</td>
                <td>
                  {code} {name}
                </td>
                <td>{fund}</td>
                <td class="number" data-name={say(words.before)}>
                  {old === 0 ? '–' : money(old)}
                </td>
                <td class="number" data-name={say(words.after)}>
                  {now === 0 ? '–' : money(now)}
                </td>
                <td class="number" data-name={say(words.delta)}>
                  <strong>{sign(now - old)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {value.count > value.changed.length && <p class="hint">{say(moreChanges(value.count - value.changed.length))}</p>}
    </>
  )
}
