/** Reads what the guide is computed from. */
import { allRounds } from '../../schema/notice.ts'
import type { SetUp } from '../../schema/set-up.ts'
import type { PublishedForms } from '../forms/published-forms.ts'
import { hasArrived } from '../notices/desk/test-mail.ts'
import type { NoticeLedger } from '../notices/ledger/ledger.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import type { Rounds } from '../round/rounds.ts'
import { isDraft } from '../round/windows.ts'
import { setUpOf } from './set-up.ts'

type Ports = {
  regions: Regions
  rounds: Rounds
  forms: FormCatalogue
  publishedForms: PublishedForms
  notices: NoticeLedger
}

/** Refuses with `not-found`. */
export async function loadSetUp(now: Date, ports: Ports, region: string): Promise<SetUp> {
  const each = async <T>(ids: readonly string[], load: (region: string, id: string) => Promise<T | undefined>) =>
    (await Promise.all(ids.map((id) => load(region, id)))).filter((facts) => facts !== undefined)
  const [facts, rounds, rehearsals, forms, own, tests] = await Promise.all([
    ports.regions.load(region),
    ports.rounds.list(region).then((ids) => each(ids, ports.rounds.loadFrame)),
    ports.rounds.listRehearsals(region).then((ids) => each(ids, ports.rounds.load)),
    ports.forms.all(region),
    ports.publishedForms.list(region),
    ports.notices.testMails(region),
  ])
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  // The ids of an older release tell no kind; before the first opening there are few to look through.
  const isOpened = rounds.some((each) => !isDraft(each))
  const notices = isOpened || hasArrived(tests) ? tests : await ports.notices.list(region, allRounds, 'test-mail')
  const known = new Set(forms.map(({ id }) => id)).size
  const ownForms = new Set(own.map(({ definition }) => definition.id)).size
  return setUpOf(now, { region: facts, rounds, rehearsals, notices, forms: { known, own: ownForms } })
}
