/**
 * The region's name, help line and look. Colours are taken only where words stay readable on them; a logo only when its own
 * bytes say that it is a small PNG or JPEG. The image is written before the settings that name it.
 */
import { createHash } from 'node:crypto'
import type { Image, RegionSettings } from '../../schema/region.ts'
import { colourSchema } from '../../schema/region.ts'
import type { SettingsRequest } from '../../schema/region-requests.ts'
import { Refused, type SettingError } from '../refusal.ts'
import { errorIf, refuseIfAny, required, wordingRequired } from '../typed-settings.ts'
import { isAddress } from './check-directory.ts'
import { contrastOf, leastContrast } from './contrast.ts'
import { readImage } from './read-image.ts'
import type { Regions } from './regions.ts'
import { numberOf, type Revise, settled } from './revise-directory.ts'

/** Refusals: `settings-invalid`, `revision-conflict`. */
export async function reviseSettings(
  now: Date,
  { regions }: { regions: Regions },
  { region, by, base, content }: Revise<SettingsRequest>,
): Promise<RegionSettings> {
  const current = (await regions.load(region))?.settings
  if (current === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const { logo: sent, colours, paper = current.paper, retentionYears = current.retentionYears, ...words } = content
  const read = sent ? imageIn(sent.data) : undefined
  refuseIfAny([...settingsErrors(content), ...(read !== undefined && 'reason' in read ? [read] : [])])
  const logo = read !== undefined && 'image' in read ? read : undefined
  if (logo !== undefined) await regions.putImage(region, logo.image, logo.bytes)
  const kept = sent === undefined ? current.logo : logo?.image
  const { logo: _logo, colours: _colours, ...rest } = current
  const settings: RegionSettings = {
    ...rest,
    ...words,
    ...(colours === undefined ? {} : { colours }),
    ...(kept === undefined ? {} : { logo: kept }),
    ...(paper === undefined ? {} : { paper }),
    ...(retentionYears === undefined ? {} : { retentionYears }),
    at: now.toISOString(),
    by,
  }
  const result = await regions.reviseSettings(settings, numberOf(base))
  return settled(result, settings, async () => (await regions.history(region, 'settings', '')).length)
}

function settingsErrors({ name, replyTo, helpPhone, colours }: SettingsRequest): SettingError[] {
  return [
    ...wordingRequired(name, '/name'),
    ...errorIf(!isAddress(replyTo), '/replyTo', 'not-an-address'),
    ...required(helpPhone, '/helpPhone'),
    ...(colours === undefined
      ? []
      : [...colourErrors(colours.band, '/colours/band'), ...colourErrors(colours.action, '/colours/action')]),
  ]
}

function colourErrors(colour: string, pointer: string): SettingError[] {
  if (!colourSchema.safeParse(colour).success) return errorIf(true, pointer, 'not-a-colour')
  const contrast = contrastOf(colour, '#ffffff')
  return errorIf(contrast < leastContrast, pointer, 'contrast-too-low', contrast.toFixed(1))
}

function imageIn(data: string): { image: Image; bytes: Uint8Array } | SettingError {
  const bytes = new Uint8Array(Buffer.from(data, 'base64'))
  const read = readImage(bytes)
  if (typeof read === 'string') return { pointer: '/logo', reason: read }
  return { image: { ...read, sha256: createHash('sha256').update(bytes).digest('hex') }, bytes }
}
