/** zod as bundles have it: the OpenAPI package asks for `z`, which would bring all languages, and uses only this of it. */
import { ZodType } from '../node_modules/zod/v4/classic/schemas.js'

export * from '../node_modules/zod/v4/classic/external.js'
export const z = { ZodType }
