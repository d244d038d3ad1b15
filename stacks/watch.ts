/** What an alarm is made of. */
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch'

export interface Watch {
  /** Name of the alarm; also what the mail of the alarm is titled with. */
  name: string
  /** What it means and where to look, for the person who reads the alarm's mail. */
  meaning: string
  metric: IMetric
  /** Rings at this value or beyond. */
  atLeast?: number
  /** Rings below this value, and when nothing is reported at all. */
  lessThan?: number
}
