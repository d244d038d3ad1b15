/** Version 2: names of sub kegiatan as long as the nomenclature's longest. */
import type { FormDefinition } from '../schema/form.ts'
import { reviuAksi2025V1 } from './reviu-aksi-2025.v1.ts'
import { withLongNames } from './sub-activity-fields.v2.ts'

export const reviuAksi2025V2 = {
  ...reviuAksi2025V1,
  version: 2,
  tables: reviuAksi2025V1.tables.map((table) => ({ ...table, fields: withLongNames(table.fields) })),
} satisfies FormDefinition
