/**
 * Kota Kupang's round on the rehearsal clock, from Tuesday 10 to Wednesday 18 February 2026 and a re-opening after it: 17
 * agencies, one coordinator, the deployed handlers, dynalite and the SES emulator. Every mail is asserted by recipient and
 * subject; whatever is not in a list must not have been sent.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kotaKupang } from '../../local/seed/kota-kupang/kota-kupang.ts'
import type { System } from '../../local/system.ts'
import { decide, post, review2025, roundId, submit, tagging } from './agency-work.ts'
import { Mailbag } from './mailbag.ts'
import { moveTo, startRehearsal } from './running-system.ts'
import { expectStatus, Visitor } from './visitor.ts'

const { round, agencies } = kotaKupang({ at: '2026-02-10T00:00:00.000Z', by: 'system' })
const title = round.title.id
const respondents = [...new Set(round.assignments.map(({ agencyId }) => agencyId))]
const nameOf = (id: string) => agencies.find((agency) => agency.id === id)?.name.id ?? id
const formsOf = (id: string) => round.assignments.filter(({ agencyId }) => agencyId === id).length
const coordinator = 'koordinator@bappeda.example'
const but = (...done: string[]) => respondents.filter((id) => !done.includes(id))

/** Who has sent everything is told of what a check found afterwards, once a day at most. */
const foundLater = 'operator@perikanan.example: 2 temuan pada kiriman Dinas Perikanan'

/** Lines as the mailbag gives them. */
const operators = (ids: readonly string[], subject: (id: string) => string) =>
  ids.map((id) => `operator@${id}.example: ${subject(id)}`)
const heads = (ids: readonly string[], subject: (id: string) => string) =>
  ids.map((id) => `kepala@${id}.example: ${subject(id)}`)
const both = (ids: readonly string[], subject: (id: string) => string) => [
  ...operators(ids, subject),
  ...heads(ids, subject),
]
const wita = (day: number, time: string) => `2026-02-${String(day).padStart(2, '0')}T${time}:00+08:00`

let system: System
let bag: Mailbag
let bappeda: Visitor
const operator = (agencyId: string) => new Visitor(system).signIn(`operator@${agencyId}.example`)
const at = async (day: number, time: string) => {
  await moveTo(system, wita(day, time))
  return bag.lines()
}

beforeAll(async () => {
  system = await startRehearsal()
  bag = new Mailbag(system)
})
afterAll(() => system.close())

describe('the round of Kota Kupang', () => {
  it('Tuesday 10 February: opens with one mail to each operator and head', async () => {
    const subject = () => `Pengisian dibuka, target Jumat, 13 Februari 2026 pukul 23.59 WITA: ${title}`
    expect(await bag.lines()).toEqual(both(respondents, subject).toSorted())
  })

  it('Tuesday: what is sent gets its receipt at once, what is accepted is said, and nobody else hears of it', async () => {
    const perikanan = await operator('perikanan')
    const receipts = [await submit(perikanan, 'perikanan', tagging), await submit(perikanan, 'perikanan', review2025)]
    const [first, second] = receipts.map(({ number }) => number)
    expect(await bag.lines(2)).toEqual(
      [
        `operator@perikanan.example: Tanda terima ${first}: 3A, ${nameOf('perikanan')}`,
        `operator@perikanan.example: Tanda terima ${second}: Reviu 2025, ${nameOf('perikanan')}`,
      ].toSorted(),
    )
    bappeda = await new Visitor(system).signIn(coordinator)
    await decide(bappeda, { agencyId: 'perikanan', formId: tagging }, { decision: 'accept' })
    await decide(bappeda, { agencyId: 'perikanan', formId: review2025 }, { decision: 'accept' })
    expect(await bag.lines(2)).toEqual([
      `operator@perikanan.example: Disetujui: 3A, ${nameOf('perikanan')}`,
      `operator@perikanan.example: Disetujui: Reviu 2025, ${nameOf('perikanan')}`,
    ])
  })

  it('Wednesday 11 February 08.00: incomplete agencies are reminded, the complete one is thanked, Bappeda gets its digest', async () => {
    expect(await at(11, '08:00')).toEqual(
      [
        ...operators(but('perikanan'), (id) => `Target Jumat, 13 Februari 2026: ${formsOf(id)} formulir belum dikirim`),
        ...both(['perikanan'], (id) => `Terima kasih, ${nameOf(id)} sudah lengkap: ${title}`),
        `${coordinator}: 2 dari 51 formulir dikirim, sisa 3 hari kerja sampai batas akhir: ${title}`,
      ].toSorted(),
    )
  })

  it('Wednesday: returned work is told to operator and head, with the day on which it is due', async () => {
    await submit(await operator('dinsos'), 'dinsos', tagging)
    await bag.lines(1)
    bappeda = await new Visitor(system).signIn(coordinator)
    const comments = [{ pointer: '/fields/picNama', text: 'Nama penanggung jawab belum lengkap.' }]
    await decide(
      bappeda,
      { agencyId: 'dinsos', formId: tagging },
      { decision: 'return', comments, dueOn: '2026-02-12' },
    )
    const mails = await bag.take(2)
    expect(mails.map(({ to, subject }) => `${to}: ${subject}`).toSorted()).toEqual(
      both(
        ['dinsos'],
        (id) => `Perlu perbaikan sampai Kamis, 12 Februari 2026 pukul 23.59 WITA: 3A, ${nameOf(id)}`,
      ).toSorted(),
    )
    for (const { text } of mails) expect(text).toContain('Nama penanggung jawab belum lengkap.')
  })

  it('Thursday 12 February 08.00: reminders and the digest; what was returned does not count as submitted', async () => {
    const lines = await at(12, '08:00')
    expect(lines.filter((line) => !line.startsWith(coordinator))).toEqual(
      [
        ...operators(but('perikanan'), (id) => `Target Jumat, 13 Februari 2026: ${formsOf(id)} formulir belum dikirim`),
        foundLater,
      ].toSorted(),
    )
    expect(lines.filter((line) => line.startsWith(coordinator))).toEqual([
      `${coordinator}: 2 dari 51 formulir dikirim, sisa 2 hari kerja sampai batas akhir: ${title}`,
    ])
  })

  it('Thursday: corrected and complete, dinsos hears only of its receipts', async () => {
    const dinsos = await operator('dinsos')
    await submit(dinsos, 'dinsos', tagging, { base: 1, seed: 2 })
    await submit(dinsos, 'dinsos', review2025)
    await submit(dinsos, 'dinsos', 'data-pendukung')
    const lines = await bag.lines(3)
    expect(lines).toHaveLength(3)
    for (const line of lines) expect(line).toMatch(/^operator@dinsos\.example: Tanda terima /)
  })

  it('Friday 13 February: 08.00 and 13.00 say that it is the last working day, to heads too; 17.00 tells Bappeda', async () => {
    const late = but('perikanan', 'dinsos')
    const lastDay = (id: string) =>
      `Hari kerja terakhir: ${formsOf(id)} formulir belum dikirim, batas akhir Selasa, 17 Februari 2026`
    const morning = await at(13, '08:00')
    expect(morning.filter((line) => !line.startsWith(coordinator))).toEqual(both(late, lastDay).toSorted())
    expect(morning.filter((line) => line.startsWith(coordinator))).toHaveLength(1)
    await moveTo(system, wita(13, '13:00'))
    const afternoon = await bag.take()
    expect(afternoon.map(({ to, subject }) => `${to}: ${subject}`).toSorted()).toEqual(both(late, lastDay).toSorted())
    for (const { text } of afternoon) {
      expect(text).toContain('Jumat, 13 Februari 2026, adalah hari kerja terakhir sebelum batas akhir')
      expect(text).toContain('Selasa, 17 Februari 2026 pukul 23.59 WITA')
    }
    expect(await at(13, '17:00')).toEqual([
      `${coordinator}: 5 dari 51 formulir dikirim, tidak ada hari kerja tersisa: ${title}`,
    ])
  })

  it('Saturday 14 to Monday 16 February: a weekend and joint leave pass in silence', async () => {
    expect(await at(16, '20:00')).toEqual([])
  })

  it('Tuesday 17 February, a holiday: the final day is told at 08.00, and Bappeda at 17.00', async () => {
    await moveTo(system, wita(17, '08:00'))
    const mails = await bag.take()
    const late = but('perikanan', 'dinsos')
    const told = mails.filter(({ to }) => !to.includes(coordinator))
    expect(told.map(({ to }) => to.join()).toSorted()).toEqual(
      late.flatMap((id) => [`operator@${id}.example`, `kepala@${id}.example`]).toSorted(),
    )
    for (const { subject, text } of told) {
      expect(subject).toMatch(/^Batas akhir hari ini pukul 23\.59 WITA: \d formulir belum dikirim$/)
      expect(text).toMatch(/hari libur nasional \(Tahun Baru Imlek 2577 Kongzili\)/)
    }
    expect(await at(17, '17:00')).toEqual([
      `${coordinator}: 5 dari 51 formulir dikirim, hari ini batas akhir: ${title}`,
    ])
  })

  it('the last minute counts, the first of the next day does not', async () => {
    await moveTo(system, wita(17, '23:58'))
    const dukcapil = await operator('dukcapil')
    await submit(dukcapil, 'dukcapil', tagging)
    expect(await bag.lines(1)).toHaveLength(1)
    await moveTo(system, '2026-02-18T00:00:00+08:00')
    const refused = expectStatus(
      await post(
        dukcapil,
        { agencyId: 'dukcapil', formId: review2025 },
        { nil: true, reason: 'Tidak ada kegiatan pada tahun 2025.' },
      ),
      409,
    )
    expect(refused.body).toMatchObject({ code: 'round-closed' })
    expect(JSON.stringify(refused.body)).toMatch(/ditutup pada Selasa, 17 Februari 2026.*tetap tersimpan.*perpanjangan/)
  })

  it('Wednesday 18 February 08.00: the closing report to Bappeda and the viewer; those who are late hear that it is closed', async () => {
    const lines = await at(18, '08:00')
    const late = but('perikanan', 'dinsos')
    expect(lines).toEqual(
      [
        ...both(late, () => `Pengisian ditutup, formulir belum dikirim: ${title}`),
        ...[coordinator, 'viewer@bappeda.example'].map(
          (email) => `${email}: Laporan penutupan, 6 dari 51 formulir dikirim: ${title}`,
        ),
      ].toSorted(),
    )
  })

  it('a re-opening for one agency is told to it and to whoever got the report, which it corrects; what is then sent counts as late', async () => {
    bappeda = await new Visitor(system).signIn(coordinator)
    const body = {
      kind: 'reopen',
      closesOn: '2026-02-20',
      agencyIds: ['kec-alak'],
      reason: 'Jaringan di Kecamatan Alak putus sejak Jumat.',
    }
    expectStatus(await bappeda.request('POST', `/api/rounds/${roundId}/windows`, body), 201)
    const until = 'Jumat, 20 Februari 2026 pukul 23.59 WITA'
    const lines = await bag.lines(4)
    expect(lines.map((line) => line.split(' sampai ')[0])).toEqual(
      [
        ...both(['kec-alak'], () => 'Dibuka kembali'),
        ...[coordinator, 'viewer@bappeda.example'].map(
          (email) => `${email}: Koreksi laporan penutupan, Kecamatan Alak dibuka`,
        ),
      ].toSorted(),
    )
    expect(lines.every((line) => line.includes(until))).toBe(true)
    await submit(await operator('kec-alak'), 'kec-alak', tagging)
    const { body: board } = expectStatus(await bappeda.request('GET', `/api/rounds/${roundId}/assignments`), 200)
    const { assignments } = board as { assignments: { agencyId: string; formId: string; timeliness: string | null }[] }
    const timeliness = (agencyId: string) =>
      assignments.find((each) => each.agencyId === agencyId && each.formId === tagging)?.timeliness
    expect(['perikanan', 'dukcapil', 'kec-alak'].map(timeliness)).toEqual(['on-time', 'in-extension', 'late'])
  })

  it('every notice has come to an end, and nobody was ever mailed together with somebody else', async () => {
    await moveTo(system, '2026-02-24T12:00:00+08:00')
    bappeda = await new Visitor(system).signIn(coordinator)
    const { body } = expectStatus(await bappeda.request('GET', `/api/notifications?round=${roundId}`), 200)
    const { notifications } = body as { notifications: { nid: string; state: string }[] }
    expect(notifications.length).toBeGreaterThan(150)
    const open = notifications.filter(({ state }) => !['sent', 'cancelled', 'expired', 'suppressed'].includes(state))
    expect(open).toEqual([])
    const mails = await new Mailbag(system).take(0, { codes: true })
    expect(mails.filter(({ to }) => to.length !== 1)).toEqual([])
    const nids = mails.map(
      ({ headers }) => Object.entries(headers).find(([name]) => /^x-notification-id$/i.test(name))?.[1],
    )
    expect(new Set(nids).size).toBe(mails.length)
  })
})
