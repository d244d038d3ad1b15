/**
 * Which rows of another form of the same agency and round can begin this form. F2 asks of every budget line of last year whether
 * it is continued; those that are have to be tagged in F1 again, so nobody should type their codes twice.
 */
export type Continuation = {
  readonly form: string
  readonly table: string
  readonly from: { readonly form: string; readonly table: string; readonly when: { field: string; is: string } }
  /** Fields that mean the same in both. Amounts are not among them: this year's are not last year's. */
  readonly cells: readonly string[]
}

export const continuations: readonly Continuation[] = [
  {
    form: 'aksi3a-penandaan-anggaran',
    table: 'penandaan',
    from: { form: 'reviu-aksi-2025', table: 'anggaran', when: { field: 'dilanjutkan2026', is: 'ya' } },
    cells: ['kodeSubKegiatan', 'namaSubKegiatan', 'sumberDana', 'lokasi'],
  },
]
