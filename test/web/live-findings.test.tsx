/** The accuracy checks on the form page: they follow the typing, say what to do in words, and can be explained in place. */
import { fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import type { Finding } from '../../functions/schema/round.ts'
import type { RoundView } from '../../web/api/rounds.ts'
import { FindingsPanel } from '../../web/form/findings/findings-panel.tsx'
import { tag } from '../domain/checks/sample-city.ts'
import { agency } from '../fixtures/region.ts'
import { round } from '../fixtures/round.ts'
import { contextOf } from '../schema/sound-answers.ts'
import { openForm, playServer } from './fixtures/opened-form.tsx'
import { until } from './fixtures/until.ts'

const form = formDefinition('aksi3a-penandaan-anggaran', 1)!
const work = { round: '3a-2026-2', agency: 'dinsos', form: form.id }
const view: RoundView = {
  round: round(['dinsos']),
  windows: [],
  agencies: [agency('dinsos')],
  forms: [],
  holidays: [],
} as never
const pointer = (field: string) => `/rows/penandaan/r1/${field}`

/** The draft's server, which also knows findings and hears explanations. */
function serve(start: Answers, stored: Finding[] = []) {
  const server = playServer(start)
  const explained: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.endsWith('/explanation')) {
      const body = JSON.parse(String(init.body))
      explained.push(body)
      const id = decodeURIComponent(path.split('/').at(-2) ?? '')
      const [rule = ''] = id.split('.')
      const explanation = { at: '2026-02-13T01:00:00.000Z', by: 'op', ...body }
      return new Response(
        JSON.stringify({ id, rule, agencyId: 'dinsos', formId: form.id, state: 'explained', explanation }),
      )
    }
    if (path.endsWith('/findings')) return new Response(JSON.stringify({ findings: stored }))
    if (path.includes('/assignments')) return new Response(JSON.stringify({ assignments: [] }))
    return server.fetch(path, init)
  })
  return { explained }
}

async function open(cells: Cells, stored?: Finding[]) {
  const server = serve({ fields: {}, rows: { penandaan: [{ rowKey: 'r1', cells }] } }, stored)
  const { model, session, show } = await openForm(undefined, form, contextOf('dinsos'))
  show(<FindingsPanel work={work} view={view} session={session} />)
  const set = (field: string, value: Cells[string]) => model.set({ table: 'penandaan', rowKey: 'r1', field }, value)
  return { ...server, model, set }
}

beforeEach(() => {
  vi.stubGlobal('requestIdleCallback', undefined)
})
afterEach(() => vi.unstubAllGlobals())

describe('the checks on the form page', () => {
  it('follow the typing: a warning comes with the value and goes with it', async () => {
    const { model, set } = await open(tag())
    set('paguDitandai', 45_000)
    set('belanjaLangsungSasaran', 45_000)
    await until(() => expect(model.found.value.counts).toMatchObject({ blocking: 0, warning: 1 }))
    await until(() => expect(screen.getByRole('status').textContent).toContain('1 perlu dijelaskan'))
    expect(model.found.value.rows.get('penandaan/r1')?.get(pointer('paguDitandai'))?.[0]).toMatch(
      /^Peringatan: Rp45\.000/,
    )
    set('paguDitandai', 200_000_000)
    set('belanjaLangsungSasaran', 150_000_000)
    await until(() => expect(model.found.value.all).toEqual([]))
  })

  it('tell an error from a warning in words, before anybody asked to check', async () => {
    const { model } = await open(tag({ paguDitandai: 600_000_000, belanjaLangsungSasaran: 600_000_000 }))
    await until(() => expect(model.found.value.counts.blocking).toBe(1))
    expect(screen.getByText('Kesalahan', { selector: 'strong' })).toBeTruthy()
    expect(model.errors.value).toEqual([])
  })

  it('keep blanks out of it: what is missing is no finding', async () => {
    const { model } = await open({})
    await until(() => expect(model.flaws.value.length).toBeGreaterThan(0))
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(model.found.value.all).toEqual([])
  })

  it('offer the code in its present numbering, and put it in only when asked', async () => {
    const { model } = await open(tag({ kodeSubKegiatan: '1.06.05.2.02.06' }))
    const use = await screen.findByRole('button', { name: 'Pakai 1.06.05.2.02.0006' })
    expect(model.answers.value.rows.penandaan?.[0]?.cells.kodeSubKegiatan).toBe('1.06.05.2.02.06')
    fireEvent.click(use)
    expect(model.answers.value.rows.penandaan?.[0]?.cells.kodeSubKegiatan).toBe('1.06.05.2.02.0006')
    await until(() => expect(model.found.value.all).toEqual([]))
  })

  it('stop the sending where a rule blocks that the form does not know', async () => {
    const { model } = await open(tag())
    model.edit({
      do: 'insert-rows',
      table: 'penandaan',
      rows: [{ rowKey: 'r2', cells: tag({ kodeSubKegiatan: '1.06.05.2.02.06' }) }],
      index: 1,
    })
    await until(() => expect(model.checks.value).toBeDefined())
    const errors = await model.check()
    expect(errors.map(({ pointer: at }) => at)).toContain('/rows/penandaan/r2/kodeSubKegiatan')
    await until(() => expect(model.found.value.at.has('/rows/penandaan/r2/kodeSubKegiatan')).toBe(true))
  })

  it('let a warning be explained in place, with the figures that were seen', async () => {
    const { model, explained, set } = await open(tag({ paguDitandai: 45_000, belanjaLangsungSasaran: 45_000 }))
    fireEvent.click(await screen.findByRole('button', { name: /^Jelaskan: Baris 1/ }))
    const box = screen.getByLabelText('Mengapa nilai ini benar?')
    fireEvent.click(screen.getByRole('button', { name: 'Simpan penjelasan' }))
    expect(await screen.findByText('Tulis paling sedikit 10 karakter.')).toBeTruthy()
    fireEvent.input(box, { target: { value: 'Hanya alat tulis posyandu.' } })
    await new Promise((resolve) => setTimeout(resolve))
    fireEvent.click(screen.getByRole('button', { name: 'Simpan penjelasan' }))
    await until(() => expect(model.found.value.all[0]?.state).toBe('explained'))
    expect(explained).toMatchObject([{ text: 'Hanya alat tulis posyandu.', basis: { amounts: [45_000] } }])
    set('paguDitandai', 47_000)
    await until(() =>
      expect(model.found.value.all[0]).toMatchObject({ state: 'explained', basis: { amounts: [47_000] } }),
    )
    set('paguDitandai', 60_000)
    await until(() => expect(model.found.value.all[0]?.state).toBe('open'))
  })

  it("show what only the city's check could find, as found in the last submission", async () => {
    const message = { id: 'Kode ini juga ditandai oleh Dinas Perikanan.', en: 'Also tagged.' }
    const stored: Finding = {
      id: `A05.dinsos.${form.id}.r1`,
      rule: 'A05',
      severity: 'warning',
      agencyId: 'dinsos',
      formId: form.id,
      rowKey: 'r1',
      pointer: pointer('kodeSubKegiatan'),
      message,
      state: 'open',
      firstSeenAt: '2026-02-12T00:00:00.000Z',
      lastSeenAt: '2026-02-12T00:00:00.000Z',
    }
    await open(tag(), [stored])
    expect(await screen.findByText(/pada kiriman terakhir.*juga ditandai oleh Dinas Perikanan/)).toBeTruthy()
  })
})
