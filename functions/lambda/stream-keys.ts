/** The keys of the notices in a batch of the table's stream. */
import type { DynamoDBStreamEvent } from 'aws-lambda'
import type { NoticeKey } from '../domain/notices/ledger/ledger.ts'
import { noticeKeys } from '../store/keys.ts'

/** Throws on a record that is no notice: the stream's filter lets none through. */
export function keysIn({ Records }: DynamoDBStreamEvent): NoticeKey[] {
  return Records.map(({ dynamodb }) => {
    const { pk, sk } = dynamodb?.Keys ?? {}
    return noticeKeys.parse({ pk: pk?.S ?? '', sk: sk?.S ?? '' })
  })
}
