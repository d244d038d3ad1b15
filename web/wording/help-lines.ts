/** Four lines a page. */
import type { Wording } from '../../functions/schema/wording.ts'

type Lines = readonly [Wording, Wording, Wording, Wording]
/** By the address as the table of pages has it. */
export type Help = Readonly<Record<string, Lines>>
