/** The port that reads a form definition out of a workbook in XLSForm layout. What it cannot map it names, with sheet and row. */
import type { FormDefinition } from '../../schema/form.ts'
import type { DraftOptions, FormDraft } from '../../schema/form-draft.ts'

/** A CSV file that came along, for `select_one_from_file`. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array }

/** Version 0: what a file says, before it is published as the next version. */
export type XlsForms = {
  /** Refuses with `workbook-refused` what is no workbook at all. `lists`: the region's reference lists, which may be chosen from; `files`: CSV files beside it. */
  read(
    file: Uint8Array,
    lists: readonly string[],
    options?: DraftOptions,
    files?: readonly NamedFile[],
  ): Promise<FormDraft>
  /** A form to begin with, as XLSX, that shows every kind of question and says on a sheet of its own what may be written where. */
  sample(): Promise<Uint8Array>
  /** A form of any origin as XLSX; read again it is the same form. */
  write(definition: FormDefinition): Promise<Uint8Array>
}

/** A draft that can be published. */
export function publishable(draft: FormDraft): draft is FormDraft & { definition: FormDefinition } {
  return draft.definition !== null && draft.flaws.every(({ blocking }) => !blocking)
}
