import { join } from 'node:path'

/** The folder of the repository. The bundle of `npm start` lies elsewhere; its builder writes the path of this folder in. */
export const root = join(import.meta.dirname, '..')
