/**
 * The door of every JSON text, before any route reads it. Refuses what could not be kept as it was written: U+0000, halves of
 * surrogate pairs, and bytes that are no UTF-8; they come from broken exports and half-cut pastes, and would silently turn into something
 * else. Characters that are not seen are taken out; where a body holds names only, a control character or line's end is refused at
 * its place, for whoever types a name can mend it, and who pastes a long text could not find it.
 */
import type { HonoRequest } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { Refused } from '../domain/refusal.ts'
import { hasHiddenCharacter, withoutDirections, withoutHidden } from '../schema/hidden-characters.ts'
import type { HttpEnv } from './request.ts'

/** In JSON such a character can only stand as an escape, but for raw control characters, which JSON itself refuses. */
const suspicious = /\\u0000|\\u[dD][89a-fA-F]/
/** What only might be hidden makes it parsed once for nothing: escapes of controls and of all from U+2000 to U+20FF. */
const unseen =
  /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufff9-\ufffb]|\\([bf]|u(00[0189]|007f|061c|20|fff))/i
/** Agencies, people, calendar and settings; a round by itself. */
const ofNames = /^\/api\/(directory\/.+|rounds(\/[^/]+)?)$/
const mostErrors = 50

const words = {
  id: 'Teks ini memuat karakter rusak (U+0000 atau setengah karakter) yang tidak dapat disimpan apa adanya. Hapus bagian itu lalu ketik ulang.',
  en: 'This text has a broken character (U+0000 or half a character) that cannot be kept as it is. Delete that part and type it again.',
}
const notUtf8 = {
  id: 'Isi permintaan bukan teks UTF-8 yang sah; simpan berkas sumbernya sebagai UTF-8.',
  en: 'The body is not valid UTF-8 text; save its source as UTF-8.',
}

/**
 * Lambda takes 6 MiB, in which a body stands as a text of JSON once more, so that quotation marks and line ends in it count twice; and 64 KiB
 * are left to headers. Refused wherever it runs: on AWS a larger one never reaches the function.
 */
export const mostEventBytes = (6 * 1024 - 64) * 1024

/** Refuses with `malformed-request`, with a pointer to each such text. */
export const soundText = createMiddleware<HttpEnv>(async (c, next) => {
  const { language } = c.var
  const refuse = (pointers: readonly string[], message: string) => {
    const errors = pointers.slice(0, mostErrors).map((pointer) => ({ pointer, message }))
    return new Refused({ code: 'malformed-request', errors })
  }
  const { pathname, search } = new URL(c.req.url)
  if (pathname.includes('//') || /%00/.test(pathname + search)) throw refuse([''], words[language])
  if (/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    const bytes = await c.req.arrayBuffer()
    const text = decoded(bytes)
    if (text === undefined) throw refuse([''], notUtf8[language])
    if (2 * bytes.byteLength > mostEventBytes && Buffer.byteLength(JSON.stringify(text)) > mostEventBytes)
      throw new HTTPException(413)
    const pointers = suspicious.test(text) ? textsWhere((each) => !isSound(each), parsed(text)) : []
    if (pointers.length > 0) throw refuse(pointers, words[language])
    if (ofNames.test(pathname)) refuseHiddenNames(parsed(text))
    if (unseen.test(text)) replaceBody(c.req, text)
  }
  await next()
})

/** What is no JSON stays as it is: whoever reads it refuses it. */
function replaceBody(request: HonoRequest, text: string): void {
  const value = parsed(text)
  if (value === undefined) return
  const body = JSON.stringify(value, (_, each) => (typeof each === 'string' ? withoutHidden(each) : each))
  request.bodyCache = {}
  request.raw = new Request(request.raw.url, { method: request.raw.method, headers: request.raw.headers, body })
}

function decoded(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** What is no JSON is refused by whoever reads it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Marks of direction are only taken out, and spaces at the ends do not count: both come with a paste. */
function refuseHiddenNames(value: unknown): void {
  const pointers = textsWhere((each) => hasHiddenCharacter(withoutDirections(each).trim()), value)
  const errors = pointers.map((pointer) => ({ pointer, reason: 'hidden-character' as const }))
  if (errors.length > 0) throw new Refused({ code: 'settings-invalid', errors: errors.slice(0, mostErrors) })
}

/** Pointers to texts of which this is true; of a name of a member, to what has it. */
function textsWhere(isSo: (text: string) => boolean, value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return isSo(value) ? [pointer] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    const step = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return isSo(key) ? [pointer] : textsWhere(isSo, each, step)
  })
}

function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
