/** Settings of a deployment: wrong ones stop it before anything is changed, and say which. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadEnvFiles, readRegion, readSettings, readStage } from '../../stacks/settings.ts'

const page = mkdtempSync(join(tmpdir(), 'lengkap-page-'))
mkdirSync(join(page, 'assets'))
writeFileSync(join(page, 'index.html'), '')
afterAll(() => rmSync(page, { recursive: true }))

const good = { MAIL_DOMAIN: 'lengkap.example.go.id', ALARM_ADDRESS: 'siaga@bappeda.example', WEB_DIR: page }
const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000'

describe('the stage', () => {
  it('is what cdk was told, else STAGE, else SST_STAGE', () => {
    const env = { STAGE: 'dev', SST_STAGE: 'old' }
    expect([readStage('prod', env), readStage(undefined, env), readStage(undefined, { SST_STAGE: 'old' })]).toEqual([
      'prod',
      'dev',
      'old',
    ])
  })

  it('is never guessed, and is a name that stacks can have', () => {
    expect(() => readStage(undefined, {})).toThrow('npm run deploy -- --stage prod')
    for (const wrong of ['', 'prod 2', '../prod', '2prod']) expect(() => readStage(wrong, {})).toThrow('stage')
  })

  it("brings its settings from files, the stage's own last", () => {
    const home = process.cwd()
    const before = { ...process.env }
    writeFileSync(join(page, '.env'), 'MAIL_DOMAIN=a.example\nALARM_ADDRESS="x@a.example" # who\n')
    writeFileSync(join(page, '.env.prod'), 'MAIL_DOMAIN=b.example\n')
    try {
      process.chdir(page)
      loadEnvFiles('prod')
      expect(process.env).toMatchObject({ MAIL_DOMAIN: 'b.example', ALARM_ADDRESS: 'x@a.example' })
    } finally {
      process.chdir(home)
      process.env = before
    }
  })
})

describe('settings', () => {
  it('records stay in Indonesia unless somebody says otherwise', () => {
    expect(readRegion({})).toBe('ap-southeast-3')
    expect(readRegion({ LENGKAP_REGION: 'ap-southeast-1' })).toBe('ap-southeast-1')
  })

  it('a domain and an alarm address are enough for production', () => {
    expect(readSettings('prod', good)).toMatchObject({
      mailDomain: 'lengkap.example.go.id',
      mailFrom: 'lengkap@lengkap.example.go.id',
      epoch: '1',
      alarmAddress: 'siaga@bappeda.example',
      allowedRecipients: [],
      sharedIdentity: false,
      reserveConcurrency: false,
      codeKey: { version: 1 },
      originSecret: { version: 1 },
      table: undefined,
      site: undefined,
      webAcl: undefined,
    })
  })

  it('all problems are named at once', () => {
    expect(() => readSettings('prod', { SITE_DOMAIN: 'x.go.id', WEB_DIR: '/nowhere' })).toThrow(
      /MAIL_DOMAIN is missing.*ALARM_ADDRESS is missing.*SITE_CERTIFICATE_ARN.*WEB_DIR has no index\.html/s,
    )
  })

  it.each([
    ['MAIL_DOMAIN', { MAIL_DOMAIN: 'not a domain' }],
    ['MAIL_FROM', { MAIL_FROM: 'lengkap@elsewhere.example' }],
    ['MAIL_FROM', { MAIL_FROM: 'Lengkap <lengkap@lengkap.example.go.id>' }],
    ['ALARM_ADDRESS', { ALARM_ADDRESS: 'siaga' }],
    ['SITE_DOMAIN', { SITE_CERTIFICATE_ARN: certificate }],
    [
      'SITE_CERTIFICATE_ARN',
      { SITE_DOMAIN: 'a.go.id', SITE_CERTIFICATE_ARN: certificate.replace('us-east-1', 'ap-southeast-3') },
    ],
    ['WEB_DIR', { WEB_DIR: '/nowhere' }],
    ['WEB_ACL_ARN', { WEB_ACL_ARN: 'arn:aws:wafv2:ap-southeast-3:111122223333:regional/webacl/a/1' }],
    ['MONTHLY_BUDGET_USD', { MONTHLY_BUDGET_USD: '25 USD' }],
    ['CODE_KEY_VERSION', { CODE_KEY_VERSION: '0' }],
    ['CODE_KEY_VERSION', { CODE_KEY_VERSION: '2' }],
    ['ORIGIN_SECRET_VERSION', { ORIGIN_SECRET_VERSION: '2@yesterday' }],
    ['ORIGIN_SECRET_VERSION', { ORIGIN_SECRET_VERSION: '1@2026-02-13T05:00:00Z' }],
  ])('a wrong %s is refused by name: %o', (name, wrong) => {
    expect(() => readSettings('prod', { ...good, ...wrong })).toThrow(name)
  })

  it('production takes no list of recipients, for it would silently write to nobody else', () => {
    expect(() => readSettings('prod', { ...good, MAIL_ALLOWED_RECIPIENTS: 'a@b.example' })).toThrow(
      'MAIL_ALLOWED_RECIPIENTS',
    )
  })

  it.each([
    ['MAIL_ALLOWED_RECIPIENTS', 'dev', {}],
    ['MAIL_IDENTITY', 'prod', { MAIL_IDENTITY: 'theirs' }],
    ['TABLE_STREAM_ARN', 'prod', { TABLE_NAME: 'restored' }],
    [
      'TABLE_STREAM_ARN',
      'prod',
      { TABLE_NAME: 'restored', TABLE_STREAM_ARN: 'arn:aws:dynamodb:x:1:table/other/stream/1' },
    ],
  ])('%s of %s is asked for before anything is made: %o', (name, stage, wrong) => {
    expect(() => readSettings(stage, { ...good, ...wrong })).toThrow(name)
  })

  it('another stage may write to listed people, never to everyone', () => {
    const listed = readSettings('dev', { ...good, MAIL_ALLOWED_RECIPIENTS: 'a@b.example, *@test.example' })
    expect(listed.allowedRecipients).toEqual(['a@b.example', '*@test.example'])
    for (const everyone of ['*', '*@*', 'a@*.example']) {
      expect(() => readSettings('dev', { ...good, MAIL_ALLOWED_RECIPIENTS: everyone })).toThrow(
        'MAIL_ALLOWED_RECIPIENTS',
      )
    }
  })
})
