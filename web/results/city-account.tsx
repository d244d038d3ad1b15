/**
 * What each agency tagged against what SIPD has for it, the most untagged first, with the whole region's sums. `first`: this agency's row
 * stands in front, and on paper only some follow, with the sum of the others.
 */
import { formatNumber } from '../../functions/schema/formats.ts'
import type { CityBudgetView } from '../api/budgets.ts'
import { WideTable } from '../controls/wide-table.tsx'
import { cityWording as words } from '../wording/city.ts'
import { language, say } from '../wording/language.ts'
import { Money, MoneyHead } from './money.tsx'

type Account = CityBudgetView['agencies'][number]
type Sums = Pick<Account, 'tagged' | 'mapped' | 'untagged'>

/** Rows of one line that fit on the paper's second page. */
const printedAgencies = 7

export function CityAccount({ budget, first }: { budget: CityBudgetView; first?: string }) {
  const isFirst = ({ agencyId }: Account) => agencyId === first
  const bySize = (a: Account, b: Account) =>
    Number(isFirst(b)) - Number(isFirst(a)) || b.untagged - a.untagged || b.mapped - a.mapped || b.tagged - a.tagged
  const agencies = budget.agencies.slice().sort(bySize)
  const others = first === undefined ? [] : agencies.slice(printedAgencies)
  const isLeftOut = (index: number) => others.length > 0 && index >= printedAgencies
  return (
    <>
      <p class="hint">{say(words.budgetLead)}</p>
      <WideTable label={say(words.budget)}>
        <table class="paper-table city-account blocks">
          <thead>
            <tr>
              <th scope="col">{say(words.agency)}</th>
              <MoneyHead name={words.tagged} />
              <MoneyHead name={words.mapped} />
              <MoneyHead name={words.untagged} />
            </tr>
          </thead>
          <tbody>
            {agencies.map((account, index) => (
              <tr key={account.agencyId} class={isLeftOut(index) ? 'screen-only' : undefined}>
                <td>
                  {say(account.name)} {!account.sent && <small>({say(words.notSent)})</small>}
                </td>
                <Amounts sums={account} codes={account.untaggedCodes} />
              </tr>
            ))}
            {others.length > 0 && (
              <tr class="paper-only">
                <td>{say(words.others(formatNumber(others.length, language.value)))}</td>
                <Amounts sums={sumOf(others)} />
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{say(words.all)}</th>
              <Amounts sums={budget} />
            </tr>
          </tfoot>
        </table>
      </WideTable>
    </>
  )
}

function Amounts({ sums: { tagged, mapped, untagged }, codes = [] }: { sums: Sums; codes?: readonly string[] }) {
  return (
    <>
      <td class="number" data-name={say(words.tagged)}>
        <Money amount={tagged} />
      </td>
      <td class="number" data-name={say(words.mapped)}>
        <Money amount={mapped} />
      </td>
      <td class="number" data-name={say(words.untagged)}>
        {untagged === 0 ? '–' : <Money amount={untagged} />} {codes.length > 0 && <small>{codes.join(', ')}</small>}
      </td>
    </>
  )
}

function sumOf(accounts: readonly Account[]): Sums {
  const sum = (of: keyof Sums) => accounts.reduce((all, account) => all + account[of], 0)
  return { tagged: sum('tagged'), mapped: sum('mapped'), untagged: sum('untagged') }
}
