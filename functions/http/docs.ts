/**
 * The API's description: as OpenAPI for programs, and as one page for people, without scripts or foreign parts. Both are made
 * from the routes themselves, so they cannot fall behind.
 */
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Schema } from 'hono'
import { html } from 'hono/html'
import * as z from 'zod'
import { problemSchema } from '../schema/problem.ts'
import { titles } from './problem-words.ts'
import type { HttpEnv } from './request.ts'

const info = { title: 'Lengkap API', version: '1' }

type Component = Parameters<OpenAPIHono['openAPIRegistry']['registerComponent']>[2]
type Operation = {
  'x-access'?: string
  'x-fresh-sign-in'?: boolean
  responses: Record<string, { description: string }>
  parameters?: { name: string; in: string; required?: boolean }[]
}

/** `/api/openapi.json`, `/api/docs` and its style sheet, about the routes of this app. */
export function describeApi<S extends Schema>(app: OpenAPIHono<HttpEnv, S, '/'>): OpenAPIHono<HttpEnv> {
  const docs = new OpenAPIHono<HttpEnv>()
  let document: ReturnType<typeof openApiDocument> | undefined
  const describe = () => {
    document ??= openApiDocument(app)
    return document
  }
  docs.get('/api/openapi.json', (c) => {
    c.header('Cache-Control', 'public, max-age=300')
    return c.json(describe())
  })
  docs.get('/api/docs', (c) => {
    c.header('Cache-Control', 'public, max-age=300')
    return c.html(page(operationsOf(describe())))
  })
  docs.get('/api/docs.css', (c) => {
    c.header('Cache-Control', 'public, max-age=300')
    return c.body(styles, 200, { 'Content-Type': 'text/css; charset=utf-8' })
  })
  return docs
}

/** Every operation can also answer a problem; said once here, so that clients' types keep to what went well. */
export function openApiDocument<S extends Schema>(app: OpenAPIHono<HttpEnv, S, '/'>) {
  // As JSON Schema: `register` would need a schema that was made after the library had extended zod.
  const { $schema: _, ...problemShape } = z.toJSONSchema(problemSchema, { io: 'output' })
  app.openAPIRegistry.registerComponent('schemas', 'Problem', problemShape as Component)
  const document = app.getOpenAPI31Document({ openapi: '3.1.0', info })
  const problem = { schema: { $ref: '#/components/schemas/Problem' } }
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path as Record<string, Operation>)) {
      Object.assign(operation.responses, {
        default: { description: 'A problem (RFC 9457).', content: { 'application/problem+json': problem } },
      })
    }
  }
  return document
}

type Line = { method: string; path: string; access: string; fresh: boolean; says: string; parameters: string }

/** The table of routes, from the description. */
export function operationsOf(document: ReturnType<typeof openApiDocument>): Line[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, operations]) =>
    Object.entries(operations as Record<string, Operation>).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      access: operation['x-access'] ?? '',
      fresh: operation['x-fresh-sign-in'] ?? false,
      says: Object.entries(operation.responses)
        .filter(([status]) => status !== 'default')
        .map(([status, { description }]) => `${status} ${description}`)
        .join(' '),
      parameters: (operation.parameters ?? [])
        .filter((parameter) => parameter.in !== 'path')
        .map(({ name, in: place }) => `${name} (${place})`)
        .join(', '),
    })),
  )
}

function page(lines: Line[]) {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<main>
<h1>${info.title}</h1>
<p>JSON over HTTP. The machine-readable description, with all shapes, is <a href="/api/openapi.json">openapi.json</a>.
What changes something needs an <code>Origin</code> (or <code>Sec-Fetch-Site: same-origin</code>) of this site; drafts and
submissions need <code>If-Match</code>, submissions also an <code>Idempotency-Key</code>.</p>
<h2>Routes</h2>
<div class="wide" tabindex="0" role="region" aria-label="Routes">
<table>
<thead><tr><th scope="col">Route</th><th scope="col">Who</th><th scope="col">Answers</th><th scope="col">Parameters</th></tr></thead>
<tbody>${lines.map(
    (line) =>
      html`<tr><th scope="row"><code>${line.method} ${line.path}</code></th><td>${line.access}${line.fresh ? ', signed in within 15 minutes' : ''}</td><td>${line.says}</td><td>${line.parameters}</td></tr>`,
  )}</tbody>
</table>
</div>
<h2>Problems</h2>
<p>Errors are RFC 9457 problems (<code>application/problem+json</code>). Their <code>type</code> leads to a line below.</p>
<dl>${Object.entries(titles).map(
    ([code, title]) =>
      html`<dt id="${code}"><code>${code}</code></dt><dd>${title.en} / <span lang="id">${title.id}</span></dd>`,
  )}</dl>
</main>
</body>
</html>`
}

const styles = `
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; color: #1a1a1a; background: #fff }
main { max-width: 70rem; margin: 0 auto; padding: 1rem }
.wide { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid #ccc; font-weight: normal }
thead th { font-weight: 600 }
dt { margin-top: .75rem } dt:target { background: #fff3c4 }
code { font-size: .9em }
`
