/**
 * A deployment from first to last, by the real cdk of `npm run deploy` against a pretended AWS on loopback: the first fails at one
 * stack and is rolled back, the second makes all, the third finds nothing to do; then the functions of that very assembly serve a
 * day, and the stage is taken away. What AWS itself makes of the templates is not tried: there is no account.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kotaKupang } from '../../local/seed/kota-kupang/kota-kupang.ts'
import { settings, shellWith, writePage } from '../stacks/synthesize.ts'
import { itServesADay } from './day-steps.ts'
import { FakeAws } from './fake-aws.ts'

const work = mkdtempSync(join(tmpdir(), 'lengkap-deploy-'))
const assembly = join(work, 'assembly')
const aws = new FakeAws()
let endpoint = ''
beforeAll(async () => {
  endpoint = await aws.start()
})
afterAll(async () => {
  await aws.stop()
  rmSync(work, { recursive: true })
})

/** Another stage than production writes to those alone who are listed. */
const { people } = kotaKupang({ at: '2026-02-10T00:00:00.000Z', by: 'system' })
const recipients = [...new Set(people.map(({ email }) => `*@${email.split('@')[1]}`))].join(',')

const nouns = ['Alarms', 'Api', 'Jobs', 'Mail', 'Operator', 'Storage', 'Web']

/** Without a terminal, as in a pipeline. */
function cdk(...words: string[]): Promise<{ status: number | null; said: string }> {
  const env = {
    ...shellWith({ MAIL_DOMAIN: settings.MAIL_DOMAIN, MAIL_ALLOWED_RECIPIENTS: recipients }),
    WEB_DIR: writePage(work),
    HOME: work,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_REGION: 'ap-southeast-3',
  }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'stacks/cdk.ts', ...words], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (chunk) => (said += chunk))
    child.stderr.on('data', (chunk) => (said += chunk))
    child.on('close', (status) => resolve({ status, said }))
  })
}

const states = () => Object.fromEntries([...aws.stacks.values()].map(({ name, status }) => [name, status]))
const executed = () => aws.calls.filter((call) => call.startsWith('ExecuteChangeSet')).length
const alike = (status: string) => Object.fromEntries(nouns.map((noun) => [`dev-lengkap-${noun}`, status]))

describe('a stage of an empty account', () => {
  it('whose first deployment fails at one stack says so, and leaves that stack rolled back', async () => {
    aws.failing.add('dev-lengkap-Web')
    const { status, said } = await cdk('deploy', '--stage', 'dev', '--output', assembly)
    expect(status, said).toBe(1)
    expect(said).toContain('dev-lengkap-Web')
    expect(states()).toMatchObject({ 'dev-lengkap-Storage': 'CREATE_COMPLETE', 'dev-lengkap-Web': 'ROLLBACK_COMPLETE' })
    expect(states()['dev-lengkap-Api']).toBeUndefined()
  })

  it('is made whole by the second, which asks nobody anything', async () => {
    const { status, said } = await cdk('deploy', '--app', assembly)
    expect(status, said).toBe(0)
    expect(states()).toEqual(alike('CREATE_COMPLETE'))
    expect(aws.unknown).toEqual([])
  })

  it('is left alone by the third: nothing changed', async () => {
    const before = executed()
    const { status, said } = await cdk('deploy', '--app', assembly)
    expect(status, said).toBe(0)
    expect(said.match(/no changes/g)).toHaveLength(nouns.length)
    expect(executed()).toBe(before)
  })

  it('uploads what the templates name: every function and both parts of the page', () => {
    const keys = [...aws.files.keys()].join(' ')
    for (const noun of ['Api', 'Jobs', 'Operator']) {
      const template = JSON.parse(readFileSync(join(assembly, `dev-lengkap-${noun}.template.json`), 'utf8'))
      for (const { Type, Properties } of Object.values<{ Type: string; Properties: { Code: { S3Key: string } } }>(
        template.Resources,
      )) {
        if (Type === 'AWS::Lambda::Function') expect(keys).toContain(Properties.Code.S3Key)
      }
    }
  })

  describe('has functions that', () => itServesADay(assembly))

  it('goes again whole, those first that need the others', async () => {
    const { status, said } = await cdk('destroy', '--app', assembly, '--force')
    expect(status, said).toBe(0)
    expect(states()).toEqual({})
    const deleted = aws.calls.filter((call) => call.startsWith('DeleteStack dev-lengkap-')).slice(-nouns.length)
    expect(deleted.at(-1)).toMatch(/Storage|Mail/)
  })
})
