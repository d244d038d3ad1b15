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
import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff'
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
  dev: { MAIL_DOMAIN: settings.MAIL_DOMAIN, MAIL_ALLOWED_RECIPIENTS: '*@uji.example', WEB_DIR: pages },
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

  it('CDK takes over from SST: its parameters and outputs go, nothing is replaced, what keeps data stays as it is', () => {
    const deployed = readDeployed(stage)
    expect(Object.keys(byCdk[stage])).toEqual(expect.arrayContaining(Object.keys(deployed)))
    const changes = Object.keys(deployed).flatMap((name) => changesOf(deployed[name], byCdk[stage][name]))
    const goes = changes.filter(({ impact }) => impact === ResourceImpact.WILL_DESTROY)
    const doors = ['api', 'check', 'dispatch', 'dispatch_new', 'mail_events', 'plan']
    expect(goes.map(({ type, name }) => `${type} ${name}`).sort()).toEqual(
      doors.map((door) => `AWS::SSM::Parameter /sst/lengkap/${stage}/Function/${door}/functionName`).sort(),
    )
    const [inPlace, added] = [ResourceImpact.WILL_UPDATE, ResourceImpact.WILL_CREATE]
    const others = changes.filter((change) => !goes.includes(change))
    expect(others.filter(({ impact }) => impact !== inPlace && impact !== added)).toEqual([])
    const kept =
      /::(DynamoDB::Table|SecretsManager::Secret|KMS::Key|S3::Bucket|Logs::LogGroup|SES::EmailIdentity|SQS::Queue)$/
    const touched = others.filter(({ type }) => kept.test(type)).flatMap(({ changed }) => changed)
    expect(touched.filter((property) => !/^(DeletionPolicy|UpdateReplacePolicy)$/.test(property))).toEqual([])
    const renewed = others.filter(({ type, impact }) => type === 'AWS::Lambda::Function' && impact === inPlace)
    expect(renewed).toHaveLength(6)
    const outputs = Object.keys(deployed).flatMap((name) => Object.keys(deployed[name].Outputs))
    const still = Object.keys(deployed).flatMap((name) => Object.keys(byCdk[stage][name].Outputs ?? {}))
    expect([...new Set(outputs.filter((name) => !still.includes(name)))]).toEqual(['SSTMetadata'])
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

type Change = { type: string; name: string; impact: ResourceImpact; changed: string[] }

/** What `cdk diff` would say of resources. Works on copies: `fullDiff` sorts within what it is given. */
function changesOf(before: Templates, after: Templates): Change[] {
  const changes: Change[] = []
  fullDiff(structuredClone(before), structuredClone(after)).resources.forEachDifference((logicalId, change) => {
    const { changeImpact: impact, propertyUpdates, otherChanges, oldProperties, resourceType: type = '' } = change
    const changed = Object.entries({ ...propertyUpdates, ...otherChanges }).flatMap(([name, each]) =>
      each.isDifferent ? name : [],
    )
    changes.push({ type, name: String(oldProperties?.Name ?? logicalId), impact, changed })
  })
  return changes
}
