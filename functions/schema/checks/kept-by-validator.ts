/**
 * Accuracy rules that the answers' validator keeps: answers that break them cannot be submitted. The map gives a validation
 * error the id under which the field knows the rule, so that page, submit and help speak of the same thing.
 */
import type { AnswerError } from '../answers.ts'

type Kept = { readonly rule: string; readonly codes: readonly string[]; readonly field: RegExp }

const kept: readonly Kept[] = [
  { rule: 'A01', codes: ['pattern', 'too-long'], field: /\/kodeSubKegiatan$/ },
  { rule: 'A05', codes: ['duplicate-row'], field: /./ },
  {
    rule: 'A06',
    codes: ['too-large'],
    field: /\/(paguDitandai|belanjaLangsungSasaran|realisasi|realisasi2025)$/,
  },
  { rule: 'A10', codes: ['required', 'too-few-choices', 'not-a-choice'], field: /\/lokasi$/ },
  { rule: 'A10', codes: ['fixed-row-foreign'], field: /^\/rows\/(wilayah|cakupan|sasaran)\// },
  { rule: 'A11', codes: ['too-early', 'too-late'], field: /\/(tanggal|targetTindakLanjut)/ },
  { rule: 'A16', codes: ['required'], field: /\/cakupan\/.*\/catatan$/ },
  { rule: 'A17', codes: ['wrong-type', 'too-small'], field: /\/(pembilang|penyebut)$/ },
  { rule: 'A18', codes: ['too-large', 'sum-too-large'], field: /\/sasaran\// },
  { rule: 'A24', codes: ['fixed-row-missing'], field: /^\/rows\/(wilayah|cakupan|sasaran)\// },
  { rule: 'A25', codes: ['not-a-url'], field: /\/tautanBukti$/ },
]

/** The accuracy rule that a validation error breaks, if it is one. */
export function ruleKept({ pointer, code }: Pick<AnswerError, 'pointer' | 'code'>): string | undefined {
  return kept.find(({ codes, field }) => codes.includes(code) && field.test(pointer))?.rule
}

/** The rules of the map. */
export const keptRules: ReadonlySet<string> = new Set(kept.map(({ rule }) => rule))
