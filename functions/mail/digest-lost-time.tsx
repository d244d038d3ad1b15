/** An outage over the final instant, with the way to give the time back. */
import type { Language } from '../schema/wording.ts'
import type { Digest } from './digest-words.ts'
import { colours } from './look.ts'
import { Note } from './parts.tsx'

type Lost = NonNullable<Digest['lostTime']>

const words: Record<Language, { said: (lost: Lost) => string; link: (lost: Lost) => string }> = {
  id: {
    said: ({ from, until, hours }) =>
      `Sistem tidak berjalan dari ${from} sampai ${until}, melewati batas akhir: ${hours} jam terakhir tidak dapat dipakai untuk mengirim. Anda yang memutuskan apakah waktu itu diganti.`,
    link: ({ closes }) => `Buka kembali sampai ${closes}`,
  },
  en: {
    said: ({ from, until, hours }) =>
      `The system was down from ${from} until ${until}, over the final deadline: nobody could submit in the last ${hours === 1 ? 'hour' : `${hours} hours`}. Whether that time is given back is your decision.`,
    link: ({ closes }) => `Re-open until ${closes}`,
  },
}

export function LostTime({ content: { lostTime }, language }: { content: Digest; language: Language }) {
  if (lostTime === undefined) return null
  const say = words[language]
  return (
    <Note>
      {say.said(lostTime)}{' '}
      <a class="k" href={lostTime.url} style={`font-weight:bold;color:${colours.action}`}>
        {say.link(lostTime)}
      </a>
    </Note>
  )
}

export function lostTimeText({ lostTime }: Digest, language: Language): string {
  if (lostTime === undefined) return ''
  const say = words[language]
  return `${say.said(lostTime)}\n${say.link(lostTime)}: ${lostTime.url}`
}
