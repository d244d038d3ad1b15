/** Says which agencies have no operator or no head: now, or once what is typed is saved. */
import { Fragment } from 'preact'
import { lacksAfter, lacksIn } from '../../functions/rules/staffing.ts'
import type { Agency, Lack, Person } from '../../functions/schema/region.ts'
import type { Directory } from '../api/settings.ts'
import { say } from '../wording/language.ts'
import { lackTags, staffingWords as words } from '../wording/staffing.ts'

type Staff = Pick<Person, 'id' | 'role' | 'agencyIds' | 'disabled'>

/** Of all agencies, as they stand. */
export function StaffingNow({ directory }: { readonly directory: Directory }) {
  return <Lacks lacks={lacksIn(directory)} directory={directory} sentences={words.now} />
}

/** Beside one agency's name. */
export function LackTags({ agency, people }: { readonly agency: Agency; readonly people: Directory['people'] }) {
  return (
    <>
      {lacksIn({ agencies: [agency], people }).map(({ lacks }) => (
        <Fragment key={lacks}>
          {' '}
          <span class="tag late">{say(lackTags[lacks])}</span>
        </Fragment>
      ))}
    </>
  )
}

/** `directory` as it stood before the change. */
export function LeftWithout({
  directory,
  person,
  saved,
}: {
  readonly directory: Directory
  readonly person: Staff
  readonly saved: boolean
}) {
  const lacks = lacksAfter(directory, person)
  return (
    <div aria-live="polite">
      <Lacks lacks={lacks} directory={directory} sentences={saved ? words.now : words.soon} />
    </div>
  )
}

function Lacks({
  lacks,
  directory,
  sentences,
}: {
  readonly lacks: readonly Lack[]
  readonly directory: Directory
  readonly sentences: (typeof words)['now']
}) {
  if (lacks.length === 0) return null
  const of = (which: Lack['lacks']) => lacks.filter((each) => each.lacks === which).map(({ agencyId }) => agencyId)
  const name = (id: string) => directory.agencies.find((agency) => agency.id === id)?.shortName ?? id
  return (
    <div class="panel warning">
      {(['operator', 'verifier'] as const)
        .filter((which) => of(which).length > 0)
        .map((which) => (
          <p key={which}>{say(sentences[which](of(which).map(name).join(', ')))}</p>
        ))}
    </div>
  )
}
