/** A bundle's zod builds schemas when something is asked of them, and is zod otherwise. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as zod from 'zod'
import type { Deps } from '../../functions/http/deps.ts'
import { loadWholeApp } from '../../functions/http/rooms.ts'
import { bundleDoor } from '../../stacks/bundle-door.ts'
import * as bundled from '../../stacks/bundled-zod.ts'

const long = 'x'.repeat(40)
const env = {
  TABLE_NAME: 'table',
  STAGE: 'test',
  SITE_URL: 'https://lengkap.example',
  MAIL_FROM: 'lengkap@lengkap.example',
  MAIL_CONFIGURATION_SET: 'test',
  CODE_KEY: long,
  ADDRESS_KEY: long,
  AWS_REGION: 'ap-southeast-3',
}

const headers = {
  'content-type': 'application/json',
  'accept-language': 'id',
  'sec-fetch-site': 'same-origin',
  origin: env.SITE_URL,
}

type Asked = { readonly method: string; readonly path: string; readonly body?: string }

/** What the bundled API answers, one after another. */
function answersOfBundle(asked: readonly Asked[]): { statusCode: number; body: string }[] {
  const folder = bundleDoor('functions/lambda/api.handler')
  const events = asked.map(({ method, path, body }) => ({
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers,
    requestContext: { requestId: 'r', timeEpoch: 0, http: { method, path, sourceIp: '192.0.2.1' } },
    body,
    isBase64Encoded: false,
  }))
  const script = `const { handler } = require(${JSON.stringify(join(folder, 'functions/lambda/api.cjs'))})
;(async () => {
  const answers = []
  for (const event of ${JSON.stringify(events)}) answers.push(await handler(event))
  process.stdout.write('\\n' + JSON.stringify(answers), () => process.exit(0))
})()`
  const said = execFileSync(process.execPath, ['--input-type=commonjs', '--eval', script], { env, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return JSON.parse(said.slice(said.lastIndexOf('\n')))
}

it('the bundled API describes itself as the source does, and refuses a body with the same words', async () => {
  const asked: Asked[] = [
    { method: 'GET', path: '/api/openapi.json' },
    { method: 'POST', path: '/api/sign-in', body: '{"email":7}' },
  ]
  const answers = answersOfBundle(asked)
  const app = (await loadWholeApp())({ clock: () => new Date(0), siteUrl: env.SITE_URL } as Deps)
  const event = { requestContext: { requestId: 'r', timeEpoch: 0 } }
  const expected = asked.map(({ path, ...init }) => app.request(env.SITE_URL + path, { ...init, headers }, { event }))
  const responses = await Promise.all(expected)
  expect(responses.map(({ status }) => status)).toEqual([200, 400])
  expect(answers.map(({ statusCode, body }) => [statusCode, JSON.parse(body)])).toEqual(
    await Promise.all(responses.map(async (response) => [response.status, await response.json()])),
  )
})

const leafOf = (z: typeof zod) => z.object({ id: z.string().regex(/^[a-z]+$/), at: z.iso.datetime().optional() })

/** A schema of each kind of part: a list, a shape with a getter, a choice, a refinement, a default, words. */
const sample = (z: typeof zod) => {
  const leaf = leafOf(z)
  return z
    .strictObject({
      leaves: z.array(leaf.extend({ size: z.int().min(1).default(3) })).max(2),
      kind: z.discriminatedUnion('type', [
        z.object({ type: z.literal('a'), of: z.enum(['x', 'y']) }),
        z.object({ type: z.literal('b'), of: z.record(z.string(), z.number().nullable()) }),
      ]),
      get inner() {
        return leaf.pick({ id: true }).optional()
      },
    })
    .refine(({ leaves }) => leaves.length > 0, { message: 'none' })
    .meta({ description: 'sample' })
}

const values = [
  { leaves: [{ id: 'a' }], kind: { type: 'a', of: 'x' }, inner: { id: 'b' } },
  { leaves: [], kind: { type: 'b', of: { q: null } } },
  { leaves: [{ id: '7', at: 'noon', size: 0 }, {}, {}], kind: { type: 'c' }, more: 1 },
  { kind: { type: 'b', of: { q: 'text' } }, inner: 5 },
  'text',
]

it.each(values)('parses %j as zod does', (value) => {
  const [ours, theirs] = [sample(bundled as never).safeParse(value), sample(zod).safeParse(value)]
  expect({ data: ours.data, issues: ours.error?.issues }).toEqual({ data: theirs.data, issues: theirs.error?.issues })
})

it('describes a schema as zod does', () => {
  expect(bundled.toJSONSchema(sample(bundled as never), { io: 'input' })).toEqual(
    zod.toJSONSchema(sample(zod), { io: 'input' }),
  )
  expect(sample(bundled as never).meta()).toEqual({ description: 'sample' })
  expect(sample(bundled as never)).toBeInstanceOf(zod.ZodObject)
})

it('builds nothing before something is asked', () => {
  let built = 0
  const counting = bundled.object({
    get part() {
      built += 1
      return bundled.string()
    },
  })
  const several = bundled.array(counting.extend({ other: bundled.int() })).optional()
  expect(built).toBe(0)
  expect(several.parse([{ part: 'a', other: 1 }])).toEqual([{ part: 'a', other: 1 }])
  expect(built).toBeGreaterThan(0)
})

it('spreads a shape and takes a part of it as zod does', () => {
  const { data, error } = bundled
    .object({ ...leafOf(bundled as never).shape, more: leafOf(zod).shape.id })
    .safeParse({ id: '7' })
  const theirs = zod.object({ ...leafOf(zod).shape, more: leafOf(zod).shape.id }).safeParse({ id: '7' })
  expect({ data, issues: error?.issues }).toEqual({ data: theirs.data, issues: theirs.error?.issues })
  expect(leafOf(bundled as never).shape.id.safeParse('a').success).toBe(true)
})
