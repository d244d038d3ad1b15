/** Sums by unit, sub kegiatan and fund while lines come in, with a count of everything that was left out and why. */
import { isSoundCode } from '../../schema/checks/sub-activity-code.ts'
import type { BudgetContent, ReadingCounts } from '../../schema/sipd/budget.ts'
import { fundName } from '../../schema/sipd/fund-rules.ts'
import { plainName, tidyName } from '../../schema/sipd/plain-name.ts'
import { activityCode, activityName, fundCode, tidyCode, unitCode } from './codes.ts'
import { FileRefused } from './file-refused.ts'

/** Texts of one row as they stand in the file; '' for none. `cents`: undefined where no amount could be read. */
export type Line = {
  readonly skpdCode: string
  readonly skpdName: string
  readonly unitCode: string
  readonly unitName: string
  readonly activityCode: string
  readonly activityName: string
  readonly fundCode: string
  readonly fundName: string
  readonly cents: number | undefined
  /** The row is only there to say that the sub kegiatan exists. */
  readonly bare: boolean
}

const mostLines = 60_000

export class LineSums {
  readonly #units = new Places<BudgetContent['units'][number]>()
  readonly #activities = new Places<BudgetContent['activities'][number]>()
  readonly #funds = new Places<BudgetContent['funds'][number]>()
  readonly #sums = new Map<string, { place: readonly [number, number, number]; cents: number }>()
  readonly #seen = new Map<string, readonly [number, number]>()
  readonly counts: ReadingCounts = {
    rows: 0,
    withoutMoney: 0,
    withoutActivity: 0,
    oddCodes: 0,
    oddAmount: 0,
    unread: 0,
    zero: 0,
  }
  /** In cents, with odd codes: what a total row of the file must equal. */
  everything = 0

  add(line: Line, withFunds: boolean): void {
    const { counts } = this
    counts.rows++
    this.everything += line.cents ?? 0
    if (line.activityCode.trim() === '') {
      counts.withoutActivity++
      counts.oddAmount += (line.cents ?? 0) / 100
      return
    }
    const unit = this.#unit(line)
    const raw = tidyCode(line.activityCode)
    const code = activityCode(raw, unitCode(line.unitCode) || unitCode(line.skpdCode))
    if (!isSoundCode(code)) {
      counts.oddCodes++
      counts.oddAmount += (line.cents ?? 0) / 100
      return
    }
    const activity = this.#activities.of(code, () => ({ code, name: activityName(line.activityName, [raw, code]) }))
    if (line.bare || line.cents === undefined) {
      if (line.bare) counts.withoutMoney++
      else counts.unread++
      this.#seen.set(`${unit} ${activity}`, [unit, activity])
      return
    }
    this.#put([unit, activity, withFunds ? this.#fund(line) : -1], line.cents)
  }

  #unit(line: Line): number {
    const skpdName = tidyName(line.skpdName || line.unitName)
    const name = tidyName(line.unitName) || skpdName
    const code = unitCode(line.unitCode) || unitCode(line.skpdCode)
    const skpdCode = unitCode(line.skpdCode) || code
    // Re-typed files name their units only.
    return this.#units.of(code || plainName(name), () => ({ code, name, skpdCode, skpdName }))
  }

  #fund(line: Line): number {
    const name = tidyName(fundName(line.fundName)) || '-'
    const first = /^\s*\[?\s*dana\s+(umum|khusus)/i.exec(line.fundName)?.[1]?.toLowerCase()
    const code = fundCode(line.fundCode) || (first === undefined ? '' : first === 'umum' ? '1' : '2')
    // Of one fund the code may come damaged out of Excel, the name does not; its first figure tells two of one name apart.
    return this.#funds.of(`${code.slice(0, 1)} ${plainName(name)}`, () => ({ code, name }))
  }

  #put(place: readonly [number, number, number], cents: number): void {
    const key = place.join(' ')
    const sum = this.#sums.get(key)
    if (sum === undefined) this.#sums.set(key, { place, cents })
    else sum.cents += cents
    if (this.#sums.size > mostLines) throw new FileRefused('too-many')
  }

  content(): BudgetContent {
    const lines: BudgetContent['lines'] = []
    this.#sums.forEach(({ place: [unit, activity, fund], cents }) => {
      if (cents === 0) {
        this.counts.zero++
        this.#seen.set(`${unit} ${activity}`, [unit, activity])
      } else lines.push([unit, activity, fund, cents / 100])
    })
    const paid = new Set(lines.map(([unit, activity]) => `${unit} ${activity}`))
    const bare: BudgetContent['bare'] = []
    this.#seen.forEach(([unit, activity], key) => {
      if (!paid.has(key)) bare.push([unit, activity])
    })
    return { units: this.#units.list, activities: this.#activities.list, funds: this.#funds.list, lines, bare }
  }
}

/** Things once each, by their key, in the order in which they came. */
class Places<T> {
  readonly list: T[] = []
  readonly #places = new Map<string, number>()

  of(key: string, make: () => T): number {
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.list.length)
    return this.list.push(make()) - 1
  }
}
