/**
 * Synthesizes the whole app of sst.config.ts for one stage, offline, with cdk-nag looking on: no AWS account, no network.
 * SST keeps one app per process, and every test file is a process, so this is called once in a file. The handlers are
 * really bundled, because a front door that does not bundle is a broken deployment.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Aspects } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { App } from 'sst/constructs'
import { initProject, useProject } from 'sst/project.js'
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
  /** What came of starting each front door's bundle, by handler: `function`, or an error's text. */
  starts: Record<string, string>
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

const settingNames = [...Object.keys(settings), 'MAIL_FROM', 'MAIL_ALLOWED_RECIPIENTS', 'EPOCH']

export async function synthesize(stage: string, environment: Record<string, string>): Promise<Synthesis> {
  const work = mkdtempSync(join(tmpdir(), 'lengkap-stacks-'))
  try {
    await initProject({ stage, region: 'ap-southeast-3' })
    // After SST has read `.env` files: neither they nor this shell decide what is tested.
    for (const name of settingNames) delete process.env[name]
    Object.assign(process.env, { ...environment, WEB_DIR: writePage(work) })
    const project = useProject()
    const app = new App(
      { mode: 'deploy', stage, name: project.config.name, region: 'ap-southeast-3', account: '111122223333' },
      { outdir: join(work, 'out') },
    )
    Aspects.of(app).add(new AwsSolutionsChecks({ verbose: true, reports: false }))
    const { default: config } = await import('../../sst.config.ts')
    await config.stacks(app)
    await app.finish()
    return read(app, join(work, 'out'))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function read(app: App, outdir: string): Synthesis {
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
  const all = (type: string) => resources.filter((resource) => resource.Type === type)
  const one = (type: string, prefix = '') => {
    const found = all(type).filter((resource) => resource.logicalId.startsWith(prefix))
    if (found.length !== 1 || !found[0]) throw new Error(`${found.length} resources of ${type} begin with "${prefix}"`)
    return found[0]
  }
  const doors = all('AWS::Lambda::Function').filter(({ Properties }) => /^functions\/lambda\//.test(Properties.Handler))
  const starts = Object.fromEntries(doors.map((door) => [door.Properties.Handler, startBundle(outdir, door)]))
  return { resources, findings, starts, all, one }
}

/** A page as small as one can be, so that the tests of the stacks do not wait for the build of the page. */
function writePage(work: string): string {
  const page = join(work, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>Lengkap</title>')
  writeFileSync(join(page, 'assets', 'main-0000.js'), '')
  return page
}
