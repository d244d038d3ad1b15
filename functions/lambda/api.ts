/** The API: every request under `/api`, as API Gateway brings it. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda'
import { defaultIsContentTypeBinary, handle } from 'hono/aws-lambda'
import type { Api } from '../http/app.ts'
import { packAnswer } from '../http/pack-answer.ts'
import { createOpeningApp } from '../http/rooms.ts'
import { apiDeps } from './api-deps.ts'

/** As bytes: read as text, a CSV would lose the mark at its beginning by which Excel knows UTF-8. */
const isContentTypeBinary = (type: string) => defaultIsContentTypeBinary(type) || type.startsWith('text/csv')

const answer = handle(createOpeningApp(apiDeps) as Api, { isContentTypeBinary })

export async function handler(
  event: APIGatewayProxyEventV2,
  context: Context,
): Promise<APIGatewayProxyStructuredResultV2> {
  return packAnswer(event, (await answer(event as never, context as never)) as APIGatewayProxyStructuredResultV2)
}
