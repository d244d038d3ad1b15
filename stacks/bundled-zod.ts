/**
 * zod as bundles have it: a schema is noted down, and built when something is asked of it. A cold start meets hundreds of schemas and parses
 * with a few; building all of them was a third of what loading a job took beyond the table's client (`npm run bench:cold`). What is not
 * noted here is zod's own and built at once. `z` is what the OpenAPI package uses of it: more would bring all languages.
 */
import * as coerced from '../node_modules/zod/v4/classic/coerce.js'
import * as isos from '../node_modules/zod/v4/classic/iso.js'
import * as zod from '../node_modules/zod/v4/classic/schemas.js'
import { toJSONSchema as describe } from '../node_modules/zod/v4/core/json-schema-processors.js'

type Any = (...given: never[]) => unknown
type Built = Record<PropertyKey, unknown>
/** A call that is not made yet: of a builder of zod's, or of the schema that another call makes. */
type Call = { readonly of: Any | { readonly before: Call; readonly name: string }; given: unknown[]; schema?: Built }

const call = Symbol('call')

/** Methods that answer another schema. */
const chained = new Set(
  'and array catch catchall check default describe extend int length max meta min multipleOf nonnegative nullable nullish omit optional overwrite partial pick pipe positive readonly refine regex required startsWith strict superRefine toLowerCase transform trim'.split(
    ' ',
  ),
)

/** What is spread into another object, or of which one property is taken, need not be built for that. */
const objects = new Set<Call['of']>([zod.object, zod.strictObject, zod.looseObject])

const asked: ProxyHandler<Call> = {
  get(noted, name) {
    if (name === call) return noted
    if (name === 'shape' && noted.schema === undefined && objects.has(noted.of)) return noted.given[0]
    if (noted.schema !== undefined || !chained.has(String(name))) return schemaOf(noted)[name]
    return (...given: unknown[]) =>
      // A getter of what was said, not a word more about it.
      given.length === 0 && name === 'meta'
        ? (schemaOf(noted).meta as Any)()
        : later({ before: noted, name: String(name) }, given)
  },
  set: (noted, name, value) => Reflect.set(schemaOf(noted), name, value),
  has: (noted, name) => Reflect.has(schemaOf(noted), name),
  getPrototypeOf: (noted) => Reflect.getPrototypeOf(schemaOf(noted)),
}

function later(of: Call['of'], given: unknown[]) {
  return new Proxy<Call>({ of, given }, asked)
}

function schemaOf(noted: Call): Built {
  if (noted.schema === undefined) {
    const given = noted.given.map(built) as never[]
    const make = typeof noted.of === 'function' ? noted.of : (schemaOf(noted.of.before)[noted.of.name] as Any)
    noted.schema = make(...given) as Built
    noted.given = []
  }
  return noted.schema
}

/** What a builder is given, with the schemas in it built: itself one, or a list or a shape of them. */
function built(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given
  const noted = (given as { [call]?: Call })[call]
  if (noted) return schemaOf(noted)
  if (Array.isArray(given)) return given.map(built)
  if (Object.getPrototypeOf(given) !== Object.prototype) return given
  const properties = Object.getOwnPropertyDescriptors(given)
  for (const property of Object.values(properties)) {
    const { get } = property
    if (get === undefined) property.value = built(property.value)
    else property.get = () => built(get.call(given))
  }
  return Object.defineProperties({}, properties)
}

function noted<Builder extends Any>(builder: Builder): Builder {
  return ((...given: unknown[]) => later(builder, given)) as unknown as Builder
}

export * from '../node_modules/zod/v4/classic/external.js'
export const array = noted(zod.array)
export const boolean = noted(zod.boolean)
export const discriminatedUnion = noted(zod.discriminatedUnion)
export const email = noted(zod.email)
export const int = noted(zod.int)
export const literal = noted(zod.literal)
export const looseObject = noted(zod.looseObject)
export const number = noted(zod.number)
export const object = noted(zod.object)
export const partialRecord = noted(zod.partialRecord)
export const record = noted(zod.record)
export const strictObject = noted(zod.strictObject)
export const string = noted(zod.string)
export const tuple = noted(zod.tuple)
export const union = noted(zod.union)
export const unknown = noted(zod.unknown)
export const url = noted(zod.url)
const oneOf = noted(zod.enum)

export { oneOf as enum }
export const lazy: typeof zod.lazy = (schema) => zod.lazy(() => built(schema()) as never)
export const iso = { date: noted(isos.date), datetime: noted(isos.datetime) }
export const coerce = { number: noted(coerced.number) }
/** Looks up what was said of a schema by the schema itself. */
export const toJSONSchema = ((...given: unknown[]) => describe(...(given.map(built) as [never]))) as typeof describe
export const z = { ZodType: zod.ZodType }
