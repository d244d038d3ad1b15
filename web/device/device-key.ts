/**
 * Office computers are shared: what is kept on them is encrypted with a key of its person. The server tells the key with
 * `/api/me`; the browser keeps it so that no script can read it out, for a day, until somebody else signs in or the session is
 * found to be over. Then what was typed stays, locked, until its person signs in again. A page without a secure context has no
 * encryption; there things are kept as they are, and for a day only.
 */
import { del, get, set } from 'idb-keyval'
import { store } from './device-database.ts'

const dayMilliseconds = 86_400_000
const keyName = 'kunci'
/** Prepared in advance, since a page that goes away waits for no promise; a longer last word is left to the database. */
const padBytes = 400_000

type Key = { readonly personId: string; readonly until: number; readonly box: CryptoKey; readonly stream: CryptoKey }
export type Sealed = { readonly of: string; readonly iv: Uint8Array<ArrayBuffer>; readonly data: ArrayBuffer }
/** Base64. */
export type SealedText = { readonly of: string; readonly iv: string; readonly data: string }
type Pad = { readonly iv: Uint8Array<ArrayBuffer>; readonly bytes: Uint8Array }

/** What this page reads with. */
let known: Key | undefined
/** What it writes with: also after its session is over, so that nothing typed is lost; what is written then is locked. */
let writing: Key | undefined
let pad: Pad | undefined

export const canSeal = () => typeof crypto === 'object' && crypto.subtle !== undefined

/** `secret` as the server gives it: 32 bytes, base64url. Takes the place of whoever's key was here. */
export async function unlock(personId: string, secret: string): Promise<void> {
  if (!canSeal()) return
  const bytes = fromBase64(secret.replace(/-/g, '+').replace(/_/g, '/'))
  const load = (name: string) => crypto.subtle.importKey('raw', bytes, name, false, ['encrypt', 'decrypt'])
  known = {
    personId,
    until: Date.now() + dayMilliseconds,
    box: await load('AES-GCM'),
    stream: await load('AES-CTR'),
  }
  writing = known
  await set(keyName, known, store).catch(() => undefined)
  await preparePad(known)
}

/** Nothing can be read any more until somebody signs in; `forGood`: nor written. */
export async function lock(forGood = false): Promise<void> {
  known = undefined
  if (forGood) {
    writing = undefined
    pad = undefined
  }
  await del(keyName, store).catch(() => undefined)
}

/** Rejects when there is no key: who promises that it is kept must know. */
export async function seal(value: unknown): Promise<Sealed> {
  const key = writing ?? (await keyNow())
  if (key === undefined) throw new Error('locked')
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key.box, encode(value))
  return { of: key.personId, iv, data }
}

/** `undefined` for what is locked: another person's, or nobody's now. */
export async function unseal<T>({ of, iv, data }: Sealed): Promise<T | undefined> {
  const key = await keyNow()
  if (key?.personId !== of) return undefined
  const bytes = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key.box, data).catch(() => undefined)
  return bytes && decode<T>(new Uint8Array(bytes))
}

/** At once, with what was prepared; a pad is used once. Without a key `undefined`. */
export function sealAtOnce(value: unknown): SealedText | undefined {
  const [key, prepared] = [writing, pad]
  const bytes = encode(value)
  if (key === undefined || prepared === undefined || bytes.length > prepared.bytes.length) return undefined
  pad = undefined
  void preparePad(key)
  const data = bytes.map((byte, at) => byte ^ (prepared.bytes[at] ?? 0))
  return { of: key.personId, iv: toBase64(prepared.iv), data: toBase64(data) }
}

export async function unsealText<T>({ of, iv, data }: SealedText): Promise<T | undefined> {
  const key = await keyNow()
  if (key?.personId !== of) return undefined
  const bytes = await crypto.subtle.decrypt(counter(fromBase64(iv)), key.stream, fromBase64(data))
  return decode<T>(new Uint8Array(bytes))
}

/** Of this page, or of the one before it. */
async function keyNow(): Promise<Key | undefined> {
  const found = known ?? (await get<Key>(keyName, store).catch(() => undefined))
  // A clock that was set back makes a key of the future: not to be trusted either.
  const left = (found?.until ?? 0) - Date.now()
  if (found === undefined || left <= 0 || left > dayMilliseconds) return undefined
  known = found
  writing ??= found
  if (pad === undefined) void preparePad(found)
  return found
}

async function preparePad(key: Key): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(16))
  const stream = await crypto.subtle.encrypt(counter(iv), key.stream, new Uint8Array(padBytes)).catch(() => undefined)
  if (stream !== undefined && writing === key) pad = { iv, bytes: new Uint8Array(stream) }
}

const counter = (iv: Uint8Array<ArrayBuffer>) => ({ name: 'AES-CTR', counter: iv, length: 64 })
const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
const decode = <T>(bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as T

function toBase64(bytes: Uint8Array): string {
  const parts = Array.from({ length: Math.ceil(bytes.length / 8_192) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * 8_192, (at + 1) * 8_192)),
  )
  return btoa(parts.join(''))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
