/**
 * Accuracy rules that the answers' validator keeps: answers that break them cannot be submitted, so the scheduled check has
 * nothing to find. The map gives a validation error the id under which the field knows it (page, help, reports).
 */
import type { AnswerError } from '../../schema/answers.ts'

type Kept = { rule: string; codes: readonly string[]; field: RegExp }

const kept: readonly Kept[] = [
  { rule: 'A01', codes: ['pattern', 'too-long'], field: /\/kodeSubKegiatan$/ },
  { rule: 'A05', codes: ['duplicate-row'], field: /./ },
  { rule: 'A06', codes: ['too-large'], field: /\/(paguDitandai|belanjaLangsungSasaran|realisasi|realisasi2025)$/ },
  { rule: 'A10', codes: ['required', 'too-few-choices', 'not-a-choice'], field: /\/lokasi$/ },
  { rule: 'A11', codes: ['too-early', 'too-late'], field: /\/(tanggal|targetTindakLanjut)/ },
  { rule: 'A16', codes: ['required'], field: /\/cakupan\/.*\/catatan$/ },
  { rule: 'A17', codes: ['wrong-type', 'too-small'], field: /\/(pembilang|penyebut)$/ },
  { rule: 'A18', codes: ['too-large', 'sum-too-large'], field: /\/sasaran\// },
]

/** The accuracy rule that a validation error breaks, if it is one. */
export function ruleOf({ pointer, code }: Pick<AnswerError, 'pointer' | 'code'>): string | undefined {
  return kept.find(({ codes, field }) => codes.includes(code) && field.test(pointer))?.rule
}
