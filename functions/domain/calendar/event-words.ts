/** What a calendar's reader is told about a date: what ends, at what hour and in which zone, and what falls on a holiday. */

import { formatDay, formatDeadline } from '../../rules/moments.ts'
import { holidayOn, isWorkingDay, lastWorkingDayOnOrBefore } from '../../rules/working-days.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type { Milestone } from '../../schema/milestone.ts'
import type { Agency } from '../../schema/region.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import type { RegionFacts } from '../region/regions.ts'

type EventWords = { title: Wording; text: Wording }
/** `at`: the exclusive closing instant; that of a window closed early is not the end of its day. */
type About = { on: LocalDate; at: Date; title: Wording; region: RegionFacts; agency: Agency | undefined }

/** `left`: forms in scope that are not accepted yet; `shared`: how many of the agencies have these dates, unless all. */
type AboutLimit = About & { left: number; shared: { sharing: number; of: number } | undefined }

export function limitWords(kind: 'target' | 'final', about: AboutLimit): EventWords {
  const { on, title, left, shared, region, agency } = about
  const whose = agency === undefined ? '' : ` (${agency.shortName})`
  const name =
    kind === 'target'
      ? { id: 'Target penyelesaian', en: 'Target date' }
      : { id: 'Batas akhir pengisian', en: 'Final deadline' }
  return {
    title: both((language) => `${name[language]}${whose}: ${title[language]}`),
    text: lines([
      deadlineLine(name, about),
      holidayLine(on, about),
      shared && {
        id: `Berlaku untuk ${shared.sharing} dari ${shared.of} perangkat daerah.`,
        en: `For ${shared.sharing} of ${shared.of} agencies.`,
      },
      { id: `${left} formulir belum disetujui.`, en: `${left} form${left === 1 ? '' : 's'} not accepted yet.` },
      helpLine(region),
    ]),
  }
}

export function correctionWords(about: About & { form: Wording }): EventWords {
  const { on, title, form, region, agency } = about
  const name = { id: 'Batas perbaikan', en: 'Corrections due' }
  return {
    title: both((language) => `${name[language]} (${agency?.shortName}): ${form[language]}`),
    text: lines([deadlineLine(name, about), holidayLine(on, about), title, helpLine(region)]),
  }
}

export function meetingWords({ kind, agencyId, note }: Milestone, about: Pick<About, 'title' | 'region'>): EventWords {
  const place = about.region.agencies.find(({ id }) => id === agencyId)?.name ?? { id: agencyId, en: agencyId }
  const name =
    kind === 'musrenbang'
      ? { id: 'Musrenbang', en: 'Development planning meeting (Musrenbang)' }
      : { id: 'Pra Musrenbang Tematik Stunting', en: 'Stunting pre-planning meeting (Pra Musrenbang)' }
  return {
    title: both((language) => `${name[language]} ${place[language]}`),
    text: lines([
      {
        id: `Data yang dipakai: ${about.title.id}.`,
        en: `Data used: ${about.title.en}.`,
      },
      note,
    ]),
  }
}

/** `Target penyelesaian: Jumat, 13 Februari 2026 pukul 23.59 WITA.` */
function deadlineLine(name: Wording, { at, region }: About): Wording {
  return both((language) => `${name[language]}: ${formatDeadline(at, region.settings, language)}.`)
}

function holidayLine(on: LocalDate, { region, agency }: About): Wording | undefined {
  const week = agency?.workingWeek ?? 5
  if (isWorkingDay(on, region.calendar, week)) return undefined
  const last = lastWorkingDayOnOrBefore(on, region.calendar, week)
  const holiday = holidayOn(on, region.calendar)?.name
  return {
    id: `Hari itu libur${holiday ? ` (${holiday.id})` : ''}; hari kerja terakhir sebelumnya ${formatDay(last, 'id')}.`,
    en: `It is not a working day${holiday ? ` (${holiday.en})` : ''}; the last working day before it is ${formatDay(last, 'en')}.`,
  }
}

function helpLine({ settings }: RegionFacts): Wording | undefined {
  if (settings.helpPhone === '') return undefined
  return { id: `Bantuan: ${settings.helpPhone}`, en: `Help: ${settings.helpPhone}` }
}

function both(say: (language: Language) => string): Wording {
  return { id: say('id'), en: say('en') }
}

function lines(parts: readonly (Wording | undefined)[]): Wording {
  const said = parts.filter((part) => part !== undefined)
  return both((language) => said.map((part) => part[language]).join('\n'))
}
