/**
 * Kota Kupang as it is seeded, with its real forms and lists, over HTTP: people who load lists, send forms and decide, and the
 * scheduled check in between. For tests in which a check must see what people do.
 */
import { beforeAll, expect } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { check } from '../../functions/jobs/check.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import type { Finding } from '../../functions/schema/round.ts'
import { kotaKupang } from '../../local/seed/kota-kupang/kota-kupang.ts'
import { completeAnswers, tagging, workPath } from '../journeys/agency-work.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import type { Browser } from './browser.ts'
import { makeWorld, type World } from './world.ts'

export const roundOf2026 = '3a-2026-2'
const coordinatorId = 'bappeda-koordinator'

export class Kupang {
  readonly world: World
  readonly #people = new Map<string, Browser>()
  readonly #revisions = new Map<string, number>()
  #sent = 0

  constructor(world: World) {
    this.world = world
  }

  /** The clock's place in February 2026, WITA. */
  at(day: number, time = '09:00'): void {
    this.world.clock.now = new Date(`2026-02-${String(day).padStart(2, '0')}T${time}:00+08:00`)
    this.#people.clear()
  }

  async person(id: string): Promise<Browser> {
    const known = this.#people.get(id) ?? (await this.world.as(id))
    this.#people.set(id, known)
    return known
  }

  coordinator = () => this.person(coordinatorId)

  /** Sends a revision; answers the response, whatever it is. */
  async send(agencyId: string, formId: string, answers: Answers, round = roundOf2026): Promise<Response> {
    const operator = await this.person(`${agencyId}-operator`)
    const place = `${round} ${agencyId} ${formId}`
    const base = this.#revisions.get(place) ?? 0
    const path = workPath(agencyId, formId).replace(roundOf2026, round)
    const answer = await operator.post(
      `${path}/submissions`,
      { answers },
      {
        'if-match': `"${base}"`,
        'idempotency-key': `every-check-${++this.#sent}`,
      },
    )
    if (answer.status === 201) this.#revisions.set(place, base + 1)
    return answer
  }

  async sends(agencyId: string, formId: string, answers: Answers, round?: string): Promise<void> {
    const answer = await this.send(agencyId, formId, answers, round)
    expect(answer.status, await answer.clone().text()).toBe(201)
  }

  /** What keeps these answers from being sent: pointers with the codes of what is wrong. */
  async refused(agencyId: string, formId: string, answers: Answers): Promise<string[]> {
    const answer = await this.send(agencyId, formId, answers)
    expect(answer.status).toBe(422)
    const { errors } = (await answer.json()) as { errors: { pointer: string; code: string }[] }
    return errors.map(({ pointer, code }) => `${pointer} ${code}`)
  }

  /** Loads a reference list as CSV, as a coordinator does on the page of lists. */
  async load(list: string, csv: string): Promise<void> {
    const answer = await (await this.coordinator()).send('POST', `/api/references/${list}/workbook?confirm=true`, {
      raw: csv,
      headers: { 'content-type': 'application/octet-stream' },
    })
    expect(answer.status, await answer.clone().text()).toBe(200)
  }

  /** The scheduled check at the clock's moment. */
  async check(): Promise<void> {
    const { regions, rounds, forms, budgets } = this.world.deps
    await check({ regions, rounds, forms, budgets }, { time: this.world.clock.now.toISOString() })
  }

  /** Findings that are not solved, as the coordinator sees them, after a check. */
  async findings(rule: string, agencyId?: string): Promise<Finding[]> {
    await this.check()
    const answer = await (await this.coordinator()).get(`/api/rounds/${roundOf2026}/findings`)
    const { findings } = (await answer.json()) as { findings: Finding[] }
    return findings.filter((each) => each.rule === rule && (agencyId === undefined || each.agencyId === agencyId))
  }

  async decide(
    agencyId: string,
    formId: string,
    revision: number,
    decision: 'accept' | 'return' | 'reopen',
  ): Promise<void> {
    const why = { comments: [{ pointer: '', text: 'Perbaiki pagunya.' }], dueOn: '2026-02-16' }
    const body = { revision, decision, ...(decision === 'accept' ? { comments: [] } : why) }
    const answer = await (await this.coordinator()).post(`${workPath(agencyId, formId)}/review`, body)
    expect(answer.status, await answer.clone().text()).toBe(201)
  }
}

export function useKupang(tableName: string): () => Kupang {
  const store = useStoreEndpoint(tableName)
  let kupang: Kupang | undefined
  beforeAll(async () => {
    const world = makeWorld(store().table, formDefinitions())
    const seed = kotaKupang({ at: '2026-02-10T01:00:00.000Z', by: 'system' })
    const { regions, rounds } = world.deps
    const { region } = seed.settings
    await regions.reviseSettings(seed.settings)
    for (const each of seed.agencies) await regions.reviseAgency(region, each)
    for (const each of seed.people) await regions.revisePerson(region, each)
    for (const each of seed.references) await regions.reviseReference(region, each)
    await regions.reviseCalendar(region, seed.calendar)
    await rounds.insertRound(region, seed.round)
    kupang = new Kupang(world)
    kupang.at(10)
  }, 60_000)
  return () => {
    if (kupang === undefined) throw new Error('the city has not started')
    return kupang
  }
}

/** A sound row of F1 of Dinsos, with some cells replaced. */
export function row(more: Cells = {}): Cells {
  return {
    kodeSubKegiatan: '1.06.05.2.02.0006',
    namaSubKegiatan: 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga',
    indikatorSubKegiatan: 'Jumlah keluarga yang menerima bantuan',
    targetVolume: 100,
    satuan: 'Keluarga',
    sumberDana: 'DAU',
    paguSubKegiatan: 2_000_000_000,
    paguDitandai: 1_500_000_000,
    belanjaLangsungSasaran: 1_000_000_000,
    jenisIntervensi: 'sensitif',
    indikatorLayanan: ['ind-24'],
    kelompokSasaran: ['krs'],
    jumlahSasaran: 100,
    lokasi: ['53.71.01.1001'],
    jadwal: ['TW1'],
    ...more,
  }
}

let documents = 0

/** F1 with these rows, another document each time, for the same answers again are no new revision; `fields` replace some of a sound header. */
export function tagged(agencyId: string, rows: readonly Cells[], fields: Cells = {}): Answers {
  const sound = completeAnswers(agencyId, tagging).fields
  return {
    fields: {
      ...sound,
      dokumenAnggaran: 'dpa',
      tanggalDokumen: '2026-01-05',
      nomorDokumen: `DPA/${++documents}`,
      ...fields,
    },
    rows: { penandaan: rows.map((cells, index) => ({ rowKey: `R${index + 1}`, cells })) },
  }
}

/** Complete answers of a form with some cells of each row of one table replaced. */
export function changed(
  agencyId: string,
  formId: string,
  table: string,
  change: (cells: Cells, index: number) => Cells,
): Answers {
  const answers = completeAnswers(agencyId, formId)
  const rows = (answers.rows[table] ?? []).map((each, index) => ({ ...each, cells: change(each.cells, index) }))
  return { ...answers, rows: { ...answers.rows, [table]: rows } }
}
