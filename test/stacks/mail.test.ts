/** Who may be written to, stage by stage: the statements themselves, without a synthesis. */
import { describe, expect, it } from 'vitest'
import { sendStatements } from '../../stacks/mail.ts'

const resources = ['arn:aws:ses:ap-southeast-3:111122223333:identity/lengkap.example.go.id']
const mailFrom = 'lengkap@lengkap.example.go.id'

function statements(production: boolean, allowedRecipients: string[]) {
  return sendStatements(production, { mailFrom, allowedRecipients }, resources).map((each) => each.toStatementJson())
}

describe('the right to send', () => {
  it('production sends from one address to anybody', () => {
    expect(statements(true, [])).toEqual([
      {
        Effect: 'Allow',
        Action: 'ses:SendRawEmail',
        Resource: resources[0],
        Condition: { StringEquals: { 'ses:FromAddress': mailFrom } },
      },
    ])
  })

  it('another stage is refused, whatever else it may be given later', () => {
    expect(statements(false, [])).toEqual([{ Effect: 'Deny', Action: 'ses:Send*', Resource: '*' }])
  })

  it('with listed recipients it writes to them alone, and to no mail without recipients', () => {
    const [statement, ...others] = statements(false, ['a@b.example', '*@test.example'])
    expect(others).toEqual([])
    expect(statement).toEqual({
      Effect: 'Allow',
      Action: 'ses:SendRawEmail',
      Resource: resources[0],
      Condition: {
        StringEquals: { 'ses:FromAddress': mailFrom },
        'ForAllValues:StringLike': { 'ses:Recipients': ['a@b.example', '*@test.example'] },
        Null: { 'ses:Recipients': 'false' },
      },
    })
  })
})
