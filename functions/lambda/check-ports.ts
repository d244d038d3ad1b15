/** What checking a region needs; bodies are kept from run to run of a warm function. */
import { keptBodies } from '../jobs/check/kept-bodies.ts'
import type { CheckPorts } from '../jobs/check.ts'
import { budgets, forms, regions, rounds } from './deps.ts'

export const checkPorts: CheckPorts = { regions, rounds, forms, budgets, bodies: keptBodies() }
