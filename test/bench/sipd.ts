/**
 * `npm run bench:sipd`: a made-up Rekap Ver4 of 14,600 rows and a report of spending of 4 MB that is stored without compression, both read by
 * the page of the running system in Chromium. Processor time is that of the page's process with all its threads, times four for a
 * processor a quarter as fast (Chromium slows a page's main thread, never its workers); memory is the most that the process held. Fails
 * when a bar is passed.
 */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../browser/chromium.ts'
import { openWindow, signIn } from '../browser/people.ts'
import { startRehearsal } from '../journeys/running-system.ts'
import { type Cell, type Rows, rekap5, rekapRow, xlsx } from '../workbook/sipd/sample-files.ts'

const slowdown = 4
const bars = { seconds: 5, megabytes: 300 }
const ticksPerSecond = 100

/** As Ver4 of a small regency: 66 units, 1,280 pairs with money, a package's name on each line. */
function rekap4(): Rows {
  const labels = rekap5.map((label) => label.replace('PAKET/KELOMPOK', 'STANDAR HARGA'))
  const rows = Array.from({ length: 14_600 }, (_, at) => {
    const unit = `1.02.0.00.0.00.01.${String(at % 66).padStart(4, '0')}`
    const code = `1.0${1 + (at % 7)}.02.2.02.${String(at % 900).padStart(4, '0')}`
    const name = `Pengelolaan Pelayanan Kesehatan bagi Kelompok Sasaran Nomor ${at % 900}`
    const line = {
      unit,
      unitName: `UNIT ${at % 66}`,
      code,
      name,
      package: `Belanja barang contoh ukuran ${at} untuk kegiatan`,
    }
    return rekapRow({ ...line, pagu: 10_000 + at }, at)
  })
  return [labels, ...rows]
}

/** As Penatausahaan of 2026: 45 columns, header in row 5, names and NIP on each line; as many rows as make four megabytes. */
function spending(): Rows {
  const labels = [
    'Kode SKPD,Nama SKPD,Kode Sub SKPD,Nama Sub SKPD,Kode Fungsi,Nama Fungsi,Kode Sub Fungsi,Nama Sub Fungsi,Kode Urusan,Nama Urusan',
    'Kode Bidang Urusan,Nama Bidang Urusan,Kode Program,Nama Program,Kode Kegiatan,Nama Kegiatan,Kode Sub Kegiatan,Nama Sub Kegiatan',
    'Kode Rekening,Nama Rekening,Nomor Dokumen,Jenis Dokumen,Jenis Transaksi,Nomor DPT,Tanggal Dokumen,Keterangan Dokumen',
    'Nilai Realisasi,Nilai Setoran,NIP Pegawai,Nama Pegawai,Tanggal Simpan,Nomor SPD,Periode SPD,Nilai SPD,Tahapan SPD',
    'Nama Sub Tahapan Jadwal,Tahapan APBD,Nomor SPP,Tanggal SPP,Nomor SPM,Tanggal SPM,Nomor SP2D,Tanggal SP2D,Tanggal Transfer,Nilai SP2D',
  ]
    .join()
    .split(',')
  const row = (at: number): Cell[] =>
    labels.map((label) => {
      if (/^Nilai/.test(label)) return label === 'Nilai Setoran' ? 0 : 100_000 + at
      if (label === 'Kode Sub Kegiatan') return `1.02.02.2.02.${String(at % 300).padStart(4, '0')}`
      if (/^Kode S/.test(label)) return '1.02.0.00.0.00.01.0000'
      return `${label} nomor ${at} dari dokumen contoh yang dibuat-buat`
    })
  const rows = Array.from({ length: 900 }, (_, at) => row(at))
  return [['LAPORAN REALISASI PER DOKUMEN'], ['KOTA CONTOH'], ['TAHUN 2026'], [], labels, ...rows]
}

type Process = { readonly id: number; readonly seconds: number }

async function renderers(browser: Browser): Promise<Process[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      const fields = readFileSync(`/proc/${id}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return { id, seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond }
    })
}

const peakOf = (id: number) =>
  Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1_024

type Read = { readonly rows: string; readonly clock: number; readonly cpu: number; readonly peak: number }

/** From the choice of the file until the page tells what it holds. */
async function read(page: Page, file: string): Promise<Read> {
  const browser = page.context().browser() as Browser
  await page.reload()
  const input = page.getByLabel('Pilih berkas SIPD')
  await input.waitFor({ state: 'attached' })
  const before = await renderers(browser)
  // The peak is counted from here.
  for (const { id } of before) writeFileSync(`/proc/${id}/clear_refs`, '5')
  const start = performance.now()
  await input.setInputFiles(file)
  await page.getByRole('heading', { name: /^Isi berkas/ }).waitFor({ timeout: 120_000 })
  const clock = (performance.now() - start) / 1_000
  const grown = (await renderers(browser)).map(({ id, seconds }) => ({
    id,
    cpu: seconds - (before.find((each) => each.id === id)?.seconds ?? 0),
  }))
  const [busiest] = grown.sort((a, b) => b.cpu - a.cpu)
  const rows = (await page.locator('dt:has-text("Baris dibaca") + dd').textContent()) ?? ''
  return { rows, clock, cpu: busiest?.cpu ?? 0, peak: peakOf(busiest?.id ?? 0) }
}

const folder = mkdtempSync(join(tmpdir(), 'bench-sipd-'))
const system = await startRehearsal()
const browser = await launchBrowser()
try {
  const page = await openWindow(browser)
  await signIn(page, system, 'koordinator@bappeda.example')
  await page.goto(`${system.siteUrl}/pengaturan/sipd`)
  const files = [
    ['Rekap Ver4, 14,600 rows', 'rekap.xlsx', xlsx(rekap4())],
    ['Realisasi 2026, stored without compression', 'realisasi.xlsx', xlsx(spending(), { stored: true })],
  ] as const
  for (const [what, name, bytes] of files) {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    const runs: Read[] = []
    for (let run = 0; run < 3; run += 1) runs.push(await read(page, file))
    const [median] = runs.sort((a, b) => a.cpu - b.cpu).slice(1)
    if (median === undefined) throw new Error('nothing was read')
    const slow = median.cpu * slowdown
    console.log(
      `${what} (${(statSync(file).size / 1_048_576).toFixed(1)} MB, ${median.rows} rows): ${median.cpu.toFixed(2)} s of processor, ${slow.toFixed(1)} s at a quarter (bar ${bars.seconds}); ${median.clock.toFixed(2)} s by the clock; at most ${median.peak.toFixed(0)} MB (bar ${bars.megabytes})`,
    )
    if (slow > bars.seconds || median.peak > bars.megabytes) process.exitCode = 1
  }
} finally {
  await browser.close()
  await system.close()
  rmSync(folder, { recursive: true, force: true })
}
