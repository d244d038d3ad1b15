/** Words of the rehearsal bar. */
import type { Wording } from '../../functions/schema/wording.ts'

export const rehearsalWording = {
  title: { id: 'Mode latihan', en: 'Rehearsal' },
  clock: { id: 'Jam latihan', en: 'Rehearsal clock' },
  explain: {
    id: 'Ini sistem latihan. Tidak ada surel yang keluar dan waktunya bisa dimajukan.',
    en: 'This is a rehearsal. No mail leaves this machine, and its time can be moved.',
  },
  hour: { id: '+1 jam', en: '+1 hour' },
  day: { id: '+1 hari', en: '+1 day' },
  inbox: { id: 'Buka kotak surel latihan', en: 'Open the rehearsal inbox' },
  moveTo: { id: 'Pindah ke waktu', en: 'Move to' },
  move: { id: 'Pindahkan jam', en: 'Move clock' },
  moving: { id: 'Memindahkan jam…', en: 'Moving the clock…' },
  failed: {
    id: 'Jam tidak dapat dipindahkan. Jam latihan hanya bisa dimajukan.',
    en: 'The clock could not be moved. It can only go forward.',
  },
} satisfies Record<string, Wording>
