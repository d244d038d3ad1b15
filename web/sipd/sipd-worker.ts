/** Reads a file of SIPD in a thread of its own. What it answers are sums: names of persons, remarks and numbers of employees stay in the file. */
import { FileRefused } from '../../functions/workbook/sipd/file-refused.ts'
import { readSipd } from '../../functions/workbook/sipd/read-sipd.ts'
import type { Told } from './read-file.ts'

const tell = (told: Told) => self.postMessage(told)

self.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
  let last = 0
  try {
    const reading = readSipd(new Uint8Array(data), (share) => {
      if (share - last < 0.02) return
      last = share
      tell({ kind: 'progress', share })
    })
    tell({ kind: 'read', reading })
  } catch (error) {
    tell({ kind: 'refused', flaw: error instanceof FileRefused ? error.flaw : 'damaged' })
  }
}
