/** To the next place that is wrong, empty or to be explained: F8, and the button at the foot. */
import type { FormModel } from './form-model.ts'

/** What finds it is fetched with the checks. */
export function goToNext(model: FormModel): void {
  void import('./model/seek-problem.ts').then(({ seekNext }) => seekNext(model))
}

/** From anywhere on the page. Answers how to stop listening. */
export function onF8(act: () => void): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.key !== 'F8') return
    event.preventDefault()
    act()
  }
  addEventListener('keydown', hear)
  return () => removeEventListener('keydown', hear)
}
