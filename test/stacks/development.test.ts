/** A passing stage, `dev`, synthesized once without site name and alarm address: what may differ from production, and what not. */
import { describe, expect, it } from 'vitest'
import { doorsOfTheDay } from './doors.ts'
import { itKeepsTheLaws } from './laws.ts'
import { doorOf, flatten, identityRights } from './rights.ts'
import { itRunsByItself } from './runs.ts'
import { itServesOneOrigin } from './serves.ts'
import { settings, synthesize } from './synthesize.ts'

const dev = synthesize('dev', { MAIL_DOMAIN: settings.MAIL_DOMAIN, MAIL_ALLOWED_RECIPIENTS: '*@uji.example' })

itKeepsTheLaws(dev, 30)
itRunsByItself(dev)
itServesOneOrigin(dev)

describe('no stage but production writes to people', () => {
  it('whoever sends may write to the listed addresses alone', () => {
    const sending = identityRights(dev).filter(({ actions }) =>
      actions.some((action) => /^(ses:Send|ses:\*|\*)/.test(action)),
    )
    expect(sending.length).toBeGreaterThan(1)
    for (const { actions, condition } of sending) {
      expect(actions).toEqual(['ses:SendRawEmail'])
      expect(condition).toMatchObject({ 'ForAllValues:StringLike': { 'ses:Recipients': ['*@uji.example'] } })
    }
  })

  it('and without a list it is not made at all', () => {
    expect(() => synthesize('dev', { MAIL_DOMAIN: settings.MAIL_DOMAIN })).toThrow('MAIL_ALLOWED_RECIPIENTS is missing')
  })
})

describe('a passing stage cleans up after itself', () => {
  it('its table can be deleted, and is put back like any other until then', () => {
    const table = dev.one('AWS::DynamoDB::Table')
    expect(table.DeletionPolicy).toBe('Delete')
    expect(table.Properties.DeletionProtectionEnabled).toBe(false)
    expect(table.Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
    expect(table.Properties.SSESpecification).toEqual({ SSEEnabled: true })
  })

  it('leaves no log, key or page behind', () => {
    const kept = ['AWS::Logs::LogGroup', 'AWS::KMS::Key', 'AWS::S3::Bucket'].flatMap((type) => dev.all(type))
    expect(kept.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(kept.map(() => 'Delete'))
    expect(dev.all('Custom::S3AutoDeleteObjects')).toHaveLength(1)
  })
})

describe('without a name of its own', () => {
  it("the site has CloudFront's name, and every function knows it", () => {
    const site = dev.one('AWS::CloudFront::Distribution')
    expect(site.Properties.DistributionConfig.Aliases).toBeUndefined()
    for (const name of doorsOfTheDay) {
      expect(flatten(doorOf(dev, name).Properties.Environment.Variables.SITE_URL)).toMatch(
        /^https:\/\/<.*site.*DomainName.*>$/,
      )
    }
  })

  it('alarms ring on the topic, and nobody is written to', () => {
    expect(dev.all('AWS::SNS::Subscription').map(({ Properties }) => Properties.Protocol)).toEqual(['lambda'])
  })
})
