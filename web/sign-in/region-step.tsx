/** An address that several regions know: which one, asked once the code is right. */
import { useEffect } from 'preact/hooks'
import type { Problem } from '../api/problem.ts'
import { say } from '../wording/language.ts'
import { signInWording as words } from '../wording/sign-in.ts'

export type Regions = NonNullable<Problem['body']['regions']>

type RegionStepProps = {
  readonly regions: Regions
  readonly error: string | undefined
  readonly busy: boolean
  readonly onChoose: (region: string) => void
}

export function RegionStep({ regions, error, busy, onChoose }: RegionStepProps) {
  // What had the focus before is gone.
  useEffect(() => document.querySelector<HTMLElement>('#regions button')?.focus(), [])
  return (
    <section id="regions" class="stack" aria-labelledby="which-region">
      <p id="which-region">
        <strong>{say(words.chooseRegion)}</strong>
      </p>
      {regions.map(({ region, name }) => (
        <button type="button" class="button" key={region} disabled={busy} onClick={() => onChoose(region)}>
          {name}
        </button>
      ))}
      {error !== undefined && <p role="alert">{error}</p>}
    </section>
  )
}
