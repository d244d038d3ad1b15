/**
 * What the upload of a workbook is answered with: what would change, by row key, and what is wrong, by cell of the file.
 * Nothing is saved by it.
 */
import * as z from 'zod'
import { rowSchema, valueSchema } from './answers.ts'
import { fieldIdSchema, instantSchema, rowKeySchema } from './ids.ts'
import { wordingSchema } from './wording.ts'

/** Why a file is not read at all. Each has its own sentence in http/workbook-words.ts. */
export const workbookFlaws = [
  'too-large',
  'too-many-rows',
  'empty',
  'not-a-workbook',
  'html',
  'old-excel',
  'binary-excel',
  'protected',
  'macros',
  'external-links',
  'unsafe',
  'broken',
  'open-quote',
  'no-table',
  'other-form',
  'other-version',
  'other-agency',
] as const
export type WorkbookFlaw = (typeof workbookFlaws)[number]

/** Where something stands in the file: the sheet's name and the cell, `Penandaan!D17`. */
const spotSchema = z.object({ sheet: z.string(), cell: z.string() })
export type Spot = z.infer<typeof spotSchema>

/** An error with its place in the file, and in the answers where it has one there. */
export const workbookErrorSchema = z.object({
  ...spotSchema.shape,
  pointer: z.string(),
  code: z.string(),
  message: wordingSchema,
})
export type WorkbookError = z.infer<typeof workbookErrorSchema>

/** A cell that was changed both in the file and in the draft since the file was made. The file's value is taken on confirm. */
export const workbookClashSchema = z.object({
  ...spotSchema.shape,
  pointer: z.string(),
  draft: valueSchema.nullable(),
  file: valueSchema.nullable(),
})
export type WorkbookClash = z.infer<typeof workbookClashSchema>

const changedCellsSchema = z.record(fieldIdSchema, valueSchema.nullable())
export type ChangedCells = z.infer<typeof changedCellsSchema>

/** Why a row of the file is taken for a row of the draft. */
export const matchReasons = ['key', 'content', 'identity'] as const
export type MatchReason = (typeof matchReasons)[number]

const changedRowSchema = z.object({ rowKey: rowKeySchema, cells: changedCellsSchema })
const tableChangeSchema = z.object({
  tableId: fieldIdSchema,
  added: z.array(rowSchema),
  changed: z.array(changedRowSchema),
  removed: z.array(rowKeySchema),
})
export type TableChange = z.infer<typeof tableChangeSchema>

export const workbookAskKinds = ['dash', 'overwrite', 'correction', 'remove', 'revive', 'aside', 'hidden'] as const
export type WorkbookAskKind = (typeof workbookAskKinds)[number]

/**
 * What the file alone does not decide. The chosen option's changes come on top of those of the tables; `null`: nothing is
 * chosen beforehand, and nothing can be confirmed before it is.
 */
export const workbookAskSchema = z.object({
  ...spotSchema.shape,
  id: z.string(),
  kind: z.enum(workbookAskKinds),
  /** What the row is called; of a table or sheet its name. */
  about: z.string(),
  message: wordingSchema,
  options: z.array(
    z.object({
      label: wordingSchema,
      fields: changedCellsSchema,
      tables: z.array(tableChangeSchema),
      /** Tables of which the file then changes nothing. */
      leavesOut: z.array(fieldIdSchema).optional(),
      /** By key, new rows of the file that then are these rows of the draft: what another answer puts into them goes there. */
      stands: z.record(rowKeySchema, rowKeySchema).optional(),
    }),
  ),
  chosen: z.int().nullable(),
})
export type WorkbookAsk = z.infer<typeof workbookAskSchema>

/** One table as it stands on one sheet; a table on several sheets has an entry for each. */
export const workbookTableSchema = z.object({
  tableId: fieldIdSchema,
  sheet: z.string(),
  /** Rows with content in the file. */
  rows: z.int(),
  unchanged: z.int(),
  added: z.array(rowSchema),
  /** Only the cells that were touched; `null` = emptied. */
  changed: z.array(changedRowSchema),
  /** Rows that the file once had and now lacks, untouched in the draft meanwhile. */
  removed: z.array(rowKeySchema),
  /** Cells of added and changed rows in the file, and why a changed row is taken for one of the draft. */
  places: z.record(rowKeySchema, z.object({ row: z.int(), match: z.enum(matchReasons).optional() })),
  /** Rows that the draft has and a file without its hidden sheet lacks; they stay. */
  missing: z.array(rowKeySchema),
  /** Headers of columns that the form does not know, and labels of fields without a column: both stay as they are. */
  extraColumns: z.array(z.string()),
  missingColumns: z.array(wordingSchema),
})
export type WorkbookTable = z.infer<typeof workbookTableSchema>

export const workbookPreviewSchema = z.object({
  kind: z.enum(['xlsx', 'ods', 'csv']),
  formVersion: z.int(),
  counts: z.object({
    rows: z.int(),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
    unchanged: z.int(),
    /** Header fields that change. */
    fields: z.int(),
    wrong: z.int(),
    /** Required cells that are still blank: no reason to wait with confirming. */
    blank: z.int(),
    clashes: z.int(),
    /** Decisions that are asked for, and those without which nothing can be confirmed. */
    asks: z.int(),
    undecided: z.int(),
  }),
  /** Where the file comes from; `null` where it does not say so. `offer` names what `POST .../taken` is told after confirming. */
  file: z
    .object({
      download: z.string(),
      madeAt: instantSchema.nullable(),
      takenAt: instantSchema.nullable(),
      takenBy: z.string().nullable(),
      offer: z.string().nullable(),
    })
    .nullable(),
  fields: changedCellsSchema,
  /** The sheet of `fields`. */
  headerSheet: z.string().nullable(),
  tables: z.array(workbookTableSchema),
  errors: z.array(workbookErrorSchema),
  clashes: z.array(workbookClashSchema),
  asks: z.array(workbookAskSchema),
  /** Sheets that look like copies of another one and were not read. */
  copies: z.array(z.object({ sheet: z.string(), of: z.string() })),
  /** Said once about the file: formulas whose last values were taken, sheets that were not recognised, ... */
  notices: z.array(z.object({ code: z.string(), message: wordingSchema })),
})
export type WorkbookPreview = z.infer<typeof workbookPreviewSchema>
