/** A year whose decree is not entered says so; what is certain without it is added by one press and saved as typed days are. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, expect, it, vi } from 'vitest'
import { CalendarPage } from '../../web/settings/calendar-page.tsx'
import { calendar2026 } from '../fixtures/region.ts'
import { signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('the eight certain days of a year are added and saved, and the year is still not complete', async () => {
  signInAs('coordinator')
  const saved: { holidays: { date: string }[] }[] = []
  vi.stubGlobal('fetch', async (_path: string, { method = 'GET', body }: RequestInit = {}) => {
    if (method === 'PUT') saved.push(JSON.parse(String(body)))
    if (method !== 'GET') return new Response(JSON.stringify({ lines: [] }))
    const revisions = [{ ...calendar2026, at: '2026-02-10T02:00:00.000Z', byName: 'Rina', revision: 1 }]
    return new Response(JSON.stringify({ revisions }), { headers: { ETag: '"1"' } })
  })
  render(
    <LocationProvider>
      <CalendarPage />
    </LocationProvider>,
  )
  const thisYear = new Date().getFullYear()
  const year = String(thisYear === 2026 ? 2027 : thisYear)
  fireEvent.change(await screen.findByLabelText('Tahun'), { target: { value: year } })
  await screen.findByText(new RegExp(`Hari libur ${year} belum lengkap`))
  fireEvent.click(screen.getByRole('button', { name: 'Tambahkan 8 hari yang sudah pasti' }))
  expect(await screen.findByText('Proklamasi Kemerdekaan')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /yang sudah pasti/ })).toBeNull()
  expect(screen.getByText(new RegExp(`Hari libur ${year} belum lengkap`))).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Simpan' }))
  await until(() => expect(saved).toHaveLength(1))
  const dates = saved[0]?.holidays.map(({ date }) => date) ?? []
  expect(dates).toHaveLength(calendar2026.holidays.length + 8)
  expect(dates).toContain(`${year}-12-25`)
})
