/**
 * One function as Lambda runs it: a fresh Node with the bundle and the variables that it was given, and nothing of this repository.
 * Its clock is set with each event.
 */
const RealDate = Date
let shift = 0

globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + shift)
    else super(...given)
  }
  static now() {
    return RealDate.now() + shift
  }
}

const door = await import(process.argv[2])

process.on('message', async ({ id, event, at, seconds }) => {
  shift = at - RealDate.now()
  const ends = performance.now() + seconds * 1_000
  const context = {
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    awsRequestId: id,
    getRemainingTimeInMillis: () => Math.max(0, ends - performance.now()),
  }
  try {
    process.send({ id, answer: (await door.handler(event, context)) ?? null })
  } catch (error) {
    process.send({ id, error: { errorType: error.name, errorMessage: String(error.stack) } })
  }
})
process.send('ready')
