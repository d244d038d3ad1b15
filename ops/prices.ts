/** What AWS asks, for estimates. */
export const pricesWrittenDown = '2026-11-29'

/**
 * US dollars; for Jakarta (ap-southeast-3) where AWS prices by region. Written down from memory of AWS's public price pages, not
 * looked up on that day: compare before a budget rests on them.
 */
export const prices = {
  lambdaRequest: 0.2 / 1e6,
  /** arm64. */
  lambdaGbSecond: 0.0000133334,
  dynamodbWriteUnit: 0.7105 / 1e6,
  dynamodbReadUnit: 0.1425 / 1e6,
  dynamodbGbMonth: 0.285,
  /** Point-in-time recovery. */
  recoveryGbMonth: 0.228,
  gatewayRequest: 1.25 / 1e6,
  cloudfrontGb: 0.12,
  cloudfrontRequest: 0.012 / 1e4,
  queueRequest: 0.4 / 1e6,
  /** What is published to a topic; handing it to a function costs nothing. */
  topicRequest: 0.5 / 1e6,
  mail: 0.1 / 1e3,
  secretMonth: 0.4,
  kmsKeyMonth: 1,
  alarmMonth: 0.1,
  logGb: 0.6,
}
