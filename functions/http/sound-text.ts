/**
 * Refuses text that could not be kept as it was written: U+0000, halves of surrogate pairs, and bytes that are no UTF-8. They come
 * from broken exports and half-cut pastes; stored, they would silently turn into something else. Marks of writing direction, which
 * nobody types here and which make one text look like another, are taken out. Done to every JSON body before any route reads it.
 */
import type { HonoRequest } from 'hono'
import { createMiddleware } from 'hono/factory'
import { Refused } from '../domain/refusal.ts'
import { withoutDirections } from '../schema/hidden-characters.ts'
import type { HttpEnv } from './request.ts'

/** In JSON such a character can only stand as an escape, but for raw control characters, which JSON itself refuses. */
const suspicious = /\\u0000|\\u[dD][89a-fA-F]/
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\\u(061c|200[ef]|202[a-e]|206[6-9])/i
const mostErrors = 50

const words = {
  id: 'Teks ini memuat karakter rusak (U+0000 atau setengah karakter) yang tidak dapat disimpan apa adanya. Hapus bagian itu lalu ketik ulang.',
  en: 'This text has a broken character (U+0000 or half a character) that cannot be kept as it is. Delete that part and type it again.',
}
const notUtf8 = {
  id: 'Isi permintaan bukan teks UTF-8 yang sah; simpan berkas sumbernya sebagai UTF-8.',
  en: 'The body is not valid UTF-8 text; save its source as UTF-8.',
}

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
    const text = decoded(await c.req.arrayBuffer())
    if (text === undefined) throw refuse([''], notUtf8[language])
    const pointers = suspicious.test(text) ? brokenTexts(parsed(text), '') : []
    if (pointers.length > 0) throw refuse(pointers, words[language])
    if (turning.test(text)) replaceBody(c.req, text)
  }
  await next()
})

/** What is no JSON stays as it is: whoever reads it refuses it. */
function replaceBody(request: HonoRequest, text: string): void {
  const value = parsed(text)
  if (value === undefined) return
  const body = JSON.stringify(value, (_, each) => (typeof each === 'string' ? withoutDirections(each) : each))
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

function brokenTexts(value: unknown, pointer: string): string[] {
  if (typeof value === 'string') return isSound(value) ? [] : [pointer]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => {
    const step = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return isSound(key) ? brokenTexts(each, step) : [pointer]
  })
}

function isSound(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}
