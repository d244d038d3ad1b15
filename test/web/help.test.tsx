/** Each page has its help, in four lines and both languages; first steps are shown once, and only on the start page. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FirstSteps } from '../../web/help/first-steps.tsx'
import { HelpDoor } from '../../web/help/help-door.tsx'
import { remember, sawSteps } from '../../web/help/seen-steps.ts'
import { loadOtherPages, pages } from '../../web/shell/routes.ts'
import { help, helpFor } from '../../web/wording/help.ts'
import { signInAs } from './fixtures/desk.ts'

beforeEach(() => {
  localStorage.clear()
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})
afterEach(cleanup)

await loadOtherPages()

const addressOf = (pattern: string) => pattern.replace('/:revision?', '').replace(/:\w+/g, 'x1')

it('every page of the table has four lines, and no line is for a page that is none', () => {
  expect(Object.keys(help).sort()).toEqual(pages.value.map(({ path }) => path).sort())
})

it.each(pages.value.map(({ path }) => path))('%s is told its own lines', (path) => {
  expect(helpFor(addressOf(path))).toBe(help[path])
})

it('the "?" opens the lines of this page, and closes again', async () => {
  history.replaceState(null, '', '/tugas')
  render(
    <LocationProvider>
      <HelpDoor />
    </LocationProvider>,
  )
  fireEvent.click(screen.getByRole('button', { name: 'Bantuan halaman ini' }))
  expect(await screen.findAllByRole('listitem')).toHaveLength(4)
  fireEvent(screen.getByRole('dialog'), new Event('close'))
  expect(screen.queryByRole('dialog')).toBeNull()
})

describe('the first steps', () => {
  const open = (url: string) => {
    signInAs('operator')
    history.replaceState(null, '', url)
    render(
      <LocationProvider>
        <FirstSteps />
      </LocationProvider>,
    )
  }

  it('are three, and once read they are remembered for this role only', () => {
    open('/tugas')
    expect(screen.getAllByRole('listitem')).toHaveLength(3)
    fireEvent.click(screen.getByRole('button', { name: 'Mengerti' }))
    expect(screen.queryByRole('list')).toBeNull()
    expect([sawSteps('operator'), sawSteps('coordinator')]).toEqual([true, false])
    remember('coordinator')
    expect([sawSteps('operator'), sawSteps('coordinator')]).toEqual([true, true])
  })

  it.each(['/putaran/r1/dinsos/3a', '/tugas?x=1', '/surat/N1'])('do not stand on %s', (url) => {
    open(url)
    expect(screen.queryByRole('list')).toBeNull()
  })
})
