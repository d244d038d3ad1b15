/**
 * What one call of DynamoDB costs the caller's processor: `npm run bench:calls`. The same GetItem 5,000 times, sixteen at once, answered by
 * a server that does nothing else, in a process of its own: by node:http alone, by the stores' client, and by the AWS SDK's; in turn, three times.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'

const [calls, atOnce, turns] = [5_000, 16, 3]
const fields = Array.from({ length: 20 }, (_, index) => [`isian${index}`, { S: `Jawaban ${index}` }])
const answer = JSON.stringify({ Item: { pk: { S: 'a' }, sk: { S: 'b' }, ...Object.fromEntries(fields) } })
const program = `const server = require('http').createServer((request, response) => request.resume().on('end', () => response.end(${JSON.stringify(answer)})))
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => console.log(server.address().port))`

const server = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
const port = Number((await once(server.stdout, 'data'))[0])
const endpoint = `http://127.0.0.1:${port}`
const input = { TableName: 'bench', Key: { pk: { S: 'a' }, sk: { S: 'b' } }, ConsistentRead: true }
const agent = new Agent({ keepAlive: true })
const own = createDynamoClient({ endpoint })
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
const sdk = new DynamoDBClient({ endpoint, region: 'ap-southeast-3', credentials })

const plain = () =>
  new Promise((resolve, reject) => {
    const call = request({ port, host: '127.0.0.1', method: 'POST', agent }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece) => {
        text += piece
      })
      response.on('end', () => resolve(JSON.parse(text)))
    })
    call.on('error', reject).end(JSON.stringify(input))
  })
const ways: Record<string, () => Promise<unknown>> = {
  'node:http alone': plain,
  'the stores’ client': () => own.call('GetItem', input),
  'the AWS SDK’s': () => sdk.send(new GetItemCommand(input)),
}

async function cost(call: () => Promise<unknown>, count: number): Promise<number> {
  let left = count
  const before = process.cpuUsage()
  const work = async () => {
    while (left-- > 0) await call()
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000 / count
}

const costs = new Map<string, number[]>()
for (let turn = 0; turn < turns; turn += 1) {
  for (const [name, call] of Object.entries(ways)) {
    await cost(call, 1_000)
    costs.set(name, [...(costs.get(name) ?? []), await cost(call, calls)])
  }
}
for (const [name, all] of costs)
  console.log(name, 'ms of processor a call:', all.map((each) => each.toFixed(3)).join(', '))
server.kill()
process.exit(0)
