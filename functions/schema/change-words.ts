/** A difference between two versions of a form as one sentence, on pages and in mails alike. */
import type { FormChange } from './version-move.ts'
import type { Language, Wording } from './wording.ts'

/** `Ditanya baru: "Jumlah baduta".`; the table stands before the question. */
export function sayChange(change: FormChange, language: Language): string {
  const { kind, table, label } = change
  const name = table === undefined ? `“${label[language]}”` : `${table[language]} › “${label[language]}”`
  const [before, after] = [change.before?.[language] ?? '', change.after?.[language] ?? '']
  return sentences[language][kind](name, { before, after, choices: choicesMoved(change, language) })
}

/** What becomes of what was answered there. */
export const answerWords: Record<FormChange['answers'], Wording> = {
  kept: { id: 'isian tetap', en: 'answers stay' },
  carried: { id: 'isian dibawa serta', en: 'answers are carried over' },
  left: { id: 'dijawab ulang; isian lama tetap dapat dibaca', en: 'to be answered anew; old answers stay readable' },
  aside: { id: 'isian lama tetap dapat dibaca', en: 'old answers stay readable' },
  new: { id: 'perlu dijawab', en: 'needs an answer' },
}

type Told = { before: string; after: string; choices: string }
type Sentence = (name: string, told: Told) => string

const sentences: Record<Language, Record<FormChange['kind'], Sentence>> = {
  id: {
    added: (name) => `Ditambah: ${name}.`,
    removed: (name) => `Tidak ditanya lagi: ${name}.`,
    renamed: (name, { before }) => `Berganti nama: “${before}” menjadi ${name}.`,
    reworded: (name, { before, after }) => `Bunyinya berubah di ${name}: semula “${before}”, sekarang “${after}”.`,
    retyped: (name, { before, after }) => `Jenis jawaban ${name} berubah: semula ${before}, sekarang ${after}.`,
    choices: (name, { choices }) => `Pilihan ${name} berubah${choices}.`,
    rules: (name) => `Aturan pengisian ${name} berubah.`,
  },
  en: {
    added: (name) => `Added: ${name}.`,
    removed: (name) => `No longer asked: ${name}.`,
    renamed: (name, { before }) => `Renamed: “${before}” is now ${name}.`,
    reworded: (name, { before, after }) => `Reworded at ${name}: was “${before}”, is now “${after}”.`,
    retyped: (name, { before, after }) => `The type of answer of ${name} changes: was ${before}, is now ${after}.`,
    choices: (name, { choices }) => `The choices of ${name} change${choices}.`,
    rules: (name) => `The rules of ${name} change.`,
  },
}

const mostChoices = 8

function choicesMoved({ choicesGone = [], choicesNew = [] }: FormChange, language: Language): string {
  const list = (all: readonly Wording[]) => {
    const named = all.slice(0, mostChoices).map((each) => each[language])
    return named.join(', ') + (all.length > mostChoices ? ` (+${all.length - mostChoices})` : '')
  }
  const say = language === 'id' ? { gone: 'dihapus', come: 'ditambah' } : { gone: 'gone', come: 'new' }
  const parts = [
    ...(choicesGone.length > 0 ? [`${say.gone}: ${list(choicesGone)}`] : []),
    ...(choicesNew.length > 0 ? [`${say.come}: ${list(choicesNew)}`] : []),
  ]
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`
}
