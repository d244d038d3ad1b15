/** Key shapes of what people answer: bodies of submissions and of drafts, and answers about persons. */
import { four, join } from './key-parts.ts'
import type { Key, WorkPlace } from './keys.ts'

/** Bodies by their hash: written before the fact that names them. */
export const bodyKeys = {
  partitionsOf: (region: string) => `${join('BODY', region)}#`,
  partition: (region: string, sha256: string) => join('BODY', region, sha256),
  sha256Of: (pk: string) => pk.slice(pk.lastIndexOf('#') + 1),
  chunk: (number: number) => four(number),
}

/** Bodies of drafts, a partition a work: with an end, and of no hash that others share. */
export const draftBodyKeys = {
  partition: ({ region, round, agencyId, formId }: WorkPlace) => join('DRAFT-BODY', region, round, agencyId, formId),
  partitionsOf: (region: string) => `${join('DRAFT-BODY', region)}#`,
  /** Of the draft that is kept under this key. */
  beside: ({ pk, sk }: Key) => join('DRAFT-BODY', ...pk.split('#').slice(1), ...sk.split('#').slice(1)),
  workOf: (pk: string): WorkPlace => {
    const [, region = '', round = '', agencyId = '', formId = ''] = pk.split('#')
    return { region, round, agencyId, formId }
  },
  prefix: (sha256: string) => `${join(sha256)}#`,
  chunk: (sha256: string, number: number) => join(sha256, four(number)),
  sha256Of: (sk: string) => sk.slice(0, sk.indexOf('#')),
}

/** Answers about persons, by round. */
export const personalKeys = {
  partitionsOf: (region: string) => `${join('PERSONAL', region)}#`,
  partition: (region: string, round: string) => join('PERSONAL', region, round),
  secret: (w: WorkPlace): Key => ({
    pk: join('PERSONAL', w.region, w.round),
    sk: join('SECRET', w.agencyId, w.formId),
  }),
  /** What the sort keys of one body's answers begin with. */
  keptPrefix: (w: WorkPlace, sha256: string) => `${join('KEPT', w.agencyId, w.formId, sha256)}#`,
  isKept: (sk: string) => sk.startsWith(`${join('KEPT')}#`),
  chunkOf: (prefix: string, chunk: number) => `${prefix}${four(chunk)}`,
  /** The secret of the work whose answers begin so. */
  secretBeside: (prefix: string) => join('SECRET', ...prefix.split('#').slice(1, 3)),
  /** All has ended. */
  ended: 'ENDED',
}
