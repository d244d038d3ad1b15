/** The API: every request under `/api`, as API Gateway brings it. */
import { handle } from 'hono/aws-lambda'
import { createApp } from '../http/app.ts'
import { apiDeps } from './api-deps.ts'

export const handler = handle(createApp(apiDeps))
