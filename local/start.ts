/** `npm start`: the whole system on one machine, with the addresses to open and how to sign in. */
import { formatDayAndTime } from '../functions/rules/moments.ts'
import { buildSite } from './build-site.ts'
import { readSettings, SettingsError } from './settings.ts'
import { type System, startSystem } from './system.ts'

function greet(system: System): void {
  const now = formatDayAndTime(system.clock.now(), system.place, 'id')
  console.log(`
Lengkap berjalan. / Lengkap is running.

  Halaman / page     ${system.siteUrl}
  Kotak surat / inbox  ${system.inboxUrl}
  DynamoDB           ${system.dynamodbEndpoint}

  ${system.clock.kind === 'rehearsal' ? 'Jam latihan / rehearsal clock' : 'Jam / clock'}: ${now}

  Masuk / sign in: buka halaman, isi salah satu alamat berikut, lalu ambil kodenya di kotak surat.
    koordinator@bappeda.example     Bappeda, koordinator / coordinator
    operator@perikanan.example      Dinas Perikanan, operator
    operator@kec-alak.example       Kecamatan Alak, operator
    kepala@dinsos.example           Dinas Sosial, kepala / head
    viewer@bappeda.example          pembaca / viewer

  Ctrl-C menghentikan; data tetap ada di DATA_DIR. / Ctrl-C stops; DATA_DIR keeps the data.
`)
}

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  const [system] = await Promise.all([startSystem(settings), buildSite()])
  greet(system)
  const stop = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop)
    system.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error('stop:', error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
} catch (error) {
  console.error(error instanceof SettingsError ? `Lengkap: ${error.message}` : error)
  process.exit(1)
}
