/** Two words that every route's definition is written with. */
import { OpenAPIHono } from '@hono/zod-openapi'
import type * as z from 'zod'
import indonesianWords from 'zod/v4/locales/id.js'
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
    defaultHook: (result, c) => {
      if (result.success) return
      const say = c.var.language === 'en' ? (issue: Issue) => issue.message : inIndonesian
      const errors = result.error.issues.map((issue) => ({ pointer: pointerTo(issue.path), message: say(issue) }))
      throw new Refused({ code: 'malformed-request', errors: errors.slice(0, 50) })
    },
  })
}

type Issue = z.core.$ZodIssue

const indonesian = indonesianWords().localeError

/** Our own messages are in the schema; the library's are said anew, without what was received: an issue no longer has it. */
function inIndonesian(issue: Issue): string {
  if (issue.code === 'custom') return issue.message
  const said = indonesian(issue as Parameters<typeof indonesian>[0])
  const text = typeof said === 'string' ? said : said?.message
  return text?.replace(/, diterima \S+$/, '') ?? issue.message
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
