/** Dates that are possible and seldom meant are asked about in words, beside them. */
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { yearsWithout } from '../../web/controls/date-questions.tsx'
import { DateQuestions } from '../../web/settings/date-questions.tsx'
import { signInAs } from './fixtures/desk.ts'

const holidays = [{ date: '2026-02-17', kind: 'national' as const, name: { id: 'Imlek', en: 'Lunar New Year' } }]
const dates = { opensOn: '2026-12-01', opensAtTime: '09:00', targetOn: '2026-12-20', closesOn: '2027-01-15' }

beforeEach(() => {
  signInAs('coordinator')
  const body = JSON.stringify({ revisions: [{ holidays, revision: 1, at: '', byName: '' }] })
  vi.stubGlobal('fetch', async () => new Response(body))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('a year whose holidays nobody entered is named, with the way to the calendar', async () => {
  render(<DateQuestions plan={dates} />)
  expect(await screen.findByText(/Kalender 2027 belum lengkap/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Lengkapi kalender' }).getAttribute('href')).toBe('/pengaturan/kalender')
  expect(screen.queryByText(/Kalender 2026/)).toBeNull()
  expect(screen.queryByText(/Target ini sudah lewat/)).toBeNull()
})

it('a target that is past is asked about while the round may still be answered', async () => {
  render(<DateQuestions plan={{ ...dates, opensOn: '2025-01-01', targetOn: '2025-02-01', closesOn: '2099-01-01' }} />)
  expect(await screen.findByText(/Target ini sudah lewat/)).toBeTruthy()
})

it('a round of less than an hour is asked about, and one of an evening is not', async () => {
  const day = { opensOn: '2099-02-10', targetOn: '2099-02-10', closesOn: '2099-02-10' }
  render(<DateQuestions plan={{ ...day, opensAtTime: '22:30' }} />)
  expect(await screen.findByText(/Kalender 2099/)).toBeTruthy()
  expect(screen.queryByText(/menit sampai ditutup/)).toBeNull()
  cleanup()
  render(<DateQuestions plan={{ ...day, opensAtTime: '23:20' }} />)
  expect(await screen.findByText(/Hanya 40 menit sampai ditutup/)).toBeTruthy()
  cleanup()
  render(<DateQuestions plan={{ ...day, opensAtTime: '' }} />)
  expect(await screen.findByText(/Kalender 2099/)).toBeTruthy()
  expect(screen.queryByText(/menit sampai ditutup/)).toBeNull()
})

it('what is half typed asks nothing', () => {
  expect(yearsWithout(['', '2026-', '2026-02-01'], holidays)).toEqual([])
})
