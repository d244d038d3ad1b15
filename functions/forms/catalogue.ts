/**
 * All published form versions. A version once listed here never changes and never leaves: revisions that answered it must
 * stay readable. The fingerprints of the published ones are frozen by a test.
 */
import type { FormDefinition } from '../schema/form.ts'
import { aksi3aPenandaanAnggaranV1 } from './aksi3a-penandaan-anggaran.v1.ts'
import { aksi3aPenandaanAnggaranV2 } from './aksi3a-penandaan-anggaran.v2.ts'
import { dataPendukungV1 } from './data-pendukung.v1.ts'
import { dataPendukungV2 } from './data-pendukung.v2.ts'
import { dataSasaranV1 } from './data-sasaran.v1.ts'
import { monevCakupanLayananV1 } from './monev-cakupan-layanan.v1.ts'
import { reviuAksi2025V1 } from './reviu-aksi-2025.v1.ts'
import { reviuAksi2025V2 } from './reviu-aksi-2025.v2.ts'

const published: readonly FormDefinition[] = [
  aksi3aPenandaanAnggaranV1,
  reviuAksi2025V1,
  monevCakupanLayananV1,
  dataSasaranV1,
  dataPendukungV1,
  aksi3aPenandaanAnggaranV2,
  reviuAksi2025V2,
  dataPendukungV2,
]

/** Every published version, in the order in which people know the forms. */
export function formDefinitions(): readonly FormDefinition[] {
  return published
}

/** One published version; `undefined` where there is no such form or version. */
export function formDefinition(id: string, version: number): FormDefinition | undefined {
  return published.find((definition) => definition.id === id && definition.version === version)
}

/** The catalogue as the domain's port asks for it. */
export const formCatalogue = {
  definition: async (id: string, version: number) => formDefinition(id, version),
  all: async () => formDefinitions(),
} as const
