/** A kecamatan whose coverage shows every case: behind its target, ahead of it, good when low, and without data. */
import type { DistrictPaper } from '../../web/api/results.ts'

const words = (text: string) => ({ id: text, en: text })
const names = ['Alak', 'Batuplat', 'Fatufeto', 'Manutapen', 'Naioni', 'Namosain']
const period = { id: 'Semester II 2025', en: 'Second semester of 2025' }

const indicator = (id: string, label: string, percents: readonly (number | null)[], more: object) => ({
  id,
  label: words(label),
  period: '2025-S2',
  periodName: period,
  part: 412,
  whole: 590,
  percent: 69.8,
  withoutData: percents.filter((percent) => percent === null).length,
  target: 80,
  reversed: false,
  before: 61.5,
  budget: 693_000_000,
  byKelurahan: percents.map((percent, index) => ({ name: words(names[index] ?? ''), percent })),
  ...more,
})

export const districtExample = {
  before: { title: { id: 'Putaran Agustus 2025', en: 'Round of August 2025' } },
  coverage: [
    indicator('11', '11 Ibu hamil mengonsumsi TTD minimal 90 tablet', [91, 78, 43, 66, null, 70], {}),
    indicator('13', '13 Kehamilan yang tidak diinginkan', [12, 18, 9, 21, 30, 14], {
      target: 15.5,
      reversed: true,
      percent: 17.2,
      before: 19,
      budget: 0,
    }),
    indicator('26', '26 Rumah tangga mendapat akses air minum layak', [100, 95, 90, 99, 96, 97], {
      percent: 96.2,
      before: null,
      target: null,
      budget: 1_234_567_890,
    }),
  ],
} as unknown as DistrictPaper
