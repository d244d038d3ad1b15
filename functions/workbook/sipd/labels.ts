/** Columns of SIPD's exports by their labels, compared without case, slashes and blanks; and which export a header row belongs to. */
import type { sipdShapes } from '../../schema/sipd/budget.ts'
import { plainName } from '../../schema/sipd/plain-name.ts'
import type { CellValue } from './row-taker.ts'

export type Role =
  | 'year'
  | 'skpdCode'
  | 'skpdName'
  | 'unitCode'
  | 'unitName'
  | 'activityCode'
  | 'activityName'
  | 'fundCode'
  | 'fundName'
  | 'account'
  | 'amount'
  | 'spent'
  | 'returned'

/** The first label that a header has decides. Personal columns (NIP, names, remarks, recipients) have no role and are never read. */
const labels: Readonly<Record<Role, readonly string[]>> = {
  year: ['tahun'],
  skpdCode: ['kodeskpd'],
  skpdName: ['namaskpd'],
  unitCode: ['kodesubunit', 'kodesubskpd', 'kodeunitskpd'],
  unitName: ['namasubunit', 'namasubskpd', 'namaunitskpd'],
  activityCode: ['kodesubkegiatan'],
  activityName: ['namasubkegiatan'],
  fundCode: ['kodesumberdana'],
  fundName: ['namasumberdana', 'sumberdana'],
  account: ['koderekening', 'kodeakun'],
  amount: ['pagu', 'totalharga'],
  spent: ['nilairealisasi'],
  returned: ['nilaisetoran'],
}
const roles = Object.keys(labels) as Role[]

export type Columns = ReadonlyMap<Role, number>
export type Shape = (typeof sipdShapes)[number]
export type Header = { readonly shape: Shape; readonly spending: boolean; readonly columns: Columns }

/** `undefined`: not the header of anything that can be taken. */
export function headerIn(cells: ReadonlyMap<number, CellValue>): Header | undefined {
  const places = placesOf(cells)
  const columns = new Map<Role, number>()
  for (const role of roles) {
    const label = labels[role].filter((each) => places.has(each))[0]
    const place = label === undefined ? undefined : places.get(label)
    if (place !== undefined) columns.set(role, place)
  }
  const spending = columns.has('spent')
  const place = columns.has('unitCode') || columns.has('unitName') || columns.has('skpdCode') || columns.has('skpdName')
  const money = spending || (columns.has('amount') && (columns.has('fundName') || columns.has('fundCode')))
  if (!columns.has('activityCode') || !place || !money) return undefined
  return { shape: shapeOf(places, spending), spending, columns }
}

function shapeOf(places: ReadonlyMap<string, number>, spending: boolean): Shape {
  if (spending) return 'realisasi'
  if (places.has('totalharga')) return 'items'
  if (places.has('kodestandarharga')) return 'rekap-4'
  if (places.has('paketkelompok')) return 'rekap-5'
  return places.has('kodeskpd') ? 'rekap-3' : 'rekap'
}

/** A label that stands twice counts where it stands first. */
function placesOf(cells: ReadonlyMap<number, CellValue>): Map<string, number> {
  const places = new Map<string, number>()
  cells.forEach((value, column) => {
    const label = plainName(String(value))
    if (label !== '' && !places.has(label)) places.set(label, column)
  })
  return places
}
