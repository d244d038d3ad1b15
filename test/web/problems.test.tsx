/** The bar, the list above the form and the task list tell one number, each line leads to its cell, and F8 to the next. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { measureDraft } from '../../functions/domain/round/measure-draft.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import { HeaderFields } from '../../web/form/header-fields.tsx'
import { problemsNow } from '../../web/form/model/problems-now.ts'
import { goToNext, onF8 } from '../../web/form/next-problem.ts'
import { ErrorSummary } from '../../web/form/submit/error-summary.tsx'
import { SubmitBar } from '../../web/form/submit/submit-bar.tsx'
import { createSubmission } from '../../web/form/submit/use-submission.ts'
import { TaskCard } from '../../web/tasks/task-card.tsx'
import { assignment, roundView, signInAs } from './fixtures/desk.ts'
import { definition, openForm, playServer, references, work } from './fixtures/opened-form.tsx'
import { until } from './fixtures/until.ts'

const rows = Array.from({ length: 8 }, (_, index) => ({
  rowKey: `r${index}`,
  cells: (index === 4 ? { kode: 'k', pagu: 'seratus' } : { kode: `k${index}`, uraian: 'x' }) as Cells,
}))
const answers: Answers = { fields: { ada: 'tidak' }, rows: { baris: rows } }

beforeEach(() => {
  signInAs('operator')
  vi.stubGlobal('fetch', playServer(answers).fetch)
})
let stop = () => {}
afterEach(() => {
  stop()
  cleanup()
  vi.unstubAllGlobals()
})

async function openAll() {
  const opened = await openForm()
  const { model, session } = opened
  const submission = createSubmission({ ...opened, work }, () => undefined)
  const Page = () => (
    <>
      <ErrorSummary attempt={submission.attempts.value} />
      <HeaderFields />
      <SubmitBar session={session} submission={submission} open />
    </>
  )
  stop = onF8(() => goToNext(model))
  opened.show(<Page />)
  await submission.check()
  model.problems.value = problemsNow(model)
  return { ...opened, submission }
}

it('bar, list and task list tell the same numbers of the same draft', async () => {
  await openAll()
  // nama; per row pagu and jumlah, of row 5 also uraian, and its pagu is wrong.
  const numbers = '1 salah, 17 belum diisi'
  expect(await screen.findByRole('button', { name: numbers })).toBeTruthy()
  const summary = screen.getByRole('alert')
  expect(summary.textContent).toContain(`${numbers}.`)
  expect([...summary.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^Baris 5 · k: /),
    'Nama',
    'Pagu: 7 baris',
    'Jumlah: 8 baris',
    'Baris 5 · k: Uraian',
  ])
  cleanup()
  const context = { today: '2026-02-11', agencyId: 'dinsos', fiscalYear: 2026, references }
  const measured = measureDraft(definition, answers, context)
  const { container } = openTask({ ...measured, status: 'draft', draftVersion: 1 })
  expect(container.textContent).toContain(`Yang perlu dibereskan: ${numbers}`)
  expect(container.querySelector('.missing a')?.getAttribute('href')).toBe('/putaran/r1/dinsos/3a#/rows/baris/r4/pagu')
})

it('F8 leads to the first place in the form’s order, and on from where the focus is', async () => {
  const { model } = await openAll()
  const sought: (string | undefined)[] = []
  model.sought.subscribe((pointer) => sought.push(pointer))
  fireEvent.keyDown(document.body, { key: 'F8' })
  await until(() => expect(document.activeElement).toBe(screen.getByLabelText(/^Nama/)))
  fireEvent.keyDown(document.body, { key: 'F8' })
  await until(() => expect(sought).toContain('/rows/baris/r0/pagu'))
})

function openTask(more: Parameters<typeof assignment>[2]) {
  const view = roundView(['dinsos'])
  return render(<TaskCard assignment={assignment('dinsos', '3a', more)} view={view} />)
}
