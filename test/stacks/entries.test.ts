/**
 * Two ways in, one system: CDK (`npm run synth`, three at once) and SST 2 (`sst.config.ts`) synthesize the same templates, and
 * over a stage that SST 2 had deployed with its own constructs only what was SST's own goes.
 * What such a stage looks like is kept in sst-deployed/: the templates of this repository at 44a23e4.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { fullDiff, type ResourceDifference, ResourceImpact } from '@aws-cdk/cloudformation-diff'
import { App as SstApp } from 'sst/constructs'
import { initProject } from 'sst/project.js'
import { afterAll, describe, expect, it } from 'vitest'
import { appName } from '../../stacks/constructs.ts'
import { place, settings, shellWith, writePage } from './synthesize.ts'

// biome-ignore lint/suspicious/noExplicitAny: a template is free JSON
type Templates = Record<string, any>

const work = mkdtempSync(join(tmpdir(), 'lengkap-entries-'))
const pages = writePage(work)
afterAll(() => rmSync(work, { recursive: true }))

const environments = {
  prod: { ...settings, WEB_DIR: pages },
  dev: { MAIL_DOMAIN: settings.MAIL_DOMAIN, WEB_DIR: pages },
}
type Stage = keyof typeof environments

const [prod, dev, prodAgain] = await Promise.all([
  synthesizeByCdk('prod', '1'),
  synthesizeByCdk('dev', '1'),
  synthesizeByCdk('prod', '2'),
])
const byCdk = { prod, dev }

describe.each(['prod', 'dev'] as const)('stage %s', (stage) => {
  it('SST and CDK synthesize the same templates', async () => {
    expect(await synthesizeBySst(stage)).toEqual(byCdk[stage])
    expect(Object.keys(byCdk[stage])).toHaveLength(7)
  })

  it('CDK takes over from SST: its parameters and outputs go, code is renewed, nothing is replaced', () => {
    const deployed = readDeployed(stage)
    expect(Object.keys(byCdk[stage])).toEqual(expect.arrayContaining(Object.keys(deployed)))
    const changes = Object.keys(deployed).flatMap((name) => changesOf(deployed[name], byCdk[stage][name]))
    const doors = ['api', 'check', 'dispatch', 'dispatch-new', 'mail-events', 'plan']
    // What was added since SST's last deployment is no part of the taking over.
    const isNew = /, WILL_CREATE$|^output Exports|: PolicyDocument, in place$/
    expect(changes.filter((change) => !isNew.test(change)).sort()).toEqual(
      [
        ...doors.map((door) => `AWS::Lambda::Function ${door}: Code, in place`),
        ...doors.map((door) => `AWS::SSM::Parameter ${door.replace('-', '_')}: goes`),
        ...Array.from({ length: 6 }, () => 'output SSTMetadata'),
      ].sort(),
    )
  })
})

it("three syntheses at the same time do not take each other's bundles", () => {
  expect(prodAgain).toEqual(prod)
})

/** As a person does it, in a process of its own. */
async function synthesizeByCdk(stage: Stage, run: string): Promise<Templates> {
  const outdir = join(work, `${stage}-${run}`)
  const words = ['--import', 'tsx', 'stacks/cdk.ts', 'synth', '--stage', stage, '--quiet', '--output', outdir]
  await promisify(execFile)(process.execPath, words, {
    env: { ...shellWith(environments[stage]), CDK_DEFAULT_ACCOUNT: place.account },
  })
  const files = readdirSync(outdir).filter((file) => file.endsWith('.template.json'))
  return Object.fromEntries(
    files
      .sort()
      .map((file) => [file.replace('.template.json', ''), JSON.parse(readFileSync(join(outdir, file), 'utf8'))]),
  )
}

/** As `sst deploy` does it, without the account that it asks for. */
async function synthesizeBySst(stage: Stage): Promise<Templates> {
  await initProject({ stage, region: place.region })
  const shell = process.env
  process.env = shellWith(environments[stage])
  try {
    const app = new SstApp(
      { mode: 'deploy', stage, name: appName, ...place },
      { outdir: join(work, `${stage}-sst`), context: { 'aws:cdk:enable-path-metadata': false } },
    )
    const { default: config } = await import('../../sst.config.ts')
    await config.stacks(app)
    await app.finish()
    return Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template]))
  } finally {
    process.env = shell
  }
}

function readDeployed(stage: Stage): Templates {
  return JSON.parse(gunzipSync(readFileSync(join(import.meta.dirname, 'sst-deployed', `${stage}.json.gz`))).toString())
}

/** What `cdk diff` would say, a line a change. Works on copies: `fullDiff` sorts within what it is given. */
function changesOf(before: Templates, after: Templates): string[] {
  const diff = fullDiff(structuredClone(before), structuredClone(after))
  const lines: string[] = []
  diff.resources.forEachDifference((_, change) => {
    const { Name, Handler } = change.oldProperties ?? {}
    const named = String(Name ?? Handler ?? '')
    const who = named.replace(/^.*Function\/|^functions\/lambda\/|\/functionName$|\.handler$/g, '')
    lines.push(`${change.resourceType} ${who}: ${whatHappens(change)}`)
  })
  diff.outputs.forEachDifference((name) => lines.push(`output ${name}`))
  const elsewhere = diff.differenceCount - diff.resources.differenceCount - diff.outputs.differenceCount
  return elsewhere > 0 ? [...lines, `${elsewhere} differences elsewhere`] : lines
}

function whatHappens({ changeImpact, propertyUpdates, otherChanges }: ResourceDifference): string {
  if (changeImpact === ResourceImpact.WILL_DESTROY) return 'goes'
  const changed = Object.keys({ ...propertyUpdates, ...otherChanges }).join(', ')
  return `${changed}, ${changeImpact === ResourceImpact.WILL_UPDATE ? 'in place' : changeImpact}`
}
