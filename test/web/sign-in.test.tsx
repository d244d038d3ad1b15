/** Signing in says what is wrong, reads the code however it comes, and never tells whether an address is known. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SignInForm } from '../../web/sign-in/sign-in-form.tsx'
import { until } from './fixtures/until.ts'

let requests: { path: string; body: { email?: string; code?: string } }[]
let verify: () => Response
const signedIn = vi.fn()

beforeEach(() => {
  requests = []
  verify = () => new Response('{}')
  signedIn.mockReset()
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    requests.push({ path, body: JSON.parse(String(init.body)) })
    return path.endsWith('/verify') ? verify() : new Response('{}', { status: 202 })
  })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

async function toCode(): Promise<void> {
  render(<SignInForm onSignedIn={signedIn} />)
  type('Alamat surel', 'operator@dinsos.example')
  press('Kirim kode')
  const code = await screen.findByLabelText('Kode 8 angka')
  // The field takes the focus in the same breath in which the waiting time begins.
  await until(() => expect(document.activeElement).toBe(code))
}

it('an incomplete address is refused before anything is sent', async () => {
  render(<SignInForm onSignedIn={signedIn} />)
  type('Alamat surel', 'operator')
  press('Kirim kode')
  const input = screen.getByLabelText('Alamat surel')
  await until(() => expect(input.getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByRole('alert').textContent).toContain('alamat surel lengkap')
  expect(requests).toEqual([])
})

it('a pasted code with spaces is sent as its eight digits', async () => {
  await toCode()
  const input = screen.getByLabelText<HTMLInputElement>('Kode 8 angka')
  expect(input.getAttribute('autocomplete')).toBe('one-time-code')
  type('Kode 8 angka', ' 1234 5678 ')
  await until(() => expect(input.value).toBe('1234 5678'))
  press('Masuk')
  await until(() => expect(signedIn).toHaveBeenCalledOnce())
  expect(requests.at(-1)).toEqual({ path: '/api/sign-in/verify', body: { code: '12345678' } })
})

it('a wrong code says so and how many tries are left; the code can be typed again', async () => {
  verify = () => new Response(JSON.stringify({ code: 'wrong-code', triesLeft: 3 }), { status: 401 })
  await toCode()
  type('Kode 8 angka', '11112222')
  press('Masuk')
  expect(await screen.findByText(/Kode tidak cocok.*Sisa percobaan: 3/)).toBeTruthy()
  expect(signedIn).not.toHaveBeenCalled()
})

it('a limit says when to try again', async () => {
  verify = () => new Response(JSON.stringify({ code: 'too-many-requests', retryAfterSeconds: 300 }), { status: 429 })
  await toCode()
  type('Kode 8 angka', '11112222')
  press('Masuk')
  expect(await screen.findByText(/Coba lagi dalam 5 menit/)).toBeTruthy()
})

it('the code can be asked for again after a minute, not before', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  await toCode()
  const resend = () => screen.getByRole<HTMLButtonElement>('button', { name: /Kirim ulang/ })
  expect(resend().disabled).toBe(true)
  vi.advanceTimersByTime(61_000)
  await until(() => expect(resend().disabled).toBe(false))
  fireEvent.click(resend())
  await until(() => expect(requests.at(-1)?.path).toBe('/api/sign-in/resend'))
})

it('after the last try, and when the code is too old, a new code comes at once and not the dead one again', async () => {
  for (const refusal of [{ code: 'wrong-code', triesLeft: 0 }, { code: 'challenge-over' }]) {
    verify = () => new Response(JSON.stringify(refusal), { status: 401 })
    await toCode()
    type('Kode 8 angka', '11112222')
    press('Masuk')
    expect(await screen.findByText(/Minta kode baru\.$/)).toBeTruthy()
    press('Minta kode baru')
    expect(await screen.findByText(/Kode baru sudah dikirim/)).toBeTruthy()
    expect(requests.at(-1)).toEqual({ path: '/api/sign-in', body: { email: 'operator@dinsos.example' } })
    expect(screen.getByLabelText<HTMLInputElement>('Kode 8 angka').value).toBe('')
    cleanup()
  }
})
