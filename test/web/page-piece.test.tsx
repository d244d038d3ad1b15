/** A page whose piece could not be fetched says so and heals by itself; an open page hears of a new build when nothing is unsaved. */
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookForNewBuild } from '../../web/shell/build-watch.ts'
import { newBuild, unsaved } from '../../web/shell/new-build.ts'
import { NewBuildNotice } from '../../web/shell/new-build-notice.tsx'
import { pagePiece } from '../../web/shell/page-piece.tsx'
import { until } from './fixtures/until.ts'

const documentOf = (script: string) => `<head><script type="module" crossorigin src="${script}"></script></head>`
let reload: ReturnType<typeof vi.spyOn>

beforeEach(() => {
  document.head.innerHTML = documentOf('/assets/index-old.js')
  reload = vi.spyOn(location, 'reload').mockImplementation(() => undefined)
  newBuild.value = false
  unsaved.value = false
  sessionStorage.clear()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const serve = (html: string | undefined) =>
  vi.stubGlobal('fetch', async () => {
    if (html === undefined) throw new TypeError('Failed to fetch')
    return new Response(html)
  })
const Shown = () => <h1>Isi halaman</h1>

describe('a page whose piece cannot be fetched', () => {
  it('says so, and is there by itself once it can be', async () => {
    vi.useFakeTimers()
    serve(undefined)
    let away = true
    const Page = pagePiece(async () => {
      if (away) throw new TypeError('Failed to fetch dynamically imported module')
      return Shown
    })
    render(<Page />)
    await vi.advanceTimersByTimeAsync(100)
    await until(() => expect(screen.getByRole('alert').textContent).toContain('dicoba lagi sendiri'))
    expect(screen.getByRole('button', { name: 'Coba lagi' })).toBeTruthy()
    away = false
    await vi.advanceTimersByTimeAsync(6_000)
    expect(screen.getByRole('heading').textContent).toBe('Isi halaman')
    expect(reload).not.toHaveBeenCalled()
  })

  it('because the site was built anew is loaded anew, once', async () => {
    serve(documentOf('/assets/index-new.js'))
    const Page = pagePiece(() => Promise.reject(new TypeError('404')))
    render(<Page />)
    await until(() => expect(reload).toHaveBeenCalledTimes(1))
    cleanup()
    render(<Page />)
    await screen.findByRole('alert')
    expect(reload).toHaveBeenCalledTimes(1)
  })
})

describe('an open page', () => {
  it('hears of a new build, and is asked to reload only when nothing is unsaved', async () => {
    serve(documentOf('/assets/index-new.js'))
    unsaved.value = true
    expect(await lookForNewBuild()).toBe(true)
    render(<NewBuildNotice />)
    expect(screen.queryByText(/versi baru/)).toBeNull()
    unsaved.value = false
    expect(await screen.findByText(/versi baru/)).toBeTruthy()
  })

  it.each([
    ['the same build', documentOf('/assets/index-old.js')],
    ['no answer', undefined],
    ['an answer that is no page', '{"error":1}'],
  ])('hears nothing of %s', async (_name, html) => {
    serve(html)
    expect(await lookForNewBuild()).toBe(false)
  })
})
