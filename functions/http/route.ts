/** Two words that every route's definition is written with. */
import { OpenAPIHono, type z } from '@hono/zod-openapi'
import { Refused } from '../domain/refusal.ts'
import type { HttpEnv } from './request.ts'

/** An answer of a route, and a JSON body. */
export function json<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } } as const
}

export function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const
}

/** A resource's own app: what does not fit the schemas is refused as `malformed-request`, with pointers. */
export function resource(): OpenAPIHono<HttpEnv> {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => {
      if (result.success) return
      const errors = result.error.issues.map((issue) => ({ pointer: pointerTo(issue.path), message: issue.message }))
      throw new Refused({ code: 'malformed-request', errors: errors.slice(0, 50) })
    },
  })
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
