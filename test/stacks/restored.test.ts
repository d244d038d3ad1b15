/** A stage over a table that is there already, and a second stage with the domain of the first. */
import { describe, expect, it } from 'vitest'
import { doorOf, rightsOf } from './rights.ts'
import { settings, synthesize } from './synthesize.ts'

const streamArn = 'arn:aws:dynamodb:ap-southeast-3:111122223333:table/restored/stream/2026-11-29T00:00:00.000'
const before = synthesize('prod', settings)
const stage = synthesize('prod', {
  ...settings,
  TABLE_NAME: 'restored',
  TABLE_STREAM_ARN: streamArn,
  EPOCH: '2',
  MAIL_IDENTITY: 'shared',
})

describe('with TABLE_NAME', () => {
  it('every function works on that table and follows its stream, under the new epoch', () => {
    for (const name of ['api', 'plan', 'dispatch', 'dispatch-new', 'check', 'mail-events', 'admin']) {
      expect(doorOf(stage, name).Properties.Environment.Variables).toMatchObject({ TABLE_NAME: 'restored', EPOCH: '2' })
      const onTable = rightsOf(stage, name).filter(({ actions }) => actions.includes('dynamodb:PutItem'))
      expect([...new Set(onTable.flatMap(({ resources }) => resources))]).toEqual([
        expect.stringMatching(/:table\/restored$/),
      ])
    }
    const followed = stage.all('AWS::Lambda::EventSourceMapping').map(({ Properties }) => Properties.EventSourceArn)
    expect(followed.filter((arn) => typeof arn === 'string')).toEqual([streamArn])
    const sweeps = rightsOf(stage, 'dispatch').flatMap(({ resources }) => resources)
    expect(sweeps).toContainEqual(expect.stringMatching(/:table\/restored\/index\/due$/))
  })

  it('the stage keeps its own table, and every export of it that a stack may still use', () => {
    expect(stage.one('AWS::DynamoDB::Table').DeletionPolicy).toBe('RetainExceptOnCreate')
    const ofTable = before.exports.filter((name) => /table/.test(name))
    expect(ofTable.length).toBeGreaterThanOrEqual(3)
    expect(stage.exports).toEqual(expect.arrayContaining(ofTable))
  })
})

it('with MAIL_IDENTITY=shared it refers to the identity of the domain and makes none', () => {
  expect(stage.all('AWS::SES::EmailIdentity')).toEqual([])
  const sending = rightsOf(stage, 'dispatch').filter(({ actions }) => actions.includes('ses:SendRawEmail'))
  expect(sending.flatMap(({ resources }) => resources)).toContainEqual(
    expect.stringMatching(/:identity\/lengkap\.example\.go\.id$/),
  )
})
