/** People and agencies as the rows of their workbook, and rows as what a coordinator would send to the directory. */
import type { Cells, Row } from '../../schema/answers.ts'
import { type Agency, agencySchema, type Person, roleSchema } from '../../schema/region.ts'
import {
  type AgencyRequest,
  agencyRequestSchema,
  type PersonRequest,
  personRequestSchema,
} from '../../schema/region-requests.ts'
import { languageSchema } from '../../schema/wording.ts'
import { wordOf } from './reference-form.ts'

export function personRow(person: Person): Row {
  const { id, name, title, email, phone, role, agencyIds, deputyId, language, disabled } = person
  return {
    rowKey: id,
    cells: {
      kode: id,
      nama: name,
      jabatan: title,
      surel: email,
      ...(phone === undefined ? {} : { telepon: phone }),
      peran: role,
      perangkatDaerah: [...agencyIds],
      ...(deputyId === undefined ? {} : { wakil: deputyId }),
      bahasa: language,
      nonaktif: disabled ? 'ya' : 'tidak',
    },
  }
}

export function agencyRow({ id, name, shortName, kind, sectors, workingWeek, phone, outOfUse }: Agency): Row {
  return {
    rowKey: id,
    cells: {
      kode: id,
      nama: name.id,
      namaEn: name.en,
      namaPendek: shortName,
      jenis: kind,
      ...(sectors.length === 0 ? {} : { bidang: sectors.join('; ') }),
      hariKerja: String(workingWeek),
      ...(phone === undefined ? {} : { telepon: phone }),
      ...(outOfUse === true ? { tidakDipakai: 'ya' } : {}),
    },
  }
}

/**
 * `undefined` where a text is too long. What is in no list is told by the form's own rules, and keeps the file from being saved;
 * any entry of the list stands in for it here, so that the row's other cells are judged too.
 */
export function personOf(cells: Cells): PersonRequest | undefined {
  const { perangkatDaerah } = cells
  return personRequestSchema.safeParse({
    id: wordOf(cells.kode),
    name: wordOf(cells.nama),
    title: wordOf(cells.jabatan),
    email: wordOf(cells.surel),
    role: roleSchema.safeParse(cells.peran).data ?? 'operator',
    agencyIds: Array.isArray(perangkatDaerah) ? perangkatDaerah : [],
    language: languageSchema.safeParse(cells.bahasa).data ?? 'id',
    disabled: wordOf(cells.nonaktif) === 'ya',
    ...given('phone', wordOf(cells.telepon)),
    ...given('deputyId', wordOf(cells.wakil)),
  }).data
}

/** As `personOf`. */
export function agencyOf(cells: Cells): AgencyRequest | undefined {
  const name = wordOf(cells.nama)
  const sectors = wordOf(cells.bidang).split(/[;,\n]/)
  return agencyRequestSchema.safeParse({
    id: wordOf(cells.kode),
    name: { id: name, en: wordOf(cells.namaEn) || name },
    shortName: wordOf(cells.namaPendek),
    kind: agencySchema.shape.kind.safeParse(cells.jenis).data ?? 'opd',
    sectors: sectors.map((each) => each.trim()).filter((each) => each !== ''),
    workingWeek: wordOf(cells.hariKerja) === '6' ? 6 : 5,
    ...given('phone', wordOf(cells.telepon)),
    ...(wordOf(cells.tidakDipakai) === 'ya' ? { outOfUse: true } : {}),
  }).data
}

function given(id: string, value: string): Record<string, string> {
  return value === '' ? {} : { [id]: value }
}

/** The column of a field of the directory, for what its checks say: `/name/id` stands in `nama`. */
export const columnOf: Readonly<Record<string, string>> = {
  '/id': 'kode',
  '/name': 'nama',
  '/name/id': 'nama',
  // Blank only where the Indonesian name is.
  '/name/en': 'nama',
  '/title': 'jabatan',
  '/email': 'surel',
  '/role': 'peran',
  '/agencyIds': 'perangkatDaerah',
  '/deputyId': 'wakil',
  '/shortName': 'namaPendek',
  '/phone': 'telepon',
}
