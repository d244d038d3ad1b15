/** Next year's holidays are not all in the calendar. */
import type { Template, Words } from './mail-parts.ts'
import { Paragraph } from './parts.tsx'

const words: Words<{
  subject: (year: string) => string
  heading: (year: string) => string
  greeting: (person: string) => string
  lead: (year: string) => string
  todo: string
  action: string
  why: (year: string) => string
}> = {
  id: {
    subject: (year) => `Hari libur ${year} belum lengkap di kalender kerja`,
    heading: (year) => `Kalender kerja belum memuat semua hari libur ${year}`,
    greeting: (person) => `Yth. ${person},`,
    lead: (year) =>
      `Hari libur nasional dan cuti bersama ${year} yang belum diisi dihitung sebagai hari kerja: pengingat dan sisa hari kerja menjadi keliru.`,
    todo: 'Masukkan hari-hari itu menurut keputusan bersama tiga menteri, beserta hari libur daerah Anda.',
    action: 'Buka kalender kerja',
    why: (year) => `Anda koordinator dan hari libur ${year} belum lengkap`,
  },
  en: {
    subject: (year) => `The holidays of ${year} are not all in the working calendar yet`,
    heading: (year) => `The working calendar lacks holidays of ${year}`,
    greeting: (person) => `Dear ${person},`,
    lead: (year) =>
      `National holidays and joint leave of ${year} that are not entered count as working days: reminders and the working days left would be wrong.`,
    todo: 'Enter them by the joint decree of the three ministers, with the days of your own region.',
    action: 'Open the working calendar',
    why: (year) => `you coordinate and the holidays of ${year} are not all entered`,
  },
}

export const holidaysMissing: Template<'holidays-missing'> = ({ person, year, url }, language) => {
  const say = words[language]
  const sentences = [say.greeting(person), say.lead(year), say.todo]
  return {
    subject: say.subject(year),
    preheader: say.todo,
    heading: say.heading(year),
    lead: sentences.map((sentence) => <Paragraph>{sentence}</Paragraph>),
    action: { label: say.action, url },
    text: sentences,
    why: say.why(year),
  }
}
