/** What is typed reaches the server, or stays on the device and says so; a colleague's work is never overwritten. */
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import { ConflictPanel } from '../../web/form/draft/conflict-panel.tsx'
import { pauseMilliseconds } from '../../web/form/draft/running-session.ts'
import { signInAs } from './fixtures/desk.ts'
import { blank, openForm, playDevice, playServer, storedDraft } from './fixtures/opened-form.tsx'

let server: ReturnType<typeof playServer>
const puts = () => server.requests.filter(({ method }) => method === 'PUT')
const pause = () => vi.advanceTimersByTimeAsync(pauseMilliseconds + 10)
const nama = { field: 'nama' }
const named = (value: string): Answers => ({ fields: { nama: value }, rows: { baris: [] } })

function play(start?: Answers): void {
  server = playServer(start)
  vi.stubGlobal('fetch', server.fetch)
}

beforeEach(() => {
  vi.useFakeTimers()
  play()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('autosave', () => {
  it('many keystrokes become one save after a pause, and its time is known', async () => {
    const { model, session } = await openForm()
    for (const text of ['Y', 'Yo', 'Yohana']) model.set(nama, text)
    expect(session.status.value.kind).toBe('waiting')
    expect(puts()).toHaveLength(0)
    await pause()
    expect(puts()).toHaveLength(1)
    expect(server.draft().answers.fields.nama).toBe('Yohana')
    expect(session.status.value).toEqual({ kind: 'saved', at: '2026-02-10T01:41:00.000Z' })
  })

  it('leaving the page saves at once', async () => {
    const { model, session } = await openForm()
    model.set(nama, 'Yohana')
    await session.flush(true)
    expect(server.draft().answers.fields.nama).toBe('Yohana')
  })

  it('what is typed while a save runs is saved next', async () => {
    const { model, session } = await openForm()
    model.set(nama, 'A')
    const saving = session.flush()
    model.set(nama, 'AB')
    await saving
    await pause()
    expect(server.draft().answers.fields.nama).toBe('AB')
    expect(session.status.value.kind).toBe('saved')
  })
})

describe('without a connection', () => {
  it('the work stays on the device, says so, and is sent when the connection is back', async () => {
    const { model, session, device } = await openForm()
    const answer = server.answer
    server.answer = () => undefined
    model.set(nama, 'Yohana')
    await pause()
    expect(session.status.value).toEqual({ kind: 'device-only' })
    expect(device.copies().at(-1)?.answers.fields.nama).toBe('Yohana')
    server.answer = answer
    await vi.advanceTimersByTimeAsync(16_000)
    expect(server.draft().answers.fields.nama).toBe('Yohana')
    expect(session.status.value.kind).toBe('saved')
    await vi.advanceTimersByTimeAsync(300)
    expect(device.copies().at(-1)?.stored.draft.answers.fields.nama).toBe('Yohana')
  })

  it('a save whose answer was lost is recognised as one’s own, not as a colleague’s', async () => {
    const { model, session } = await openForm()
    const answer = server.answer
    server.answer = (...request) => {
      answer(...request)
      return undefined
    }
    model.set(nama, 'Yohana')
    await pause()
    expect(session.status.value).toEqual({ kind: 'device-only' })
    server.answer = answer
    model.set(nama, 'Yohana T.')
    await vi.advanceTimersByTimeAsync(20_000)
    expect(session.status.value.kind).toBe('saved')
    expect(session.mergedWith.value).toBeUndefined()
    expect(server.draft().answers.fields.nama).toBe('Yohana T.')
  })

  it('a page opened again goes on from the device copy and saves it', async () => {
    const copy = { stored: storedDraft(blank), answers: named('dari perangkat') }
    const { session } = await openForm(playDevice(copy))
    expect(session.answers.value.fields.nama).toBe('dari perangkat')
    await pause()
    expect(server.draft().answers.fields.nama).toBe('dari perangkat')
  })

  it('a page opened again without a connection shows the device copy, and saves it when the connection is back', async () => {
    const answer = server.answer
    const { model, device } = await openForm()
    server.answer = () => undefined
    model.set(nama, 'Yohana')
    await vi.advanceTimersByTimeAsync(400)
    const { session } = await openForm(device)
    expect(session.answers.value.fields.nama).toBe('Yohana')
    await pause()
    expect(session.status.value).toEqual({ kind: 'device-only' })
    server.answer = answer
    await vi.advanceTimersByTimeAsync(16_000)
    expect(server.draft().answers.fields.nama).toBe('Yohana')
  })

  it('without a connection and without a copy the page says that nobody answers', async () => {
    server.answer = () => undefined
    await expect(openForm()).rejects.toThrow('unreachable')
  })

  it('what two windows could not save is put together by the third', async () => {
    const answer = server.answer
    const device = playDevice()
    const [one, two] = [await openForm(device), await openForm(device)]
    server.answer = () => undefined
    one.model.set(nama, 'Yohana')
    two.model.set({ field: 'ada' }, 'tidak')
    await pause()
    server.answer = answer
    one.session.stop()
    two.session.stop()
    const three = await openForm(device)
    await pause()
    expect(server.draft().answers.fields).toEqual({ nama: 'Yohana', ada: 'tidak' })
    expect(three.session.status.value.kind).toBe('saved')
  })

  it('a device that keeps no copies is said to keep none', async () => {
    const device = playDevice()
    device.refuses = true
    const { model, session } = await openForm(device)
    server.answer = () => undefined
    model.set(nama, 'Yohana')
    await pause()
    expect([session.status.value.kind, session.onDevice.value]).toEqual(['device-only', false])
  })

  it('keystrokes do not each copy the whole form to the device', async () => {
    const { model, device } = await openForm()
    const before = device.writes
    for (let n = 0; n < 40; n++) {
      model.set(nama, 'Y'.repeat(n + 1))
      await vi.advanceTimersByTimeAsync(50)
    }
    expect(device.writes - before).toBeLessThanOrEqual(9)
    expect(device.writes - before).toBeGreaterThan(3)
  })
})

describe('a colleague saved first', () => {
  it('changes of different answers are put together and saved', async () => {
    const { model, session } = await openForm()
    server.saveAs('rekan', { fields: { ada: 'tidak' }, rows: { baris: [] } })
    model.set(nama, 'Yohana')
    await pause()
    await vi.advanceTimersByTimeAsync(10)
    expect(server.draft().answers.fields).toEqual({ ada: 'tidak', nama: 'Yohana' })
    expect(session.mergedWith.value?.from.draft.savedBy).toBe('rekan')
    expect(session.mergedWith.value?.pointers).toEqual(['/fields/ada'])
  })

  it('is seen when the page is looked at again, without a word when there is nothing new', async () => {
    const { model, session } = await openForm()
    model.set(nama, 'Yohana')
    await pause()
    await session.look()
    expect(session.mergedWith.value).toBeUndefined()
    server.saveAs('rekan', { fields: { nama: 'Yohana', ada: 'tidak' }, rows: { baris: [] } })
    await session.look()
    expect(session.answers.value.fields.ada).toBe('tidak')
    expect(session.mergedWith.value?.pointers).toEqual(['/fields/ada'])
    expect(session.status.value.kind).toBe('saved')
  })

  it('while something is typed here, looking keeps both', async () => {
    const { model, session } = await openForm()
    server.saveAs('rekan', { fields: { ada: 'tidak' }, rows: { baris: [] } })
    model.set(nama, 'Yohana')
    await session.look()
    expect(session.answers.value.fields).toEqual({ nama: 'Yohana', ada: 'tidak' })
    await pause()
    expect(server.draft().answers.fields).toEqual({ nama: 'Yohana', ada: 'tidak' })
  })

  it.each([
    ['mine', new Set<string>(), 'punya saya'],
    ['theirs', new Set(['/fields/nama']), 'punya rekan'],
  ])('a clash waits for a decision and keeps both: %s', async (_side, pointers, expected) => {
    const { model, session, device } = await openForm()
    server.saveAs('rekan', named('punya rekan'))
    model.set(nama, 'punya saya')
    await pause()
    expect(session.conflict.value).toMatchObject({
      clashes: [{ pointer: '/fields/nama', mine: 'punya saya', theirs: 'punya rekan' }],
    })
    expect(server.draft().answers.fields.nama).toBe('punya rekan')
    expect(device.copies().at(-1)?.answers.fields.nama).toBe('punya saya')
    await session.settle(pointers)
    expect(session.answers.value.fields.nama).toBe(expected)
    expect(server.draft().answers.fields.nama).toBe(expected)
    expect(session.status.value.kind).toBe('saved')
  })
})

it.each([
  ['rekan', 'Rekan Anda mengubah isian yang sama', 'Pakai punya rekan'],
  ['operator', 'Anda, di jendela lain, mengubah isian yang sama', 'Pakai dari jendela lain'],
])('a clash names who changed the same answer: %s', async (by, title, choice) => {
  signInAs('operator')
  const { model, session, show } = await openForm()
  server.saveAs(by, named('lain'))
  model.set(nama, 'ini')
  await pause()
  show(<ConflictPanel session={session} />)
  expect(screen.getByRole('heading').textContent).toBe(title)
  expect(screen.getByLabelText(new RegExp(`^${choice}`))).toBeTruthy()
})

it('a refused save (the window closed) keeps everything and says why', async () => {
  const { model, session, device } = await openForm()
  server.answer = () => new Response(JSON.stringify({ code: 'round-closed', detail: 'Sudah ditutup' }), { status: 409 })
  model.set(nama, 'Yohana')
  await pause()
  expect(session.status.value).toMatchObject({ kind: 'refused', error: { body: { code: 'round-closed' } } })
  expect(session.answers.value.fields.nama).toBe('Yohana')
  expect(device.copies().at(-1)?.answers.fields.nama).toBe('Yohana')
})

it('a server in trouble is asked again', async () => {
  const { model, session } = await openForm()
  const answer = server.answer
  server.answer = () => new Response('<h1>Bad gateway</h1>', { status: 502 })
  model.set(nama, 'Yohana')
  await pause()
  expect(session.status.value).toEqual({ kind: 'device-only' })
  server.answer = answer
  await vi.advanceTimersByTimeAsync(16_000)
  expect(session.status.value.kind).toBe('saved')
})
