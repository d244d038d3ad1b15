/** Gmail hides what lies behind 102 KB. A digest of the whole city, with long names and everything missing, stays under 90 KB. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DigestContent as Digest, DigestAgency } from '../../functions/domain/notices/write/digest-content.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { runsOf } from '../setup/thorough.ts'
import { contentOf, foot } from './kupang-contents.ts'

const forms = ['3A', 'Reviu 2025', 'Cakupan layanan', 'Data sasaran', 'Data pendukung']

function cityOf(agencies: number, name: string): Digest {
  const agency = (index: number): DigestAgency => ({
    name: `${name} ${index}`,
    url: `https://lengkap.kupangkota.example/rounds/3a-2026-2/agencies/agency-${index}`,
    lines: forms.map((form) => ({
      form: `${form} ${name}`,
      status: 'returned' as const,
      progress: '1 dari 1.479 isian wajib (0%)',
      missing: Array.from({ length: 5 }, (_, row) => `Baris ${row} · ${name} · Belanja langsung ke sasaran`),
      moreMissing: 1_400,
    })),
    flags: ['lewat target', 'belum pernah masuk', 'perlu perbaikan'],
    findings: { blocking: 3, warning: 12, info: 4 },
    phone: '0380-555-0142',
  })
  const list = Array.from({ length: agencies }, (_, index) => agency(index))
  const base = contentOf('digest') as Digest
  return {
    ...base,
    calls: list.slice(0, 12).map((each) => ({
      agency: each.name,
      people: [{ name, phone: '0380-555-0142', deputyOf: name }],
      reasons: [name, name, name],
    })),
    moreCalls: 18,
    remindUrl: `https://lengkap.kupangkota.example/surat/ingatkan?perangkat=${'kec-kelapa-lima,'.repeat(60)}`,
    incomplete: list,
    moreAgencies: 20,
    late: list,
    complete: list.map((each) => each.name),
    changes: list.map((each) => `${each.name} mengirim ${name}`),
    unreachable: list.map(({ name: owner }) => ({ ...base.unreachable[0]!, agency: owner, person: name })),
    findings: list.map((each) => ({
      severity: 'Peringatan',
      check: name,
      where: each.name,
      count: 3,
      stake: 'Rp1.234.567.890.123',
      url: `https://lengkap.kupangkota.example/temuan?putaran=3a-2026-2&pemeriksaan=A09`,
    })),
  }
}

describe('a digest', () => {
  it('of five rounds stays under it too, and names each of them', () => {
    const parts = ['I', 'II', 'III', 'IV', 'V'].map((phase) => ({
      ...cityOf(30, 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak '.repeat(3)),
      round: `Aksi 3A Tahap ${phase}`,
    }))
    const [first, ...others] = parts
    const { html, text } = renderMail({ ...first!, others }, 'id', foot.id)
    expect(Buffer.byteLength(html)).toBeLessThan(90_000)
    for (const { round } of parts) expect(text).toContain(round)
  })
  it('stays under 90 KB of html for 30 agencies, all forms and names of any length', () => {
    const names = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 160 }),
      fc.constantFrom(
        'W'.repeat(160),
        '&<>"'.repeat(40),
        'Dinas Pemberdayaan Perempuan dan Perlindungan Anak '.repeat(3),
        '統計局'.repeat(50),
      ),
    )
    fc.assert(
      fc.property(names, fc.constantFrom('id', 'en'), (name, language) => {
        const { html } = renderMail(cityOf(30, name), language, foot[language])
        expect(Buffer.byteLength(html)).toBeLessThan(90_000)
      }),
      { numRuns: runsOf(120) },
    )
  })

  it('counts what it leaves out', () => {
    const { html, text } = renderMail(
      cityOf(30, 'Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kota'),
      'id',
      foot.id,
    )
    for (const part of [html, text]) {
      expect(part).toMatch(/belum lengkap: 50 perangkat daerah/i)
      expect(part).toContain('dan 20 lainnya; lihat papan kelengkapan.')
    }
  })

  it('keeps every name when there is room', () => {
    const { html } = renderMail(cityOf(6, 'Alak'), 'id', foot.id)
    expect(html.match(/Baris 4 · Alak/g)).toHaveLength(6 * forms.length)
  })

  it('puts the agencies in the order it was given, kecamatan first', () => {
    const { text } = renderMail(contentOf('digest'), 'id')
    const places = ['Kecamatan Alak', 'Kecamatan Kota Lama', 'Dinas Perikanan'].map((name) =>
      text.indexOf(`\n${name}\n`),
    )
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(Math.min(...places)).toBeGreaterThan(0)
  })
})
