/** What everybody is told, also before signing in: what is kept about persons and for how long, and whom to call. */
import { cleanup, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PrivacyPage } from '../../web/privacy/privacy-page.tsx'
import { RoundDates } from '../../web/settings/round-dates.tsx'
import { SignInPage } from '../../web/sign-in/sign-in-page.tsx'
import { until } from './fixtures/until.ts'

const line = (region: string, retentionYears: number) => ({
  region,
  name: { id: `Kota ${region}`, en: `City of ${region}` },
  replyTo: `bantuan@${region}.example`,
  helpPhone: '0380 821-234',
  retentionYears,
})
let regions: object[]

beforeEach(() => {
  regions = [line('kupang', 2)]
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ regions })))
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('the page says how long each region keeps personal data, and whom to ask', async () => {
  regions = [line('kupang', 2), line('ende', 5)]
  const { container } = render(<PrivacyPage />)
  await until(() => screen.getByText('Kota ende'))
  const said = [...container.querySelectorAll('li')].map(({ textContent }) => textContent)
  expect(said).toContain('Kota kupang: bantuan@kupang.example, 0380 821-234; disimpan selama (tahun): 2')
  expect(said).toContain('Kota ende: bantuan@ende.example, 0380 821-234; disimpan selama (tahun): 5')
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(4)
})

it('the sign-in page names the telephone, ready to be dialled', async () => {
  render(
    <LocationProvider>
      <SignInPage />
    </LocationProvider>,
  )
  await until(() => screen.getByRole('link', { name: '0380 821-234' }))
  const phone = screen.getByRole('link', { name: '0380 821-234' })
  expect(phone.getAttribute('href')).toBe('tel:0380821234')
})

it('a round of more than 120 days is asked about, and a shorter one is not', () => {
  const saving = { error: () => undefined } as never
  const plan = { opensOn: '2026-02-10', opensAtTime: '09:00', targetOn: '2026-02-13', closesOn: '2026-06-10' }
  const { rerender } = render(<RoundDates plan={plan} saving={saving} change={() => undefined} />)
  expect(screen.queryByText(/berlangsung/)).toBeNull()
  rerender(<RoundDates plan={{ ...plan, closesOn: '2027-02-17' }} saving={saving} change={() => undefined} />)
  expect(screen.getByText(/Putaran ini berlangsung 372 hari/)).toBeDefined()
})
