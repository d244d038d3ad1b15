/** A line of history says what was changed, from what to what where that takes few words, and how many of a list. */
import { expect, it } from 'vitest'
import { changedWords } from '../../web/settings/changed-words.ts'
import { settingsWording } from '../../web/wording/settings.ts'

const person = {
  revision: 1,
  at: '2026-02-10T01:00:00.000Z',
  name: 'Ina',
  role: 'operator',
  phone: '0812',
  agencyIds: ['dinsos'],
  disabled: false,
}

it('names the first revision, and one without a change', () => {
  expect(changedWords(person, undefined).id).toBe('Dibuat')
  expect(changedWords({ ...person, revision: 2, at: '2026-02-11T01:00:00.000Z' }, person).id).toBe(
    'Disimpan tanpa perubahan',
  )
})

it('tells old and new of what is short, in both languages', () => {
  const { phone: _phone, ...silent } = person
  const next = { ...silent, role: 'verifier', disabled: true, email: 'ina@dinsos.example' }
  expect(changedWords(next, person)).toEqual({
    id: 'Diubah: telepon (0812 menjadi –), alamat surel (– menjadi ina@dinsos.example), peran (Operator menjadi Kepala / camat), status aktif (Aktif menjadi Nonaktif)',
    en: 'Changed: telephone (0812 to –), address (– to ina@dinsos.example), role (Operator to Head), active or not (Active to Deactivated)',
  })
  const names = [{ name: { id: 'Lama', en: 'Old' } }, { name: { id: 'Baru', en: 'New' } }] as const
  expect(changedWords(names[1], names[0])).toEqual({
    id: 'Diubah: nama (Lama menjadi Baru)',
    en: 'Changed: name (Old to New)',
  })
})

it('counts what came and went of a list, writes dates out, and tells the parts of a mail plan', () => {
  const round = {
    targetOn: '2026-02-13',
    assigned: { count: 2, added: 2, removed: 0 },
    alertPlan: { morning: '08:00', workingDaysBeforeTarget: [5, 2] },
  }
  const next = {
    targetOn: '2026-02-16',
    assigned: { count: 3, added: 2, removed: 1 },
    alertPlan: { morning: '07:00', workingDaysBeforeTarget: [4] },
  }
  expect(changedWords(next, round).id).toBe(
    'Diubah: target penyelesaian (Jumat, 13 Februari 2026 menjadi Senin, 16 Februari 2026), jadwal surel (hari pengingat (5, 2 menjadi 4), surel pagi (08:00 menjadi 07:00)), penugasan (+2, −1)',
  )
  const same = { ...round, assignments: [{ a: 1 }], assigned: { count: 2, added: 0, removed: 0 } }
  expect(changedWords(same, round)).toBe(settingsWording.unchanged)
})
