/** An address that several regions know: which one, asked once the code is right. */
import type { Problem } from '../api/problem.ts'
import { say } from '../wording/language.ts'
import { signInWording as words } from '../wording/sign-in.ts'

export type Regions = NonNullable<Problem['body']['regions']>

type RegionStepProps = {
  readonly regions: Regions
  readonly busy: boolean
  readonly onChoose: (region: string) => void
}

/** What had the focus before is gone. Not made anew for each drawing, which would move the focus each time. */
const begin = (place: HTMLElement | null) => place?.querySelector('button')?.focus()

export function RegionStep({ regions, busy, onChoose }: RegionStepProps) {
  return (
    <div class="stack" ref={begin}>
      <strong>{say(words.chooseRegion)}</strong>
      {regions.map(({ region, name }) => (
        <button type="button" class="button" disabled={busy} onClick={() => onChoose(region)}>
          {name}
        </button>
      ))}
    </div>
  )
}
