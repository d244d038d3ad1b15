/** Questions in an order in which nothing is needed before it is known. */
import type { Field, Table } from '../../form.ts'
import type { Run } from '../compile.ts'
import type { Frame } from '../frame.ts'
import type { Needs } from './needs.ts'

type Test = (frame: Frame) => boolean
/** One question: is it asked, and what is worked out. `needs` of both. */
export type Step = {
  readonly table: Table | undefined
  readonly field: Field
  readonly needs: Needs
  readonly relevant: Test | undefined
  readonly calculation: Run | undefined
}
export type TableStep = {
  readonly table: Table
  readonly needs: Needs
  readonly relevant: Test | undefined
  readonly count: Run | undefined
}
export type Keyed = { readonly key: string; readonly step: Step | TableStep }

/** Each after what it needs, otherwise in the form's order. */
export function inOrder(all: readonly Keyed[]): (Step | TableStep)[] {
  const byKey = new Map(all.map((each) => [each.key, each]))
  const done = new Set<string>()
  const open = new Set<string>()
  const ordered: (Step | TableStep)[] = []
  const take = (each: Keyed): void => {
    if (done.has(each.key) || open.has(each.key)) return
    open.add(each.key)
    for (const key of keysOf(each.step)) {
      const needed = byKey.get(key)
      if (needed !== undefined) take(needed)
    }
    done.add(each.key)
    ordered.push(each.step)
  }
  all.forEach(take)
  return ordered
}

function keysOf(step: Keyed['step']): string[] {
  const { needs, table } = step
  const inTable = table !== undefined && 'field' in step
  return [
    ...needs.header,
    ...[...needs.own].map((id) => `${table?.id}.${id}`),
    ...needs.columns,
    ...(inTable ? [`${table.id}.`] : []),
  ]
}
