/** Small images of a region, each one item under the hash of its bytes: written before the settings that name it. */
import type { Regions } from '../domain/region/regions.ts'
import { imageSchema } from '../schema/region.ts'
import { imageKeys } from './keys.ts'
import type { Table } from './table.ts'

export function createImages(table: Table): Pick<Regions, 'putImage' | 'image'> {
  return {
    putImage: async (region, { sha256, type }, bytes) => {
      await table.insertIfAbsent({ ...imageKeys.of(region, sha256), type, data: bytes })
    },
    image: async (region, sha256) => {
      const item = await table.get(imageKeys.of(region, sha256))
      if (item === undefined) return undefined
      if (!(item.data instanceof Uint8Array)) throw new Error(`Damaged image ${sha256}`)
      return { type: imageSchema.shape.type.parse(item.type), bytes: item.data }
    },
  }
}
