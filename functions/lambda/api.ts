/** The API: every request under `/api`, as API Gateway brings it. */
import { defaultIsContentTypeBinary, handle } from 'hono/aws-lambda'
import type { Api } from '../http/app.ts'
import { createOpeningApp } from '../http/rooms.ts'
import { apiDeps } from './api-deps.ts'

/** As bytes: read as text, a CSV would lose the mark at its beginning by which Excel knows UTF-8. */
const isContentTypeBinary = (type: string) => defaultIsContentTypeBinary(type) || type.startsWith('text/csv')

export const handler = handle(createOpeningApp(apiDeps) as Api, { isContentTypeBinary })
