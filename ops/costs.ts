/**
 * `npm run costs`: what a month costs, from list prices and the numbers of a region. An estimate: AWS's
 * bill counts what really happened, free tiers are left out, and tax comes on top.
 */
import { prices, pricesWrittenDown } from './prices.ts'

type Month = { agencies: number; rounds: number; people: number }

/** The defaults are Kota Kupang's. */
function monthOf(args: readonly string[]): Month {
  const number = (name: string, otherwise: number) => {
    const typed = args.find((arg) => arg.startsWith(`--${name}=`))?.split('=')[1]
    const value = typed === undefined ? otherwise : Number(typed)
    if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} must be a number, e.g. --${name}=${otherwise}`)
    return value
  }
  const agencies = number('agencies', 17)
  return { agencies, rounds: number('rounds', 1), people: number('people', agencies * 2 + 2) }
}

const minutes = 30 * 24 * 60

function linesOf({ agencies, rounds, people }: Month): [string, number][] {
  const mails = rounds * people * 12
  const requests = rounds * agencies * 5 * 400 + people * 200
  const scheduledRuns = 2 * minutes + minutes / 15
  const gbSeconds = scheduledRuns * 0.5 * 0.3 + requests * 1.77 * 0.15
  const reads = scheduledRuns * 12 + requests * 8
  const writes = minutes + requests + mails * 8
  const storedGb = 0.05 * Math.max(1, rounds * (agencies / 17))
  return [
    [
      'schedules and API (Lambda)',
      (scheduledRuns + requests + mails) * prices.lambdaRequest + gbSeconds * prices.lambdaGbSecond,
    ],
    ['table: reads and writes', reads * prices.dynamodbReadUnit + writes * prices.dynamodbWriteUnit],
    ['table: kept and recoverable', storedGb * (prices.dynamodbGbMonth + prices.recoveryGbMonth)],
    ['gateway', requests * prices.gatewayRequest],
    ['site (CloudFront)', requests * prices.cloudfrontRequest + requests * 0.00002 * prices.cloudfrontGb],
    ['mails (SES)', mails * prices.mail],
    ['keys and secrets', 2 * prices.secretMonth + prices.kmsKeyMonth],
    ['alarms', 34 * prices.alarmMonth],
    ['logs', (scheduledRuns + requests) * 1e-6 * prices.logGb],
  ]
}

const month = monthOf(process.argv.slice(2))
const lines = linesOf(month)
console.log(
  `A month with ${month.agencies} agencies, ${month.people} people, ${month.rounds} round(s), in US dollars, by prices\nwritten down on ${pricesWrittenDown} (compare with AWS's price pages):`,
)
for (const [what, dollars] of lines) console.log(`  ${what.padEnd(30)} ${dollars.toFixed(2).padStart(7)}`)
console.log(
  `  ${'together'.padEnd(30)} ${lines
    .reduce((sum, [, dollars]) => sum + dollars, 0)
    .toFixed(2)
    .padStart(7)}`,
)
