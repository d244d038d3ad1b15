/** Typed without a line on one version, opened again after the round moved to another: nothing is lost, and what fits is taken over. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import type { DraftCopy } from '../../web/form/draft/draft-copy.ts'
import { pauseMilliseconds } from '../../web/form/draft/running-session.ts'
import { LeftPanel } from '../../web/form/version/left-panel.tsx'
import { openForm, playDevice, playServer, storedDraft } from './fixtures/opened-form.tsx'

let server: ReturnType<typeof playServer>
const pause = () => vi.advanceTimersByTimeAsync(pauseMilliseconds + 10)
const answersOf = (fields: Answers['fields']): Answers => ({ fields, rows: { baris: [] } })
const left = (value: string) => ({
  version: 7,
  pointer: '/fields/lama',
  label: { id: 'Pertanyaan lama', en: 'Old question' },
  value: { id: value, en: value },
})

/** The server carries `lama` nowhere and says so. */
function carries() {
  const answer = server.answer
  server.answer = (method, path, body, headers) => {
    if (!path.endsWith('/carried')) return answer(method, path, body, headers)
    const { lama, ...fields } = body.answers.fields
    const said = lama === undefined ? [] : [left(String(lama))]
    return new Response(JSON.stringify({ answers: { ...body.answers, fields }, left: said }))
  }
}

/** What a window left on the device: typed on version 7 over a draft of that version. */
function copyOf(base: Answers['fields'], typed: Answers['fields']): DraftCopy {
  const stored = storedDraft(answersOf(base))
  return { stored: { ...stored, draft: { ...stored.draft, formVersion: 7 } }, answers: answersOf(typed), typedAt: 1 }
}

beforeEach(() => {
  vi.useFakeTimers()
  server = playServer(answersOf({ nama: 'Awal' }))
  vi.stubGlobal('fetch', server.fetch)
  carries()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a copy of another version on this device', () => {
  it('is taken over as far as it fits, saved, and the rest is shown until it is thrown away', async () => {
    const device = playDevice(copyOf({ nama: 'Awal' }, { nama: 'Yohana', lama: 'Catatan lapangan' }))
    const { model, session, show } = await openForm(device)
    expect(model.answers.value.fields).toEqual({ nama: 'Yohana' })
    await pause()
    expect(server.draft().answers.fields).toEqual({ nama: 'Yohana' })
    show(<LeftPanel session={session} />)
    expect(screen.getByText('Catatan lapangan')).toBeTruthy()
    expect(device.copies().map((copy) => copy.left?.length)).toEqual([1])
    session.stop()
    // Opened again, it is still there: only this device has it.
    const again = await openForm(device)
    expect(again.session.left.all.value.map(({ value }) => value.id)).toEqual(['Catatan lapangan'])
    again.session.left.discard()
    await pause()
    expect(again.session.left.all.value).toEqual([])
    expect(server.requests.at(-1)?.body).toMatchObject({ discardLeft: true })
    again.session.stop()
    expect((await openForm(device)).session.left.all.value).toEqual([])
  })

  it('stays where it is while nobody answers', async () => {
    const device = playDevice(copyOf({}, { nama: 'Yohana' }))
    const answer = server.answer
    server.answer = (method, path, body, headers) =>
      path.endsWith('/carried') ? undefined : answer(method, path, body, headers)
    const { model } = await openForm(device)
    expect(model.answers.value.fields).toEqual({ nama: 'Awal' })
    expect(device.copies().some((copy) => copy.answers.fields.nama === 'Yohana')).toBe(true)
    server.answer = answer
    expect((await openForm(device)).model.answers.value.fields).toEqual({ nama: 'Yohana' })
  })

  it('that holds nothing new asks nobody and changes nothing', async () => {
    const device = playDevice(copyOf({ nama: 'Dulu' }, { nama: 'Dulu' }))
    const { model } = await openForm(device)
    await pause()
    expect(model.answers.value.fields).toEqual({ nama: 'Awal' })
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([])
    expect(device.copies().every((copy) => copy.stored.draft.formVersion === 1)).toBe(true)
  })

  it('is asked about where both sides changed the same', async () => {
    const device = playDevice(copyOf({ nama: 'Dulu' }, { nama: 'Yohana' }))
    const { session } = await openForm(device)
    expect(session.conflict.value?.clashes.map(({ pointer }) => pointer)).toEqual(['/fields/nama'])
  })
})

describe('a form that moved under an open page', () => {
  it('takes nothing of the other version into what is typed, and throws old answers away when asked', async () => {
    const { model, session, show } = await openForm()
    const answer = server.answer
    server.answer = (method, path, body, headers) =>
      method === 'GET'
        ? new Response(
            JSON.stringify({ ...server.draft(), formVersion: 2, version: 9, answers: answersOf({ baru: 1 }) }),
            {
              headers: { ETag: '"v9-r0"' },
            },
          )
        : answer(method, path, body, headers)
    await session.look()
    await session.refresh()
    expect(model.answers.value.fields).toEqual({ nama: 'Awal' })
    show(<LeftPanel session={session} />)
    expect(screen.getByRole('button', { name: 'Buang isian lama ini' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Buang isian lama ini' }))
    expect(screen.getByText('Buang isian lama?')).toBeTruthy()
  })
})
