/** Proves that mails of this region arrive. */
import type { Template, Words } from './mail-parts.ts'
import { Facts, Paragraph } from './parts.tsx'

const words: Words<{
  subject: (region: string) => string
  heading: string
  greeting: (person: string) => string
  lead: (region: string) => string
  reply: string
  time: string
  action: string
  why: string
}> = {
  id: {
    subject: (region) => `Surel uji Lengkap untuk ${region}`,
    heading: 'Surel dari Lengkap sampai kepada Anda',
    greeting: (person) => `Yth. ${person},`,
    lead: (region) => `Surel ini membuktikan bahwa surel dari ${region} sampai di kotak masuk ini.`,
    reply: 'Coba juga balas surel ini: balasannya harus sampai di surel bantuan daerah Anda.',
    time: 'Diminta pada',
    action: 'Lihat kabar pengirimannya',
    why: 'Anda meminta surel uji ini',
  },
  en: {
    subject: (region) => `Test mail of Lengkap for ${region}`,
    heading: 'Mails from Lengkap reach you',
    greeting: (person) => `Dear ${person},`,
    lead: (region) => `This mail proves that mails of ${region} arrive in this mailbox.`,
    reply: 'Answer it too: the answer must arrive at the help address of your region.',
    time: 'Asked for',
    action: 'See its delivery',
    why: 'you asked for this test mail',
  },
}

export const testMail: Template<'test-mail'> = ({ person, region, at, url }, language) => {
  const say = words[language]
  const facts = [{ label: say.time, value: at }]
  const sentences = [say.greeting(person), say.lead(region), say.reply]
  return {
    subject: say.subject(region),
    preheader: say.reply,
    heading: say.heading,
    lead: (
      <>
        {sentences.map((sentence) => (
          <Paragraph>{sentence}</Paragraph>
        ))}
        <Facts facts={facts} />
      </>
    ),
    action: { label: say.action, url },
    text: [...sentences, `${say.time}: ${at}`],
    why: say.why,
  }
}
