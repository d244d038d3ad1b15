/** The stage `prod`, synthesized once: what a government would run. */

import { describe, expect, it } from 'vitest'
import { deniedKeys } from '../../stacks/table-rights.ts'
import { itKeepsTheLaws } from './laws.ts'
import { doorOf, flatten, rightsOf } from './rights.ts'
import { itRunsByItself } from './runs.ts'
import { itServesOneOrigin } from './serves.ts'
import { settings, synthesize } from './synthesize.ts'

const prod = synthesize('prod', settings)

itKeepsTheLaws(prod, 365)
itRunsByItself(prod)
itServesOneOrigin(prod)

describe('storage', () => {
  const table = prod.one('AWS::DynamoDB::Table')

  it('the table can be put back, cannot be deleted, and stays when its stack goes', () => {
    expect(table.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
      SSESpecification: { SSEEnabled: true },
    })
    // Not by a first deployment that failed: the second could not make it again.
    expect(table.DeletionPolicy).toBe('RetainExceptOnCreate')
    expect(prod.protectedStacks).toEqual(['prod-lengkap-Storage'])
  })

  it('has the keys, the clock of expiry, the stream and the one sparse index of docs/ledger.md', () => {
    expect(table.Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
    })
    expect(table.Properties.GlobalSecondaryIndexes).toEqual([
      {
        IndexName: 'due',
        KeySchema: [
          { AttributeName: 'duePk', KeyType: 'HASH' },
          { AttributeName: 'dueSk', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ])
  })

  it('everything that is kept is encrypted', () => {
    expect(prod.one('AWS::SNS::Topic', 'events').Properties.KmsMasterKeyId).toBeDefined()
    expect(prod.one('AWS::KMS::Key').Properties.EnableKeyRotation).toBe(true)
    for (const { Properties } of prod.all('AWS::SQS::Queue')) expect(Properties.SqsManagedSseEnabled).toBe(true)
    expect(prod.one('AWS::S3::Bucket').Properties.BucketEncryption).toBeDefined()
  })
})

type Denial = { 'ForAnyValue:StringLike'?: { 'dynamodb:LeadingKeys'?: string[] } }

describe('rights of each front door', () => {
  const onTable = ['GetItem', 'PutItem', 'Query', 'UpdateItem'].map((action) => `dynamodb:${action} table`)
  const onAnswers = [...onTable, 'dynamodb:BatchGetItem table']
  const onlyReads = ['GetItem', 'Query', 'BatchGetItem'].map((action) => `dynamodb:${action} table`)
  const takes = (queue: string) =>
    ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'].map((action) => `sqs:${action} ${queue}`)
  const onLog = ['logs:CreateLogStream log', 'logs:PutLogEvents log']
  const onQueue = ['sqs:GetQueueAttributes failures', 'sqs:GetQueueUrl failures', 'sqs:SendMessage failures']
  const send = ['ses:SendRawEmail configuration-set', 'ses:SendRawEmail identity', 'ses:GetSendQuota *']
  const follow = ['DescribeStream', 'GetRecords', 'GetShardIterator'].map((action) => `dynamodb:${action} stream`)

  const redrive = [
    ...['GetQueueAttributes', 'ReceiveMessage', 'ChangeMessageVisibility', 'DeleteMessage'].map(
      (action) => `sqs:${action} failures`,
    ),
    ...['check', 'checkregion', 'dispatch', 'mailevents', 'plan', 'planregion', 'reconcile'].map(
      (job) => `lambda:InvokeFunction ${job}`,
    ),
  ]

  it.each([
    ['api', [...onAnswers, 'dynamodb:Query index/due', 'ses:DeleteSuppressedDestination *', ...onLog]],
    ['plan', [...onAnswers, 'sqs:SendMessage planregions', ...onLog, ...onQueue]],
    ['plan-region', [...onTable, ...takes('planregions'), ...onLog]],
    ['dispatch', [...onAnswers, 'dynamodb:Query index/due', ...onLog, ...onQueue, ...send]],
    ['dispatch-new', [...onAnswers, ...follow, 'dynamodb:ListStreams *', ...onLog, ...onQueue, ...send]],
    ['check', [...onlyReads, 'sqs:SendMessage checkregions', ...onLog, ...onQueue]],
    ['check-region', [...onAnswers, ...takes('checkregions'), ...onLog]],
    ['reconcile', [...onAnswers, 'dynamodb:Query index/due', ...onLog, ...onQueue, ...send]],
    ['mail-events', [...onTable, ...onLog, ...onQueue]],
    ['admin', [...onAnswers, 'dynamodb:DeleteItem table', 'dynamodb:Scan table', ...redrive, ...onLog]],
  ])('%s may do exactly this', (name, expected) => {
    const allowed = rightsOf(prod, name).filter(({ effect }) => effect === 'Allow')
    const rights = allowed.flatMap(({ actions, resources }) => {
      return actions.flatMap((action) => resources.map((resource) => `${action} ${noun(resource)}`))
    })
    expect(rights.sort()).toEqual(expected.sort())
  })

  it('no job touches what lets somebody sign in; what plans or hears of mails reads no answers', () => {
    const deniedOf = (name: string) =>
      rightsOf(prod, name).flatMap(({ effect, condition }) => {
        const { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': keys } = {} } = (condition ?? {}) as Denial
        return effect === 'Deny' ? (keys ?? []) : []
      })
    for (const name of Object.keys(deniedKeys)) {
      expect(deniedOf(name), name).toEqual(deniedKeys[name]?.map((word) => `${word}#*`))
      expect(deniedOf(name), name).toEqual(expect.arrayContaining(['SESSIONS#*', 'CHALLENGE#*', 'ADDRESS#*']))
      if (['plan', 'plan-region', 'mail-events'].includes(name))
        expect(deniedOf(name), name).toEqual(expect.arrayContaining(['BODY#*', 'PERSONAL#*']))
    }
    for (const name of ['api', 'admin']) expect(deniedOf(name), name).toEqual([])
  })

  it('mails leave under our one address only', () => {
    const sending = rightsOf(prod, 'dispatch').filter(({ actions }) => actions.includes('ses:SendRawEmail'))
    expect(sending.map(({ condition }) => condition)).toEqual([
      { StringEquals: { 'ses:FromAddress': 'lengkap@lengkap.example.go.id' } },
    ])
  })

  it.each([
    ['api', 29, ['CODE_KEY', 'ADDRESS_KEY', 'ORIGIN_SECRET']],
    ['plan', 60, ['REGION_QUEUE_URL', 'NODE_OPTIONS']],
    ['plan-region', 60, ['NODE_OPTIONS']],
    ['dispatch', 60, ['CODE_KEY', 'NODE_OPTIONS']],
    ['dispatch-new', 60, ['CODE_KEY', 'NODE_OPTIONS']],
    ['check', 60, ['REGION_QUEUE_URL', 'NODE_OPTIONS']],
    ['check-region', 60, ['NODE_OPTIONS']],
    ['reconcile', 300, ['CODE_KEY', 'CANARY', 'NODE_OPTIONS']],
    ['mail-events', 60, ['MAIL_TOPIC_ARN', 'NODE_OPTIONS']],
    [
      'admin',
      300,
      [
        'ADDRESS_KEY',
        'FAILURES_URL',
        'MAIL_EVENTS_FUNCTION',
        'PLAN_REGION_FUNCTION',
        'CHECK_REGION_FUNCTION',
        'CANARY',
      ],
    ],
  ])('%s knows its settings and stops after %i s', (name, seconds, own) => {
    const { Environment, Timeout } = doorOf(prod, name).Properties
    const house = ['TABLE_NAME', 'SITE_URL', 'MAIL_FROM', 'MAIL_CONFIGURATION_SET', 'STAGE', 'EPOCH']
    const names = Object.keys(Environment.Variables).filter((variable) => !/^(SST|AWS)_/.test(variable))
    expect(names.sort()).toEqual([...house, ...own].sort())
    expect(Timeout).toBe(seconds)
    expect(Environment.Variables).toMatchObject({ STAGE: 'prod', SITE_URL: 'https://lengkap.example.go.id' })
  })

  it.each(['plan', 'plan-region', 'dispatch', 'dispatch-new', 'check', 'check-region', 'reconcile', 'mail-events'])(
    '%s may fill half of its memory with its heap',
    (name) => {
      const { Environment, MemorySize } = doorOf(prod, name).Properties
      expect(Environment.Variables.NODE_OPTIONS).toMatch(/^--max-old-space-size=\d+ --max-semi-space-size=\d$/)
      expect(Number.parseInt(Environment.Variables.NODE_OPTIONS.split('=')[1], 10)).toBe(MemorySize / 2)
    },
  )
})

describe('the operator', () => {
  it('is let in by IAM alone: the function has the name that the command calls, and nothing invokes it but what ends each day', () => {
    const admin = doorOf(prod, 'admin')
    expect(admin.Properties.FunctionName).toBe('prod-lengkap-admin')
    const invoked = ['AWS::Lambda::Permission', 'AWS::Lambda::Url', 'AWS::Lambda::EventSourceMapping'].flatMap((type) =>
      prod.all(type).map(({ Properties }) => flatten(Properties.FunctionName ?? Properties.TargetFunctionArn)),
    )
    expect(invoked.filter((target) => target.includes(admin.logicalId))).toHaveLength(1)
    const daily = prod
      .all('AWS::Events::Rule')
      .filter(({ Properties }) => flatten(Properties.Targets[0].Arn) === `<${admin.logicalId}.Arn>`)
    expect(
      daily.map(({ Properties }) => [Properties.ScheduleExpression, JSON.parse(Properties.Targets[0].Input)]),
    ).toEqual([['rate(1 day)', { verb: 'retention.end', input: {}, dryRun: false }]])
    expect(invoked.length).toBeGreaterThan(3)
  })
})

describe('names', () => {
  it('the site has its own name under TLS 1.2, and a person hears the alarms', () => {
    const { Aliases, ViewerCertificate } = prod.one('AWS::CloudFront::Distribution').Properties.DistributionConfig
    expect(Aliases).toEqual(['lengkap.example.go.id'])
    expect(ViewerCertificate.MinimumProtocolVersion).toBe('TLSv1.2_2021')
    const people = prod.all('AWS::SNS::Subscription').filter(({ Properties }) => Properties.Protocol === 'email')
    expect(people.map(({ Properties }) => Properties.Endpoint)).toEqual(['siaga@bappeda.example'])
  })
})

describe('mail', () => {
  it('is signed with 2048 bits, from a MAIL FROM of our own, over TLS', () => {
    expect(prod.one('AWS::SES::EmailIdentity').Properties).toMatchObject({
      EmailIdentity: 'lengkap.example.go.id',
      DkimSigningAttributes: { NextSigningKeyLength: 'RSA_2048_BIT' },
      MailFromAttributes: { MailFromDomain: 'bounce.lengkap.example.go.id' },
    })
    expect(prod.one('AWS::SES::ConfigurationSet').Properties.DeliveryOptions).toMatchObject({ TlsPolicy: 'REQUIRE' })
  })

  it('SES reports everything that can become of a mail', () => {
    const { EventDestination } = prod.one('AWS::SES::ConfigurationSetEventDestination').Properties
    const events = ['send', 'delivery', 'bounce', 'complaint', 'reject', 'deliveryDelay', 'renderingFailure']
    expect([...EventDestination.MatchingEventTypes].sort()).toEqual(events.sort())
    expect(flatten(EventDestination.SnsDestination.TopicARN)).toMatch(/^<events/)
  })
})

/** What a flattened resource is, in a word. */
function noun(resource: string): string {
  const nouns: [RegExp, string][] = [
    [/\/index\/due$/, 'index/due'],
    [/StreamArn/, 'stream'],
    [/:configuration-set\//, 'configuration-set'],
    [/:identity\//, 'identity'],
    [/log[0-9A-F]{8}\.Arn>$/, 'log'],
    [/^<failures|FnGetAttfailures/, 'failures'],
    [/^<planregions/, 'planregions'],
    [/^<checkregions/, 'checkregions'],
    [/table[0-9A-F]{8}Arn/, 'table'],
  ]
  const functionOf = /FnGetAtt([a-z]+)[0-9A-F]{8}Arn/.exec(resource)?.[1]
  return nouns.find(([pattern]) => pattern.test(resource))?.[1] ?? functionOf ?? resource
}
