/**
 * Publishes a form that was drafted in a workbook, as the next version of its id. The file is read again when it is published,
 * so nothing half-done waits on the server; what was published never changes, and rounds go on asking the version they name.
 */
import type { FormDefinition } from '../../schema/form.ts'
import type { DraftFlaw, DraftOptions, FormPreview } from '../../schema/form-draft.ts'
import { canonicalJson } from '../canonical-json.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { errorIf, refuseIfAny } from '../typed-settings.ts'
import { formChanges } from '../versions/form-changes.ts'
import type { PublishedForm, PublishedForms } from './published-forms.ts'
import { type NamedFile, publishable, type XlsForms } from './xlsforms.ts'

type Ports = { regions: Regions; forms: FormCatalogue; publishedForms: PublishedForms; xlsForms: XlsForms }
/** `options`: what the page asked because the file does not say it; `files`: CSV files of lists that came along. */
export type FormFile = {
  region: string
  by: string
  file: Uint8Array
  options?: DraftOptions | undefined
  files?: readonly NamedFile[] | undefined
}

/** What the file says and what keeps it from being published. Saves nothing. Refuses with `workbook-refused` only. */
export async function previewForm(ports: Ports, given: FormFile): Promise<FormPreview> {
  const { region } = given
  const read = await readDraft(ports, given)
  // A file without an id has none yet: the page asks for it.
  const id = read.definition?.id || undefined
  const own = id === undefined ? undefined : await ports.publishedForms.latest(region, id)
  const taken = id !== undefined && own === undefined && (await isOfTheHouse(ports, region, id))
  const draft = taken ? { ...read, flaws: [idTaken(id), ...read.flaws] } : read
  return {
    ...draft,
    currentVersion: own?.definition.version ?? 0,
    changes: own === undefined || draft.definition === null ? [] : formChanges(own.definition, draft.definition),
    unchanged: own !== undefined && draft.definition !== null && saysTheSame(own.definition, draft.definition),
    publishable: publishable(draft),
  }
}

/** `base`: the version that stands now, 0 = none. Refusals: `workbook-refused`, `settings-invalid`, `revision-conflict`. */
export async function publishForm(
  now: Date,
  ports: Ports,
  input: FormFile & { base: number },
): Promise<FormDefinition> {
  const { region, by, base } = input
  const draft = await readDraft(ports, input)
  if (!publishable(draft))
    throw new Refused({ code: 'settings-invalid', errors: [{ pointer: '', reason: 'form-has-flaws' }] })
  const { id } = draft.definition
  const latest = await ports.publishedForms.latest(region, id)
  const taken = latest === undefined && (await isOfTheHouse(ports, region, id))
  refuseIfAny(errorIf(taken, '/id', 'id-taken', id))
  const current = latest?.definition.version ?? 0
  if (current !== base) throw new Refused({ code: 'revision-conflict', currentRevision: current })
  refuseIfAny(errorIf(latest !== undefined && saysTheSame(latest.definition, draft.definition), '', 'form-unchanged'))
  const definition = { ...draft.definition, version: base + 1 }
  const form: PublishedForm = { at: now.toISOString(), by, region, definition }
  const result = await ports.publishedForms.insert(form)
  if (result.inserted) return definition
  throw new Refused({ code: 'revision-conflict', currentRevision: base + 1 })
}

async function isOfTheHouse({ forms }: Ports, region: string, id: string): Promise<boolean> {
  return (await forms.definition(id, 1, region)) !== undefined
}

function idTaken(id: string): DraftFlaw {
  return {
    sheet: 'settings',
    row: 0,
    column: 'form_id',
    code: 'form-id-taken',
    blocking: true,
    message: {
      id: `form_id "${id}" sudah dipakai formulir bawaan Lengkap; pilih kode lain.`,
      en: `The form_id "${id}" belongs to a form that comes with Lengkap; choose another.`,
    },
  }
}

async function readDraft({ regions, xlsForms }: Ports, { region, file, options, files }: FormFile) {
  return xlsForms.read(file, Object.keys(await regions.references(region)), options, files)
}

function saysTheSame(a: FormDefinition, b: FormDefinition): boolean {
  return canonicalJson({ ...a, version: 0 }) === canonicalJson({ ...b, version: 0 })
}
