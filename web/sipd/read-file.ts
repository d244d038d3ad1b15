/** Hands a file to the thread that reads it, and hears what it says. */
import type { FileFlaw } from '../../functions/workbook/sipd/file-refused.ts'
import type { SipdReading } from '../../functions/workbook/sipd/take-rows.ts'

export type Told =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'read'; readonly reading: SipdReading }
  | { readonly kind: 'refused'; readonly flaw: FileFlaw }

export type ReadFile = { readonly reading: SipdReading; readonly sha256: string }
export class FileNotTaken extends Error {
  readonly flaw: FileFlaw

  constructor(flaw: FileFlaw) {
    super(flaw)
    this.flaw = flaw
  }
}

/** Beyond this a browser of 2018 has no room; no file of a city comes near. */
const mostBytes = 150 * 1024 * 1024

/** Rejects with `FileNotTaken`. */
export async function readFile(file: File, hear: (share: number) => void): Promise<ReadFile> {
  if (file.size > mostBytes) throw new FileNotTaken('too-large')
  const bytes = await bytesOf(file)
  const sha256 = hex(await crypto.subtle.digest('SHA-256', bytes))
  const { default: SipdWorker } = await import('./sipd-worker.ts?worker')
  const worker = new SipdWorker()
  try {
    const reading = await new Promise<SipdReading>((take, refuse) => {
      worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.kind === 'progress') hear(data.share)
        else if (data.kind === 'read') take(data.reading)
        else refuse(new FileNotTaken(data.flaw))
      }
      worker.onerror = () => refuse(new FileNotTaken('damaged'))
      worker.postMessage(bytes, [bytes])
    })
    return { reading, sha256 }
  } finally {
    worker.terminate()
  }
}

/** As browsers of 2018 know it. */
function bytesOf(file: File): Promise<ArrayBuffer> {
  return new Promise((take, refuse) => {
    const reader = new FileReader()
    reader.onload = () => take(reader.result as ArrayBuffer)
    reader.onerror = () => refuse(new FileNotTaken('damaged'))
    reader.readAsArrayBuffer(file)
  })
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes))
    .map((byte) => `0${byte.toString(16)}`.slice(-2))
    .join('')
}
