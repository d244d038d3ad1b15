/** Regions: which there are, and how one is made of the list of areas. */
import type { RegionCreation } from '../../functions/domain/region/create-region.ts'
import { areaSource, findRegencies, readRegency } from '../areas/read-areas.ts'
import { regencyCodeOf } from '../areas/regency-code.ts'
import { regionOfRegency } from '../areas/region-of-regency.ts'
import { type Command, needed, neededWord, OpsError, type Task } from '../command.ts'

type Listed = {
  region: string
  name: string
  zoneName: string
  closedAt: string | null
  agencies: number
  people: number
  coordinators: number
  rounds: string[]
}

export const regionList: Command = {
  name: 'region list',
  summary: 'Regions, with their agencies, people and rounds',
  usage: '',
  details: [],
  writes: false,
  async run({ admin }) {
    const regions = (await admin.ask('region.list', {})) as Listed[]
    const lines = regions.map(
      ({ region, name, zoneName, closedAt, agencies, people, coordinators, rounds }) =>
        `${region}  ${name} (${zoneName}): ${agencies} agencies, ${people} people, ${coordinators} of them coordinators, ` +
        `${rounds.length === 0 ? 'no round yet' : `rounds ${rounds.join(', ')}`}${closedAt ? `; closed since ${closedAt}` : ''}`,
    )
    const none = 'There is no region yet. Make one: npm run ops -- region create 53.02 --stage <stage>'
    return { lines: lines.length === 0 ? [none] : lines, data: regions }
  },
}

export const regionCreate: Command = {
  name: 'region create',
  summary: 'Makes a region of a regency or city, with its districts, villages, lists and holidays',
  usage: 'CODE --reply-to=ADDRESS --phone=NUMBER',
  details: [
    'CODE is the Kemendagri code of a regency or city, e.g. 53.02; a name instead of it lists what fits.',
    '--reply-to  where answers to mails go: the coordinator’s help line',
    '--phone     the help line’s telephone, printed in mails',
    `Areas: ${areaSource}. Codes are the keys: where a district has one name twice, the kind of village is added to it.`,
    'A region that is there already is left as it is.',
  ],
  writes: true,
  options: { 'reply-to': { type: 'string' }, phone: { type: 'string' } },
  async run(task) {
    const regency = await regencyOf(neededWord(task.words, 'The code of a regency', 'region create 53.02'))
    const replyTo = needed(task.options, 'reply-to', 'koordinator@bappeda.example')
    const helpPhone = needed(task.options, 'phone', '0388-21001')
    const content = regionOfRegency(regency, { replyTo, helpPhone })
    const call = task.write ? task.admin.tell : task.admin.ask
    const made = (await call('region.create', content)) as RegionCreation
    const villages = regency.districts.flatMap((district) => district.villages)
    const kinds = [...Map.groupBy(villages, ({ kind }) => kind)].map(([kind, { length }]) => `${length} ${kind}`)
    const about =
      `${made.region}: ${regency.name}, ${regency.province} (${content.settings.zoneName}), ` +
      `${regency.districts.length} districts, ${kinds.join(', ')}, ${made.holidays} days off`
    return { lines: [about, ...fateOf(made, task)], data: { ...made, source: areaSource } }
  },
}

function fateOf({ stands, region }: RegionCreation, { write }: Task): string[] {
  if (stands) return ['It is there already; nothing was changed.']
  if (!write) return ['Nothing was written. Add --yes to make it.']
  return [
    'Made. Next, somebody who coordinates it:',
    `  npm run ops -- coordinator invite ${region} --email=ADDRESS --name="NAME" --title="OFFICE" --yes`,
  ]
}

async function regencyOf(typed: string) {
  const code = regencyCodeOf(typed)
  const regency = code === undefined ? undefined : await readRegency(code)
  if (regency !== undefined) return regency
  const near = await findRegencies(typed)
  throw new OpsError(
    code === undefined ? `"${typed}" is no code of a regency` : `No regency has the code ${code}`,
    near.length > 0
      ? `Did you mean ${near.map((each) => `${each.code} (${each.name})`).join(', ')}?`
      : 'Codes have two parts, e.g. 53.02; part of a name lists what fits, e.g. region create "timor tengah"',
  )
}
