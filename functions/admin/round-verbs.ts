/** What a round has brought, as one workbook; and what the operator's smoke test asks. */
import * as z from 'zod'
import { roundSheets } from '../domain/results/round-results.ts'
import { regionIdSchema, roundIdSchema } from '../schema/ids.ts'
import { type Verb, verb } from './verb.ts'

const exportSchema = z.object({ region: regionIdSchema, round: roundIdSchema, language: z.enum(['id', 'en']) })

export const roundVerbs: Readonly<Record<string, Verb>> = {
  'round.export': verb(exportSchema, async ({ now, ports }, { region, round, language }) => {
    const content = await roundSheets(now, { ...ports, reader: 'system' }, { region, round }, language)
    const workbook = await ports.results.workbook(now, content, language)
    return { base64: Buffer.from(workbook).toString('base64'), sheets: content.sheets.length }
  }),
  'system.about': verb(z.object({}), async ({ ports }) => ({
    siteUrl: ports.siteUrl,
    epoch: ports.held.epoch,
    regions: (await ports.regions.list()).length,
  })),
}
