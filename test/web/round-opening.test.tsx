/** A draft is looked at before it is opened: forms, people and mails are shown, and only the second click opens it. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RoundOpening } from '../../web/settings/round-opening.tsx'
import { boardOf, playRound, present, roundView, signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

const recipient = { id: 'op-dinsos', name: 'Maria Ndun', title: '', email: 'm@dinsos.example' }
const mail = {
  nid: 'N'.repeat(26),
  kind: 'opening',
  dueAt: present,
  expiresAt: present,
  recipient,
  why: '',
  step: 'opening',
  byHand: false,
  again: false,
  agencyIds: ['dinsos'],
  shifted: null,
}
const form = { id: '3a', version: 1, title: { id: 'Formulir 3A', en: 'Form 3A' }, shortTitle: { id: '3A', en: '3A' } }
const opening = {
  draft: true,
  revision: 4,
  forms: [{ form, agencies: 17 }],
  people: [recipient],
  nobody: ['naker'],
  mails: [mail],
  firstAt: present,
}

beforeEach(() => {
  signInAs('coordinator')
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(status = 200) {
  const opened = vi.fn()
  const sent = playRound({
    view: roundView(['dinsos']),
    board: boardOf([], []),
    answer: ({ method, path }) => {
      if (path !== '/api/rounds/r9/opening') return undefined
      if (method === 'GET') return { body: opening }
      return status === 200
        ? { body: {} }
        : { status, body: { code: 'revision-conflict', title: 'Bentrok', detail: 'Sudah berubah.', status } }
    },
  })
  render(<RoundOpening round="r9" onOpened={opened} />)
  return { sent, opened }
}
const posts = (sent: { method: string }[]) => sent.filter(({ method }) => method === 'POST')
async function open() {
  fireEvent.click(await screen.findByRole('button', { name: 'Buka putaran' }))
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Buka putaran' }))
}

it('forms, people, who is missing and the mails of the next day stand there before anything is opened', async () => {
  const { sent } = show()
  await screen.findByText('3A (17)')
  expect(screen.getByText('Penerima surel (1)')).toBeTruthy()
  expect(screen.getByText('naker')).toBeTruthy()
  expect(screen.getByText('Surel dalam 24 jam sejak dibuka (1)')).toBeTruthy()
  expect(screen.getByText(/Pembukaan.*\(1\).*Maria Ndun/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Buka putaran' }))
  expect(posts(sent)).toHaveLength(0)
})

it('the second click opens it', async () => {
  const { sent, opened } = show()
  await open()
  await until(() => expect(opened).toHaveBeenCalled())
  expect(posts(sent)).toHaveLength(1)
})

it('a draft that a colleague changed meanwhile is not opened, and says why', async () => {
  const { opened } = show(412)
  await open()
  expect((await screen.findByRole('alert')).textContent).toContain('Sudah berubah.')
  expect(opened).not.toHaveBeenCalled()
})
