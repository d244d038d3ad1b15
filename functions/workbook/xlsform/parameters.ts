/** The column `parameters`. */
import type { SheetRow } from './sheets.ts'

/** `start=1 end=10, step=2`, with names in lower case. */
export function parametersOf({ cells }: SheetRow): Record<string, string> {
  return Object.fromEntries(
    [...(cells.parameters ?? '').matchAll(/([A-Za-z_-]+)\s*=\s*([^\s,;]+)/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  )
}
