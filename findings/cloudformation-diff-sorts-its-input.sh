#!/usr/bin/env bash
# @aws-cdk/cloudformation-diff 2.182.0 (the comparison behind `cdk diff`): `fullDiff(currentTemplate, newTemplate)`.
# Seen: it sorts `DependsOn` within the two templates that it was given, so a caller's templates are others afterwards: two equal
# templates, one of which was compared with a third in between, are no longer deeply equal. Neither the README nor the type says that
# the arguments are changed (`currentTemplate: { [key: string]: any }`). Comparing copies avoids it.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
npm init -y >/dev/null && npm install --silent --no-audit --no-fund @aws-cdk/cloudformation-diff@2.182.0
cat > look.mjs <<'JS'
import { isDeepStrictEqual } from 'node:util'
import { fullDiff } from '@aws-cdk/cloudformation-diff'

const make = (topic) => ({
  Resources: {
    b: { Type: 'AWS::SNS::Topic', Properties: {} },
    a: { Type: 'AWS::SNS::Topic', Properties: {} },
    queue: { Type: 'AWS::SQS::Queue', DependsOn: ['b', 'a'], Properties: { QueueName: topic } },
  },
})
const [mine, same] = [make('x'), make('x')]
fullDiff(mine, make('y'))
console.log(mine.Resources.queue.DependsOn, 'equal to what it was:', isDeepStrictEqual(mine, same))
if (isDeepStrictEqual(mine, same)) throw new Error('it changes nothing now')
JS
node look.mjs && echo "as seen"
