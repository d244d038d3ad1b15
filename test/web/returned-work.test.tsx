/** Returned work: every comment leads to its cell, and is answered with a click. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ReviewView } from '../../functions/schema/requests.ts'
import { HeaderFields } from '../../web/form/header-fields.tsx'
import { createReplies, latestReplies } from '../../web/form/review/replies.ts'
import { ReturnedPanel } from '../../web/form/review/returned-panel.tsx'
import { openForm, playServer, work } from './fixtures/opened-form.tsx'
import { until } from './fixtures/until.ts'

const review: ReviewView = {
  at: '2026-02-12T01:00:00.000Z',
  by: 'koordinator',
  byName: 'Yohana',
  agencyId: 'dinsos',
  formId: 'uji',
  revision: 1,
  number: 1,
  decision: 'return',
  dueOn: '2026-02-20',
  comments: [
    { pointer: '/fields/nama', text: 'Tuliskan nama lengkap.' },
    { pointer: '/rows/baris/hilang/pagu', text: 'Baris ini ganda.' },
    { pointer: '', text: 'Terima kasih, tinggal sedikit.' },
  ],
}
const reply = {
  at: '2026-02-12T02:00:00.000Z',
  by: 'saya',
  agencyId: 'dinsos',
  formId: 'uji',
  revision: 1,
  review: 1,
  number: 1,
}
let server: ReturnType<typeof playServer>
let posted: unknown[]

beforeEach(() => {
  server = playServer()
  posted = []
  const draft = server.answer
  server.answer = (method, path, body, headers) => {
    if (method !== 'POST') return draft(method, path, body, headers)
    posted.push({ path, body })
    return new Response(JSON.stringify({ ...reply, ...(body as object) }), { status: 201 })
  }
  vi.stubGlobal('fetch', server.fetch)
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open() {
  const opened = await openForm()
  const replies = createReplies(work, review, [])
  opened.show(
    <>
      <ReturnedPanel replies={replies} />
      <HeaderFields />
    </>,
  )
  return within(screen.getByRole('region', { name: 'Catatan Bappeda' }))
}

it('a comment is a link that puts the focus into its field; one on a removed row says so', async () => {
  const panel = await open()
  fireEvent.click(panel.getByRole('link', { name: /Nama/ }))
  await until(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Nama/)))
  expect(panel.getAllByRole('link')).toHaveLength(1)
  expect(panel.getByText('Baris yang sudah dihapus')).toBeTruthy()
})

it('a click answers it, and the count follows', async () => {
  const panel = await open()
  expect(panel.getByText('0 dari 3 catatan dijawab')).toBeTruthy()
  fireEvent.click(panel.getByRole('button', { name: /Sudah diperbaiki: .*Nama/ }))
  expect(await panel.findByText('1 dari 3 catatan dijawab')).toBeTruthy()
  expect(posted).toEqual([
    { path: expect.stringMatching(/submissions\/1\/replies$/), body: { kind: 'fixed', review: 1, comment: 0 } },
  ])
})

it('a few words answer it too; a refusal is said and the words stay', async () => {
  const panel = await open()
  fireEvent.click(panel.getByRole('button', { name: 'Jawab: Baris yang sudah dihapus' }))
  const box = await panel.findByLabelText('Jawaban singkat')
  await until(() => expect(document.activeElement).toBe(box))
  fireEvent.input(box, { target: { value: 'Sudah kami hapus.' } })
  server.answer = () => undefined
  fireEvent.click(panel.getByRole('button', { name: 'Kirim jawaban' }))
  expect(await panel.findByRole('alert')).toBeTruthy()
  expect(panel.getByLabelText<HTMLTextAreaElement>('Jawaban singkat').value).toBe('Sudah kami hapus.')
})

it('of several answers to a comment the newest counts, and those to other decisions do not', () => {
  const replies = [
    { ...reply, comment: 0, kind: 'answer' as const, text: 'lama', byName: 'A' },
    { ...reply, comment: 0, number: 2, kind: 'fixed' as const, byName: 'B' },
    { ...reply, comment: 1, revision: 2, kind: 'fixed' as const, byName: 'C' },
    { ...reply, comment: 1, review: 2, kind: 'fixed' as const, byName: 'D' },
  ]
  expect([...latestReplies(review, replies)].map(([index, { byName }]) => [index, byName])).toEqual([[0, 'B']])
})
