#!/usr/bin/env bash
# dynalite 4.0.0 (npm), BatchGetItem of 60 items of 300 kB, all of which are there.
# Seen: an answer holds 4 of them and names the other 56 in UnprocessedKeys; with only those asked for again, 15 answers bring all. DynamoDB's own API
# reference (BatchGetItem) promises up to 16 MB an answer, 53 of these: two answers. Both are allowed; a reader that gives up after a few answers in
# part, as one made for 16 MB well may, loses nothing on AWS and fails here.
# Source: actions/batchGetItem.js of dynalite ends an answer at 1 MB and one item of the largest size.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund dynalite@4.0.0 @aws-sdk/client-dynamodb@3.1169.0
cat > look.mjs <<'JS'
import { BatchGetItemCommand, CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import dynalite from 'dynalite'

const server = dynalite({ createTableMs: 0 })
await new Promise((ready) => server.listen(0, '127.0.0.1', ready))
const client = new DynamoDBClient({
  endpoint: `http://127.0.0.1:${server.address().port}`,
  region: 'local',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
})
const id = { AttributeName: 'id', AttributeType: 'S' }
await client.send(new CreateTableCommand({
  TableName: 'kept',
  AttributeDefinitions: [id],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
  BillingMode: 'PAY_PER_REQUEST',
}))
const keys = Array.from({ length: 60 }, (_, n) => ({ id: { S: String(n) } }))
for (const key of keys)
  await client.send(new PutItemCommand({ TableName: 'kept', Item: { ...key, text: { S: 'x'.repeat(300_000) } } }))

const answers = []
for (let asked = { kept: { Keys: keys, ConsistentRead: true } }; asked.kept; ) {
  const { Responses, UnprocessedKeys } = await client.send(new BatchGetItemCommand({ RequestItems: asked }))
  answers.push(Responses.kept.length)
  asked = UnprocessedKeys
}
server.close()
client.destroy()
console.log(`items an answer: ${answers.join(', ')}`)
if (answers.length !== 15 || answers.some((count) => count !== 4)) throw new Error('it answers otherwise now')
JS
node look.mjs && echo "as seen"
