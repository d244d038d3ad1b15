import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Sixteen hex digits that change with any file's name, size or time among `names` (files or folders in `root`), and with `root`: a bundle has its path in it. */
export function fingerprintOf(root, names) {
  const hash = createHash('sha256').update(root)
  for (const name of names) {
    const path = join(root, name)
    const files = statSync(path).isDirectory() ? readdirSync(path, { recursive: true }).sort() : ['']
    for (const file of files) {
      const { size, mtimeMs } = statSync(join(path, file))
      hash.update(`${name}/${file} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex').slice(0, 16)
}
