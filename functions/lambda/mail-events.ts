/** SNS: records what SES reports about our mails. */
import type { SNSEvent } from 'aws-lambda'
import { recordMailEvents } from '../jobs/mail-events.ts'
import { env, ledger, log, pulse, regions, tell } from './deps.ts'

const report = (dropped: object) => log({ level: 'warn', message: 'mail event dropped', ...dropped })
const parts = { ledger, regions, pulse, report, ...(env.MAIL_TOPIC_ARN ? { topicArn: env.MAIL_TOPIC_ARN } : {}) }

export const handler = async (event: SNSEvent) => tell('mail-events', await recordMailEvents(parts, event))
