/** Keys of the forms that regions publish. */
import { four, join } from './key-parts.ts'

/** A partition a form, an item a version; and each region's signposts. */
export const formKeys = {
  partition: (region: string, id: string) => join('FORM', region, id),
  /** Where older releases put them, those of all regions together. */
  shared: (id: string) => join('FORM', id),
  version: (version: number) => four(version),
  ofRegion: (region: string) => join('FORMS', region),
}
