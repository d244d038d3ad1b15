/**
 * The region's people and agencies as forms of one table, so that they go out and come in as every workbook does: a row for
 * each, told apart by its code, which is also the row's key and never changes.
 */
import type { Choice, Field, FormDefinition } from '../../schema/form.ts'
import type { Agency, Role } from '../../schema/region.ts'
import type { Wording } from '../../schema/wording.ts'

export const directoryTables = { people: 'orang', agencies: 'perangkatDaerah' } as const
const maxEntries = 2_000

const w = (id: string, en: string): Wording => ({ id, en })
const choice = (value: string, id: string, en: string): Choice => ({ value, label: w(id, en) })
const text = (
  id: string,
  label: Wording,
  maxLength: number,
  more: { hint?: Wording; required?: boolean } = {},
): Field => ({
  type: 'text',
  id,
  label,
  maxLength,
  required: true,
  ...more,
})
const choose = (
  id: string,
  label: Wording,
  choices: Choice[],
  more: { hint?: Wording; required?: boolean } = {},
): Field => ({
  type: 'choice',
  id,
  label,
  choices,
  required: true,
  ...more,
})

const code = text('kode', w('Kode', 'Code'), 64, {
  hint: w(
    'Huruf, angka, dan tanda hubung, misalnya op-dinsos. Setelah tersimpan, kode tidak berubah lagi.',
    'Letters, digits and hyphens, such as op-dinsos. Once saved, a code never changes.',
  ),
})
const phone = text('telepon', w('Telepon', 'Phone'), 60, { required: false })
const roles: Record<Role, Wording> = {
  operator: w('Operator', 'Operator'),
  verifier: w('Kepala / camat', 'Head'),
  coordinator: w('Koordinator', 'Coordinator'),
  viewer: w('Pemantau', 'Viewer'),
}
const kinds: Record<Agency['kind'], Wording> = {
  opd: w('OPD', 'Agency (OPD)'),
  kecamatan: w('Kecamatan', 'Kecamatan'),
  coordinator: w('Koordinator', 'Coordinator'),
}
const choicesOf = (labels: Record<string, Wording>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export function peopleForm(agencies: readonly Agency[]): FormDefinition {
  return listForm('orang', w('Orang', 'People'), directoryTables.people, [
    code,
    text('nama', w('Nama', 'Name'), 200),
    text('jabatan', w('Jabatan', 'Title'), 300),
    text('surel', w('Alamat surel', 'E-mail address'), 300, {
      hint: w('Alamat untuk masuk. Satu alamat satu orang.', 'The address to sign in with. One address a person.'),
    }),
    phone,
    choose('peran', w('Peran', 'Role'), choicesOf(roles)),
    {
      type: 'choices',
      id: 'perangkatDaerah',
      label: w('Perangkat daerah', 'Agencies'),
      hint: w('Boleh lebih dari satu, dipisahkan titik koma.', 'May be several, separated by semicolons.'),
      required: true,
      choices: agencies.map(({ id, name }) => ({ value: id, label: name })),
    },
    text('wakil', w('Kode wakil', 'Code of the deputy'), 64, {
      required: false,
      hint: w(
        'Kode orang yang dihubungi bila orang ini tidak terjangkau.',
        'The code of who is called when this person cannot be reached.',
      ),
    }),
    choose('bahasa', w('Bahasa', 'Language'), [
      choice('id', 'Indonesia', 'Indonesian'),
      choice('en', 'Inggris', 'English'),
    ]),
    choose('nonaktif', w('Nonaktif', 'Deactivated'), [choice('ya', 'Ya', 'Yes'), choice('tidak', 'Tidak', 'No')], {
      required: false,
      hint: w(
        'Ya: tidak dapat masuk dan tidak menerima surel. Kosong berarti tidak.',
        'Yes: may not sign in and gets no mail. Blank means no.',
      ),
    }),
  ])
}

export function agenciesForm(): FormDefinition {
  return listForm('perangkat-daerah', w('Perangkat daerah', 'Agencies'), directoryTables.agencies, [
    code,
    text('nama', w('Nama', 'Name'), 300),
    text('namaEn', w('Nama (Inggris)', 'Name in English'), 300, {
      required: false,
      hint: w('Bila kosong, nama Indonesia yang dipakai.', 'Where blank, the Indonesian name is used.'),
    }),
    text('namaPendek', w('Nama pendek', 'Short name'), 80),
    choose('jenis', w('Jenis', 'Kind'), choicesOf(kinds)),
    text('bidang', w('Bidang urusan', 'Sectors'), 800, {
      required: false,
      hint: w(
        'Kode bidang, dipisahkan titik koma, misalnya 1.06; 2.14.',
        'Codes separated by semicolons, such as 1.06; 2.14.',
      ),
    }),
    choose('hariKerja', w('Hari kerja seminggu', 'Working days a week'), [
      choice('5', '5 hari', '5 days'),
      choice('6', '6 hari', '6 days'),
    ]),
    phone,
    choose(
      'tidakDipakai',
      w('Tidak dipakai lagi', 'No longer in use'),
      [choice('ya', 'Ya', 'Yes'), choice('tidak', 'Tidak', 'No')],
      {
        required: false,
        hint: w(
          'Ya: tidak mendapat tugas baru; kiriman lamanya tetap. Kosong berarti tidak.',
          'Yes: gets no new work; what it sent stays. Blank means no.',
        ),
      },
    ),
  ])
}

function listForm(id: string, title: Wording, tableId: string, fields: Field[]): FormDefinition {
  const table = { id: tableId, title, fields, minRows: 0, maxRows: maxEntries, uniqueBy: ['kode'] }
  return {
    id,
    version: 1,
    title,
    shortTitle: title,
    description: title,
    nilAllowed: false,
    fields: [],
    tables: [table],
  }
}
