/** Errors are listed and lead to their fields; a submission is sent once, and a refusal loses nothing. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LiveFinding, nothingFound } from '../../web/form/findings/live-finding.ts'
import { HeaderFields } from '../../web/form/header-fields.tsx'
import { ErrorSummary } from '../../web/form/submit/error-summary.tsx'
import { RefusedPanel } from '../../web/form/submit/refused-panel.tsx'
import { SubmitDialog } from '../../web/form/submit/submit-dialog.tsx'
import { again } from '../../web/form/submit/until-taken.ts'
import { createSubmission } from '../../web/form/submit/use-submission.ts'
import { signInAs } from './fixtures/desk.ts'
import { openForm, playServer, work } from './fixtures/opened-form.tsx'
import { until } from './fixtures/until.ts'

const complete = { fields: { nama: 'Yohana', ada: 'tidak' }, rows: { baris: [] } }
let server: ReturnType<typeof playServer>
let keys: (string | null)[]

function play(start: typeof complete | undefined, post: () => Response | undefined): void {
  server = playServer(start)
  keys = []
  const draft = server.answer
  server.answer = (method, path, body, headers) => {
    if (method !== 'POST') return draft(method, path, body, headers)
    keys.push(headers.get('Idempotency-Key'))
    return post()
  }
  vi.stubGlobal('fetch', server.fetch)
}

const problem = (status: number, body: object) => new Response(JSON.stringify({ status, ...body }), { status })
const receipt = () => new Response(JSON.stringify({ number: '3A-uji-r1-ABCDEFGH' }), { status: 201 })

beforeEach(() => play(undefined, receipt))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the error summary', () => {
  it('lists every error, takes the focus, and each link puts the focus into its field', async () => {
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, () => undefined)
    const Page = () => (
      <>
        <ErrorSummary attempt={submission.attempts.value} />
        <HeaderFields />
      </>
    )
    opened.show(<Page />)
    await submission.check()
    const summary = await screen.findByRole('alert')
    await until(() => expect(document.activeElement).toBe(summary))
    const links = screen.getAllByRole('link')
    expect(links.map((link) => link.textContent)).toEqual([
      expect.stringContaining('Nama'),
      expect.stringContaining('Ada lainnya?'),
    ])
    fireEvent.click(links[0] as HTMLElement)
    await until(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Nama/)))
    expect(keys).toEqual([])
  })

  it('shows what only the server knew at the same place, until that answer changes', async () => {
    play(complete, () =>
      problem(422, { code: 'answers-invalid', errors: [{ pointer: '/fields/nama', detail: 'Nama tidak dikenal' }] }),
    )
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, () => undefined)
    await submission.send()
    expect(opened.model.errorsAt.value.get('/fields/nama')).toEqual(['Nama tidak dikenal'])
    opened.model.set({ field: 'nama' }, 'Yohana T.')
    expect(opened.model.errorsAt.value.get('/fields/nama')).toBeUndefined()
  })
})

describe('sending', () => {
  it('leads to the receipt and forgets the device copy', async () => {
    play(complete, receipt)
    const done = vi.fn()
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, done)
    await submission.check()
    expect(submission.state.value).toBe('confirming')
    await submission.send()
    expect(done).toHaveBeenCalledWith('3A-uji-r1-ABCDEFGH')
    expect(opened.device.copies()).toEqual([])
  })

  it('repeats the key for the same content after a lost answer, and takes a new one for other content', async () => {
    let lost = true
    play(complete, () => (lost ? undefined : receipt()))
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, () => undefined)
    await submission.send()
    await submission.send()
    opened.model.set({ field: 'nama' }, 'Nama lain')
    lost = false
    await submission.send()
    expect(keys).toHaveLength(3)
    expect(keys[1]).toBe(keys[0])
    expect(keys[2]).not.toBe(keys[0])
  })

  it('a full server is asked again by itself with the same key, and the page says when', async () => {
    let full = 2
    play(complete, () =>
      full-- > 0 ? problem(429, { code: 'busy', retryAfterSeconds: 0.2, detail: 'Penuh.' }) : receipt(),
    )
    const done = vi.fn()
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, done)
    const sending = submission.send()
    await until(() => expect(again.value).toBe(0.2))
    opened.show(<RefusedPanel refusal={submission.refusal.value} work={work} />)
    expect(screen.getByRole('alert').textContent).toContain('Penuh.')
    expect(screen.getByRole('alert').textContent).toContain('Dikirim lagi dengan sendirinya dalam 0.2 detik')
    await sending
    expect(done).toHaveBeenCalledOnce()
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
    expect(again.value).toBeUndefined()
  })

  it('what was typed while a full server was waited for is not sent unseen', async () => {
    play(complete, () => problem(429, { code: 'busy', retryAfterSeconds: 0.2, detail: 'Penuh.' }))
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, () => undefined)
    const sending = submission.send()
    await until(() => expect(again.value).toBe(0.2))
    opened.model.set({ field: 'nama' }, 'Nama lain')
    await sending
    expect(keys).toHaveLength(1)
    expect(submission.state.value).toBe('idle')
    expect(submission.refusal.value).toBeDefined()
    expect(opened.model.answers.value.fields.nama).toBe('Nama lain')
  })

  it('after the final instant it says the date and what to do, and everything typed stays', async () => {
    signInAs('operator')
    play(complete, () => problem(409, { code: 'round-closed', closedOn: '2026-02-17', detail: '' }))
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, () => undefined)
    await submission.send()
    opened.show(<RefusedPanel refusal={submission.refusal.value} work={work} />)
    const panel = screen.getByRole('alert').textContent
    expect(panel).toContain('Selasa, 17 Februari 2026 pukul 23.59 WITA')
    expect(panel).toContain('Minta tambahan waktu')
    expect(opened.model.answers.value).toEqual(complete)
  })
})

describe('the last look before sending', () => {
  async function openDialog(warnings: number, open = true) {
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true
    }
    const opened = await openForm()
    const submission = createSubmission({ ...opened, work }, () => undefined)
    submission.state.value = 'confirming'
    const all = Array.from({ length: warnings }, (_, row) => ({
      id: `A01.${row}`,
      rule: 'A01',
      severity: 'warning',
      state: 'open',
      pointer: `/rows/baris/r${row}/pagu`,
      text: { id: 'Pagu kecil.', en: 'Small.' },
    })) as unknown as LiveFinding[]
    opened.model.found.value = { ...nothingFound, all, counts: { blocking: 0, warning: warnings, info: 2 } }
    opened.show(
      <>
        <section id="temuan" tabIndex={-1} />
        <SubmitDialog submission={submission} open={open} />
      </>,
    )
    return submission
  }
  const button = (name: string) => screen.getByRole('button', { name }) as HTMLButtonElement

  it('says how many warnings nobody has explained, and leads to them without sending', async () => {
    const submission = await openDialog(3)
    expect(screen.getByText('Ada 3 peringatan yang belum dijelaskan.')).toBeTruthy()
    fireEvent.click(button('Lihat dan jelaskan'))
    await until(() => expect(document.activeElement?.id).toBe('temuan'))
    expect([keys, submission.state.value]).toEqual([[], 'idle'])
  })

  it('sends with unexplained warnings when the person says so', async () => {
    await openDialog(1)
    fireEvent.click(button('Tetap kirim sekarang'))
    await until(() => expect(keys).toHaveLength(1))
  })

  it('speaks of no warnings where there are none, and sends nothing once the window has closed', async () => {
    await openDialog(0, false)
    expect(screen.queryByText(/peringatan/)).toBeNull()
    expect(button('Kirim sekarang').disabled).toBe(true)
    expect(screen.getByText('Jendela penginputan sudah ditutup.')).toBeTruthy()
  })
})
