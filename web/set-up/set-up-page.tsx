/** From an empty region to its first opened round: a list of tasks that says what is done, what is next, and leads there. */
import { useEffect } from 'preact/hooks'
import { useResource } from '../api/resource.ts'
import { fetchSetUp, type SetUp, type StepState } from '../api/set-up.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { stepTitles, setUpWording as words } from '../wording/set-up.ts'
import { inGuide } from './back-to-guide.tsx'
import { factsOf, pageOf } from './step-words.ts'
import './set-up.css'

export function SetUpPage() {
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource('set-up', fetchSetUp)
  useEffect(() => {
    if (value !== undefined) inGuide.value = !value.opened
  }, [value])
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const done = value.steps.filter(({ state }) => state === 'done').length
  return (
    <section class="set-up">
      <h1>{say(words.title)}</h1>
      <p>{say(value.opened ? words.opened : words.lead)}</p>
      <p>
        <strong>{say(words.count(done, value.steps.length))}</strong>
      </p>
      {value.opened ? (
        <p>
          <a class="button main" href="/rekap">
            {say(words.toBoard)}
          </a>
        </p>
      ) : (
        <NextStep setUp={value} />
      )}
      <h2>{say(words.steps)}</h2>
      <TaskList setUp={value} />
    </section>
  )
}

function NextStep({ setUp }: { readonly setUp: SetUp }) {
  const { next } = setUp
  if (next === null) return null
  return (
    <section class="card" aria-labelledby="next-step">
      <h2 id="next-step">
        {say(words.next)}: {say(stepTitles[next])}
      </h2>
      <p>{say(factsOf(next, setUp))}</p>
      <a class="button main" href={pageOf(next, setUp)}>
        {say(stepTitles[next])}
      </a>
    </section>
  )
}

const tones: Record<StepState, string> = { done: 'tag accepted', open: 'tag', later: 'hint' }

function TaskList({ setUp }: { readonly setUp: SetUp }) {
  return (
    <ol class="task-list">
      {setUp.steps.map(({ step, state }) => (
        <li key={step}>
          <div>
            {state === 'later' ? (
              <strong id={`step-${step}`}>{say(stepTitles[step])}</strong>
            ) : (
              <a href={pageOf(step, setUp)} aria-describedby={`state-${step}`}>
                {say(stepTitles[step])}
              </a>
            )}
            <p class="hint">{say(factsOf(step, setUp))}</p>
          </div>
          <span id={`state-${step}`} class={tones[state]}>
            {say(words[state])}
          </span>
        </li>
      ))}
    </ol>
  )
}
