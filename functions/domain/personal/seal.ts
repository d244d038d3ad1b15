/**
 * Takes answers about persons out of a body before it is hashed, and puts them back when it is read. A salt is made of the work's own
 * secret, the place and the answer, so the same answers sent again have the same hash and meet their receipt. Without the secret and
 * the salt, which an erasure deletes, a digest cannot be guessed even where few answers are possible.
 */
import { createHmac } from 'node:crypto'
import type { Answers, Value } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import { hasPersonal, replacePersonal } from '../../schema/personal.ts'
import { type Body, isSeal, type KeptAnswer, type Seal, type SealedAnswers } from '../../schema/sealed.ts'
import { canonicalJson } from '../canonical-json.ts'
import { contentHash } from '../content-hash.ts'

/** A body ready to be written, and the hash under which it is kept; `plainSha256`: that which the same answers had in older releases. */
export type Sealed = { body: Body; sha256: string; plainSha256?: string | undefined }

/** `secret`: the work's own, `undefined` where the form asks nothing about persons. */
export function seal(definition: FormDefinition, answers: Answers, secret: string | undefined): Sealed {
  if (secret === undefined) return { body: answers, sha256: contentHash(answers) }
  const kept: KeptAnswer[] = []
  const sealed = replacePersonal<Value | Seal>(definition, answers, (pointer, value) => {
    if (isSeal(value)) return value
    const salt = hmac(secret, `${pointer}|${canonicalJson(value)}`, 'base64url').slice(0, 32)
    kept.push({ pointer, salt, value })
    return sealOf(salt, value)
  })
  if (kept.length === 0) return { body: answers, sha256: contentHash(answers) }
  return { body: { ...sealed, kept }, sha256: contentHash(sealed), plainSha256: contentHash(answers) }
}

/** The same with a salt, which is hashed with the answers. */
export function salted({ body }: Sealed, salt: string): Pick<Sealed, 'body' | 'sha256'> {
  const { kept, ...sealed } = body
  const text = { ...sealed, salt }
  return { body: kept === undefined ? text : { ...text, kept }, sha256: contentHash(text) }
}

/** Made by the first who needs it. A form that asks nothing about persons has none, and costs no read. */
export async function sealSecret<Work>(
  rounds: { sealSecret(work: Work): Promise<string> },
  definition: FormDefinition,
  work: Work,
): Promise<string | undefined> {
  return hasPersonal(definition) ? rounds.sealSecret(work) : undefined
}

/** Is there an answer about a person that is not sealed? */
export function holdsPersonal(definition: FormDefinition, answers: SealedAnswers): boolean {
  let found = false
  replacePersonal<Value | Seal>(definition, answers, (_pointer, value) => {
    found ||= !isSeal(value)
    return value
  })
  return found
}

/** What of answers about persons is not sealed, taken out. */
export function withoutUnsealed(definition: FormDefinition, answers: SealedAnswers): SealedAnswers {
  return replacePersonal<Value | Seal>(definition, answers, (_pointer, value) => (isSeal(value) ? value : undefined))
}

/** What was erased is left out, as if it had never been answered, or `erased` stands in its place. Throws where what was kept is not what was sealed. */
export function unseal(sealed: SealedAnswers, kept: readonly KeptAnswer[], erased?: string): Answers {
  const values = new Map(kept.map((each) => [each.pointer, each]))
  const open = (cells: SealedAnswers['fields'], at: string): Answers['fields'] =>
    Object.fromEntries(
      Object.entries(cells).flatMap(([id, value]) => {
        if (!isSeal(value)) return [[id, value] as const]
        const found = values.get(`${at}/${id}`)
        if (found === undefined) return erased === undefined ? [] : [[id, erased] as const]
        if (sealOf(found.salt, found.value).sealed !== value.sealed)
          throw new Error(`A personal answer was altered: ${at}/${id}`)
        return [[id, found.value] as const]
      }),
    )
  const rows = Object.entries(sealed.rows).map(([id, all]) => [
    id,
    all.map(({ rowKey, cells }) => ({ rowKey, cells: open(cells, `/rows/${id}/${rowKey}`) })),
  ])
  return { fields: open(sealed.fields, '/fields'), rows: Object.fromEntries(rows) }
}

function sealOf(salt: string, value: Value): Seal {
  return { sealed: hmac(salt, canonicalJson(value), 'hex') }
}

function hmac(key: string, text: string, as: 'hex' | 'base64url'): string {
  return createHmac('sha256', key).update(text, 'utf8').digest(as)
}
