/** Whoever leaves an agency without an operator is told before it is saved, and after. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AgenciesPage } from '../../web/settings/agencies-page.tsx'
import { PersonPage } from '../../web/settings/person-page.tsx'
import { agency, person } from '../fixtures/region.ts'
import { until } from './fixtures/until.ts'

const agencies = [agency('dinsos'), agency('perikanan'), agency('bappeda')]
const head = person('kepala-dinsos', ['dinsos'], { role: 'verifier' })
let operator = person('op-dinsos', ['dinsos'])
let revision = 1

beforeEach(() => {
  operator = person('op-dinsos', ['dinsos'])
  revision = 1
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (init.method === 'PUT') {
      operator = { ...operator, ...JSON.parse(String(init.body)) }
      revision += 1
      return new Response('{}')
    }
    const people = [operator, head].map((each) => ({ ...each, mailbox: null }))
    if (path === '/api/directory') return new Response(JSON.stringify({ agencies, people }))
    const revisions = [{ ...operator, revision, byName: 'Rina' }]
    return new Response(JSON.stringify({ revisions }), { headers: { ETag: `"${revision}"` } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(path: string): void {
  history.replaceState(null, '', path)
  render(
    <LocationProvider>
      <Router>
        <Route path="/pengaturan/perangkat-daerah" component={AgenciesPage} />
        <Route path="/pengaturan/orang/:person" component={PersonPage} />
      </Router>
    </LocationProvider>,
  )
}
const text = () => document.body.textContent ?? ''

it('moving the only operator says so before and after saving, and nothing while one is left', async () => {
  open('/pengaturan/orang/op-dinsos')
  const other = await screen.findByLabelText<HTMLInputElement>('Perikanan')
  fireEvent.click(other)
  await until(() => expect(other.checked).toBe(true))
  expect(text()).not.toContain('tidak ada operator')
  fireEvent.click(screen.getByLabelText('Dinsos'))
  await screen.findByText(/Bila disimpan, tidak ada operator lagi: Dinsos\./)
  fireEvent.click(screen.getByRole('button', { name: 'Simpan' }))
  await screen.findByText(/Tidak ada operator: Dinsos\./)
  expect(operator.agencyIds).toEqual(['perikanan'])
})

it('putting the only operator out asks with that sentence', async () => {
  open('/pengaturan/orang/op-dinsos')
  fireEvent.click(await screen.findByRole('button', { name: 'Nonaktifkan sekarang' }))
  await screen.findByText(/Bila disimpan, tidak ada operator lagi: Dinsos\./)
})

it('the list of agencies names what each lacks, and nothing of the coordinator’s office', async () => {
  open('/pengaturan/perangkat-daerah')
  await screen.findByText('Dinas Perikanan')
  const rows = screen.getAllByRole('row').map((row) => row.textContent)
  expect(rows.find((row) => row?.includes('Dinas Perikanan'))).toContain('tidak ada operator tidak ada kepala')
  expect(rows.filter((row) => row?.includes('tidak ada'))).toHaveLength(1)
})
