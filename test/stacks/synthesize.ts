/**
 * Synthesizes the whole app for one stage, offline, with cdk-nag looking on: no AWS account, no network. The handlers are
 * really bundled, because a front door that does not bundle is a broken deployment.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Aspects } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { inject } from 'vitest'
import { addAllStacks } from '../../stacks/all-stacks.ts'
import { type App, LengkapApp } from '../../stacks/constructs.ts'
import { startBundle } from './start.ts'

export interface Resource {
  logicalId: string
  stack: string
  Type: string
  // biome-ignore lint/suspicious/noExplicitAny: a template is free JSON; assertions name what they expect in it
  Properties: any
  DeletionPolicy?: string
  Metadata?: { cdk_nag?: { rules_to_suppress: { id: string; reason: string; applies_to?: string[] }[] } }
}

export interface Synthesis {
  resources: Resource[]
  /** Errors and warnings of cdk-nag that no resource has accepted. */
  findings: string[]
  /** Starts each front door's bundle. What came of it, by handler: `function`, or an error's text. */
  starts(): Record<string, string>
  /** Names of exports that other stacks may import. */
  exports: string[]
  /** Stacks that cannot be deleted by a slip. */
  protectedStacks: string[]
  /** All resources of a type. */
  all(type: string): Resource[]
  /** The only resource of a type whose logical id begins with `prefix`; throws when it is not exactly one. */
  one(type: string, prefix?: string): Resource
}

/** What a deployment would give as environment; certificate and account are invented. */
export const settings = {
  MAIL_DOMAIN: 'lengkap.example.go.id',
  ALARM_ADDRESS: 'siaga@bappeda.example',
  SITE_DOMAIN: 'lengkap.example.go.id',
  SITE_CERTIFICATE_ARN: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
}

export const place = { region: 'ap-southeast-3', account: '111122223333' }

const settingNames = [
  ...Object.keys(settings),
  'MAIL_FROM',
  'MAIL_ALLOWED_RECIPIENTS',
  'MAIL_IDENTITY',
  'EPOCH',
  'CODE_KEY_VERSION',
  'MONTHLY_BUDGET_USD',
  'RESERVE_CONCURRENCY',
  'WEB_ACL_ARN',
  'ORIGIN_SECRET_VERSION',
  'TABLE_NAME',
  'TABLE_STREAM_ARN',
]

/** The shell with these settings and no others: what is set on this machine does not decide what is tested. */
export function shellWith(environment: Record<string, string>): NodeJS.ProcessEnv {
  const others = Object.entries(process.env).filter(([name]) => !settingNames.includes(name))
  return { ...Object.fromEntries(others), ...environment }
}

/** The same stage with the same settings is synthesized once in a run. */
export function synthesize(stage: string, environment: Record<string, string>): Synthesis {
  const name = createHash('sha256')
    .update(JSON.stringify([stage, environment]))
    .digest('hex')
  const file = join(inject('syntheses'), `${name}.json`)
  if (!existsSync(file)) {
    const made = synthesizeAnew(stage, environment)
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(made))
    renameSync(`${file}.${process.pid}`, file)
  }
  return read(JSON.parse(readFileSync(file, 'utf8')))
}

function synthesizeAnew(stage: string, environment: Record<string, string>): Made {
  const work = mkdtempSync(join(inject('syntheses'), 'stage-'))
  const shell = process.env
  try {
    process.env = shellWith({ ...environment, WEB_DIR: writePage(work) })
    const app = new LengkapApp({ stage, ...place, outdir: join(work, 'out') })
    Aspects.of(app).add(new AwsSolutionsChecks({ verbose: true, reports: false }))
    addAllStacks(app)
    return madeOf(app, join(work, 'out'))
  } finally {
    process.env = shell
  }
}

type Made = Pick<Synthesis, 'resources' | 'findings' | 'exports' | 'protectedStacks'> & { outdir: string }

function madeOf(app: App, outdir: string): Made {
  const assembly = app.synth()
  const resources = assembly.stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources as Record<string, Omit<Resource, 'logicalId' | 'stack'>>).map(
      ([logicalId, resource]) => ({ logicalId, stack: stack.stackName, ...resource }),
    ),
  )
  const findings = assembly.stacks.flatMap((stack) =>
    stack.messages
      .filter((message) => message.level !== 'info')
      .map((message) => `${message.level} ${message.id}: ${String(message.entry.data)}`),
  )
  const exports = assembly.stacks.flatMap(({ template }) =>
    Object.values((template.Outputs ?? {}) as Record<string, { Export?: { Name: string } }>).flatMap(
      ({ Export }) => Export?.Name ?? [],
    ),
  )
  const protectedStacks = assembly.stacks.flatMap(({ terminationProtection, stackName }) =>
    terminationProtection ? stackName : [],
  )
  return { resources, findings, exports, protectedStacks, outdir }
}

function read({ outdir, ...made }: Made): Synthesis {
  const all = (type: string) => made.resources.filter((resource) => resource.Type === type)
  const one = (type: string, prefix = '') => {
    const found = all(type).filter((resource) => resource.logicalId.startsWith(prefix))
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources of ${type} begin with "${prefix}"`)
    return found[0]
  }
  const starts = () => {
    const doors = all('AWS::Lambda::Function').filter(({ Properties: { Handler } }) =>
      /^functions\/lambda\//.test(Handler),
    )
    return Object.fromEntries(doors.map((door) => [door.Properties.Handler, startBundle(outdir, door)]))
  }
  return { ...made, starts, all, one }
}

/** A page as small as one can be, so that the tests of the stacks do not wait for the build of the page. */
export function writePage(work: string): string {
  const page = join(work, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Lengkap</title>')
  writeFileSync(join(page, 'assets', 'main-0000.js'), '')
  return page
}
