/** Each quarter of an hour: looks for what is probably wrong in the latest submissions of every open round. */
import { check } from '../jobs/check.ts'
import { jobEventSchema } from '../jobs/job-event.ts'
import type { Answers } from '../schema/answers.ts'
import { budgets, forms, regions, rounds, tell } from './deps.ts'

const ports = { regions, rounds, forms, budgets, bodies: new Map<string, Answers>() }

export const handler = async (event: unknown) => tell('check', await check(ports, jobEventSchema.parse(event)))
