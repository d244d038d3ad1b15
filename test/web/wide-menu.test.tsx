/** The menu of those who see the whole region never leads, unasked, out of the round that is shown. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ListedRound } from '../../web/api/rounds.ts'
import { addressIn, menuEntryOf, roundIn, roundPlaces } from '../../web/shell/round-places.ts'
import { shownRound } from '../../web/shell/shown-round.ts'
import { WideMenu } from '../../web/shell/wide-menu.tsx'
import { roundView, signInAs } from './fixtures/desk.ts'

const { round } = roundView(['dinsos'])
const listed = (id: string, stage: ListedRound['stage']): ListedRound => ({
  ...round,
  id,
  title: { id: `Putaran ${id}`, en: `Round ${id}` },
  stage,
  lastClosesOn: round.closesOn,
})

beforeEach(() => signInAs('coordinator'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  shownRound.value = undefined
  history.replaceState(null, '', '/')
})

async function open(address: string, rounds: readonly ListedRound[]): Promise<void> {
  history.replaceState(null, '', address)
  vi.stubGlobal('fetch', async () => Response.json({ rounds }))
  render(
    <LocationProvider>
      <WideMenu coordinator />
    </LocationProvider>,
  )
  await screen.findByRole('link', { name: 'Reviu' })
}
const leadsTo = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

describe('with two rounds', () => {
  const both = [listed('baru', 'open'), listed('lama', 'open')]

  it('stays in the older one from its board, from a page of its forms, and from a page about no round', async () => {
    for (const address of ['/rekap?putaran=lama', '/putaran/lama/dinsos/3a/kiriman/1', '/pengaturan/putaran/lama']) {
      await open(address, both)
      await waitFor(() => expect(leadsTo('Reviu')).toBe('/reviu?putaran=lama'))
      expect(leadsTo('Jendela')).toBe('/rekap/jendela?putaran=lama')
      expect(leadsTo('Pengaturan')).toBe('/pengaturan?putaran=lama')
      cleanup()
    }
    shownRound.value = listed('lama', 'open')
    await open('/kalender', both)
    expect(leadsTo('Rekap kelengkapan')).toBe('/rekap?putaran=lama')
  })

  it('leads from a rehearsal to its captured mails, which stand in no ledger', async () => {
    await open('/rekap?putaran=latihan-lama-1', both)
    await waitFor(() => expect(leadsTo('Reviu')).toBe('/reviu?putaran=latihan-lama-1'))
    expect(leadsTo('Surel')).toBe('/latihan/latihan-lama-1')
    expect(leadsTo('Kalender')).toBe('/kalender')
  })

  it('names the other one with its stage, and leads to the same page there', async () => {
    await open('/surat/rencana?putaran=lama', both)
    const name = await screen.findByText(/Pilih putaran/)
    const list = name.closest('details') as HTMLDetailsElement
    list.open = true
    fireEvent(list, new Event('toggle'))
    const other = await screen.findByText('Putaran baru')
    expect(other.getAttribute('href')).toBe('/surat?putaran=baru')
    expect(other.closest('li')?.textContent).toBe('Putaran baru (sedang berjalan)')
    expect(screen.queryByText('Putaran lama')).toBeNull()
  })
})

it('with one round has plain addresses and no way to another', async () => {
  shownRound.value = listed('satu', 'open')
  await open('/rekap', [listed('satu', 'open')])
  await waitFor(() => expect(leadsTo('Surel')).toBe('/surat'))
  expect(screen.queryByText(/Pilih putaran/)).toBeNull()
})

it('a page belongs to the nearest place of the menu', () => {
  expect(menuEntryOf('/rekap/jendela')).toBe('/rekap/jendela')
  expect(menuEntryOf('/surat/rencana')).toBe('/surat')
  expect(menuEntryOf('/hasil/kecamatan/kec-alak')).toBe('/hasil')
  expect(menuEntryOf('/saya')).toBeUndefined()
  expect(roundIn('/latihan/latihan-a-1')).toBe('latihan-a-1')
  expect(roundPlaces.filter(({ ofRound }) => ofRound).map((place) => addressIn('a', place, 'a'))).not.toContain(
    '/rekap?putaran=a',
  )
})
