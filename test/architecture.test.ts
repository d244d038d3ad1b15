/**
 * The table "who may import whom" of the design, as a test: it reads the import lines of every source file and names
 * the offender. Clock and environment have one door each.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** Rooms of this project that a room may import, besides itself. */
const rooms: Record<string, readonly string[]> = {
  'functions/schema': [],
  'functions/rules': ['functions/schema'],
  'functions/domain': ['functions/schema', 'functions/rules'],
  'functions/forms': ['functions/schema'],
  'functions/store': ['functions/domain', 'functions/schema', 'functions/rules'],
  'functions/mail': ['functions/domain', 'functions/schema', 'functions/rules'],
  'functions/workbook': ['functions/domain', 'functions/schema', 'functions/rules'],
  // Runs in a worker of the page too.
  'functions/workbook/sipd': ['functions/schema', 'functions/rules'],
  'functions/http': ['functions/domain', 'functions/schema', 'functions/rules'],
  'functions/jobs': ['functions/domain', 'functions/schema', 'functions/rules'],
  'functions/admin': ['functions/domain', 'functions/schema'],
  'functions/lambda': [
    'functions/schema',
    'functions/rules',
    'functions/domain',
    'functions/forms',
    'functions/store',
    'functions/mail',
    'functions/workbook',
    'functions/http',
    'functions/jobs',
    'functions/admin',
  ],
  stacks: [],
  web: ['functions/schema', 'functions/rules', 'functions/workbook/sipd'],
  local: ['functions/lambda', 'functions/schema', 'functions/rules', 'ops'],
  ops: ['functions/lambda', 'functions/admin', 'functions/domain', 'functions/schema', 'functions/rules'],
}

/** Packages that a room may import. `node:` builtins are listed too, since domain and schema must run in a browser or purely. */
const packages: Record<string, readonly RegExp[]> = {
  'functions/schema': [/^zod$/],
  'functions/rules': [],
  'functions/domain': [/^node:crypto$/],
  'functions/forms': [],
  'functions/store': [
    /^aws4$/,
    // Runs again what lies in the queue of failures.
    /^@aws-sdk\/client-lambda$/,
    /^@smithy\//,
    /^zod$/,
    /^node:(zlib|util|crypto|https?|timers\/promises)$/,
  ],
  'functions/mail': [/^@aws-sdk\/client-ses(v2)?$/, /^@smithy\//, /^preact/, /^nodemailer\//, /^node:/],
  'functions/http': [/^hono(\/|$)/, /^@hono\/zod-openapi$/, /^zod(\/v4\/locales\/id\.js)?$/, /^ical-generator$/],
  'functions/workbook/sipd': [/^fflate$/],
  'functions/workbook': [/^hucre(\/|$)/, /^node:(zlib|crypto|worker_threads)$/],
  'functions/jobs': [/^zod$/, /^aws-lambda$/],
  'functions/admin': [/^zod$/],
  'functions/lambda': [/^hono(\/|$)/, /^@aws-lambda-powertools\//, /^@aws-sdk\//, /^aws-lambda$/, /^zod$/, /^node:/],
  stacks: [/^aws-cdk-lib/, /^constructs$/, /^esbuild$/, /^node:/],
  web: [/^preact/, /^@preact\/signals$/, /^hono\/client$/, /^idb-keyval$/, /^zod\/mini$/],
  local: [/^node:/, /^(esbuild|vite)$/, /^dynalite$/, /^postal-mime$/, /^@aws-sdk\//, /^aws-lambda$/, /^zod$/],
  ops: [/^node:/, /^@aws-sdk\/client-lambda$/, /^idn-area-data$/],
}

type Import = { file: string; room: string; target: string; typeOnly: boolean }

function roomOf(path: string): string | undefined {
  return Object.keys(rooms)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function importsOf(file: string): Import[] {
  const room = roomOf(file)
  if (!room) return []
  const source = readFileSync(join(root, file), 'utf8')
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g
  return [...source.matchAll(pattern)].map((m) => ({
    file,
    room,
    target: m[3] ?? m[4] ?? '',
    typeOnly: m[2] !== undefined,
  }))
}

const files = globSync(
  ['functions/**/*.{ts,tsx}', 'stacks/**/*.ts', 'web/**/*.{ts,tsx}', 'local/**/*.{ts,mjs}', 'ops/**/*.ts'],
  {
    cwd: root,
  },
).map((f) => f.replaceAll('\\', '/'))
const imports = files.flatMap(importsOf)

const keys = 'functions/store/keys.ts'

function isAllowed(one: Import): boolean {
  if (!one.target.startsWith('.')) return (packages[one.room] ?? []).some((p) => p.test(one.target))
  const target = normalize(join(dirname(one.file), one.target)).replaceAll('\\', '/')
  const targetRoom = roomOf(target)
  if (targetRoom === one.room || targetRoom === undefined) return true
  if (one.room === 'web' && targetRoom === 'functions/http') return one.typeOnly
  // Whoever makes the table needs its index.
  if (target === keys && (one.room === 'stacks' || one.room === 'local')) return true
  if (target === 'functions/store/dynamo-client.ts' && one.room === 'local') return true
  return (rooms[one.room] ?? []).includes(targetRoom)
}

/** Every file or room that is part of a circle of imports, types included; `nameOf` leaves out what it answers undefined for. */
function circles(nameOf: (file: string) => string | undefined): string[][] {
  const arrows = new Map<string, Set<string>>()
  for (const { file, target } of imports) {
    if (!target.startsWith('.')) continue
    const [from, to] = [nameOf(file), nameOf(normalize(join(dirname(file), target)).replaceAll('\\', '/'))]
    if (from !== undefined && to !== undefined && from !== to) arrows.set(from, (arrows.get(from) ?? new Set()).add(to))
  }
  const reaches = (start: string): Set<string> => {
    const seen = new Set<string>()
    for (const queue = [start]; queue.length > 0; ) {
      for (const next of arrows.get(queue.pop() ?? '') ?? []) if (seen.size < seen.add(next).size) queue.push(next)
    }
    return seen
  }
  const reached = new Map([...arrows.keys()].map((name) => [name, reaches(name)]))
  const inCircle = [...reached.keys()].filter((name) => reached.get(name)?.has(name))
  const together = Map.groupBy(inCircle, (name) =>
    inCircle.find((other) => reached.get(name)?.has(other) && reached.get(other)?.has(name)),
  )
  return [...together.values()]
}

/** `functions/domain/round/windows.ts` -> `round`; the files of `notices` itself stand for one room above its own rooms. */
function roomWithin(parent: string, file: string): string | undefined {
  if (!file.startsWith(`${parent}/`)) return undefined
  const [first = '', ...rest] = file.slice(parent.length + 1).split('/')
  return rest.length === 0 ? `${parent} itself` : first
}

describe('the house', () => {
  it('has files in every room, so that this test can fail', () => {
    for (const room of Object.keys(rooms))
      expect(files.filter((f) => roomOf(f) === room).length, room).toBeGreaterThan(0)
    expect(imports.length).toBeGreaterThan(100)
  })

  it('imports only what each room may import', () => {
    expect(imports.filter((one) => !isAllowed(one)).map((one) => `${one.file} imports ${one.target}`)).toEqual([])
  })

  it('has no circle of files, nor of rooms of the domain, types included', () => {
    expect(circles((file) => file)).toEqual([])
    expect(circles((file) => roomWithin('functions/domain', file))).toEqual([])
    expect(circles((file) => roomWithin('functions/domain/notices', file))).toEqual([])
  })

  it('spells keys in one place only', () => {
    const spellers = files
      .filter((f) => f !== keys)
      .filter((f) =>
        /['"`][A-Z][A-Z-]{2,}#|'due(Pk|Sk)'|['"`]due['"`],?\s*$/m.test(readFileSync(join(root, f), 'utf8')),
      )
    expect(spellers).toEqual([])
  })

  it('asks the clock in one place only', () => {
    const clocks = files
      .filter((f) => f.startsWith('functions/') && f !== 'functions/lambda/clock.ts')
      .filter((f) => /Date\.now\(|new Date\(\)|Temporal\.Now/.test(readFileSync(join(root, f), 'utf8')))
    expect(clocks).toEqual([])
  })

  it('reads the environment in one place only', () => {
    const readers = files
      .filter((f) => f.startsWith('functions/') && f !== 'functions/lambda/env.ts')
      .filter((f) => readFileSync(join(root, f), 'utf8').includes('process.env'))
    expect(readers).toEqual([])
  })

  it('keeps front doors short', () => {
    const doors = files.filter((f) => f.startsWith('functions/lambda/') && !/(deps|env|clock)\.ts$/.test(f))
    expect(doors.length).toBeGreaterThanOrEqual(6)
    for (const door of doors) {
      const code = readFileSync(join(root, door), 'utf8')
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.startsWith('import'))
      expect(code.length, door).toBeLessThanOrEqual(10)
    }
  })

  it('keeps files small and folders named for what is in them', () => {
    const long = files
      .filter((f) => !/\/forms\/|\/seed\/|\/wording\//.test(f))
      .filter((f) => readFileSync(join(root, f), 'utf8').split('\n').length > 260)
    expect(long).toEqual([])
    expect(files.filter((f) => /(^|\/)(utils?|helpers?|common|lib|services|types)(\/|\.)/.test(f))).toEqual([])
  })
})
