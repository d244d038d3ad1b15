/**
 * Plain values as DynamoDB's JSON has them, and back: what `@aws-sdk/util-dynamodb` makes of the kinds that items hold
 * (test/store/attributes.test.ts compares both), with bytes as the protocol sends them.
 */

/** One of these; bytes in base64. */
export type Attribute = {
  S?: string
  N?: string
  B?: string
  BOOL?: boolean
  NULL?: boolean
  L?: Attribute[]
  M?: Attributes
}
export type Attributes = { [name: string]: Attribute }

/** Entries that are `undefined` are left out. Throws on what an item cannot hold, numbers that lose digits included. */
export function toAttributes(plain: object): Attributes {
  const attributes: Attributes = {}
  for (const [name, value] of Object.entries(plain)) {
    if (value !== undefined) attributes[name] = attributeOf(value)
  }
  return attributes
}

export function fromAttributes(attributes: Attributes): Record<string, unknown> {
  const plain: Record<string, unknown> = {}
  for (const name of Object.keys(attributes)) plain[name] = plainOf(attributes[name] ?? {})
  return plain
}

function attributeOf(value: unknown): Attribute {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: digitsOf(value) }
  if (typeof value === 'boolean') return { BOOL: value }
  if (value === null) return { NULL: true }
  if (Array.isArray(value)) return { L: value.filter((each) => each !== undefined).map(attributeOf) }
  if (value instanceof Uint8Array)
    return { B: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
  if (typeof value === 'object' && isPlain(value)) return { M: toAttributes(value) }
  throw new Error(`An item cannot hold a ${typeof value}`)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function digitsOf(value: number): string {
  if (Number.isNaN(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new Error(`An item cannot hold the number ${value}`)
  return String(value)
}

function plainOf(attribute: Attribute): unknown {
  const { S, N, B, BOOL, L, M } = attribute
  if (S !== undefined) return S
  if (N !== undefined) return numberOf(N)
  if (M !== undefined) return fromAttributes(M)
  if (L !== undefined) return L.map(plainOf)
  if (BOOL !== undefined) return BOOL
  if (B !== undefined) return new Uint8Array(Buffer.from(B, 'base64'))
  if (attribute.NULL) return null
  throw new Error(`Not a value of an item: ${Object.keys(attribute)}`)
}

/** Whole where a number cannot be. */
function numberOf(digits: string): number | bigint {
  const number = Number(digits)
  return Math.abs(number) > Number.MAX_SAFE_INTEGER ? BigInt(digits) : number
}
