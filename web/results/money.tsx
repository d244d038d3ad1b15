/** An amount: whole rupiah on the screen, millions on paper, as offices print them; the head of its column then names the unit. */
import { formatRupiah } from '../../functions/schema/formats.ts'
import type { Language, Wording } from '../../functions/schema/wording.ts'
import { language, say } from '../wording/language.ts'
import { resultsWording as words } from '../wording/results.ts'

const twoDecimals = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
const formats = { id: new Intl.NumberFormat('id-ID', twoDecimals), en: new Intl.NumberFormat('en-GB', twoDecimals) }
/** Of millions. Less is not shown as nothing. */
const leastShown = 0.01

/** `693,00`; `0` only for nothing. */
export function inMillions(amount: number, of: Language): string {
  const millions = amount / 1_000_000
  if (amount === 0) return '0'
  return Math.abs(millions) < leastShown ? `< ${formats[of].format(leastShown)}` : formats[of].format(millions)
}

export function Money({ amount }: { readonly amount: number }) {
  return (
    <>
      <span class="screen-only">{formatRupiah(amount, language.value)}</span>
      <span class="paper-only">{inMillions(amount, language.value)}</span>
    </>
  )
}

export function MoneyHead({ name }: { readonly name: Wording }) {
  return (
    <th scope="col" class="number">
      {say(name)} <span class="paper-only">{say(words.millions)}</span>
    </th>
  )
}
