/** Why a file cannot be taken. Kinds of content that were recognised, but are not what is asked for, stand in `wrong-kinds.ts`. */
import type { WrongKind } from './wrong-kinds.ts'

export type FileFlaw =
  | 'damaged'
  | 'empty'
  | 'too-large'
  | 'too-many'
  | 'old-or-locked'
  | 'pdf'
  | 'archive'
  | 'document'
  | 'web-page'
  | 'not-json'
  | 'unknown'
  | WrongKind

export class FileRefused extends Error {
  readonly flaw: FileFlaw

  constructor(flaw: FileFlaw) {
    super(flaw)
    this.flaw = flaw
  }
}
