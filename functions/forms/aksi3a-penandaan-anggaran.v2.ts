/** Version 2: up to 2,000 rows, since a large office pastes a thousand, and names as long as the nomenclature's longest. */
import type { FormDefinition } from '../schema/form.ts'
import { aksi3aPenandaanAnggaranV1 } from './aksi3a-penandaan-anggaran.v1.ts'
import { withLongNames } from './sub-activity-fields.v2.ts'

export const aksi3aPenandaanAnggaranV2 = {
  ...aksi3aPenandaanAnggaranV1,
  version: 2,
  tables: aksi3aPenandaanAnggaranV1.tables.map((table) => ({
    ...table,
    fields: withLongNames(table.fields),
    maxRows: 2_000,
  })),
} satisfies FormDefinition
