/** A digest of one round, or of several that fell due at one instant with a part each. */
import type { Language } from '../schema/wording.ts'
import { digestPart } from './digest.tsx'
import type { Detail } from './digest-detail.ts'
import { type Digest, digestWords } from './digest-words.ts'
import { colours } from './look.ts'
import type { MailParts } from './mail-parts.ts'
import { Button, Paragraph, RoundTitle } from './parts.tsx'
import { clip } from './safe-text.ts'

/** At one level of detail; the frame takes the first level that fits. */
export function digest(content: Digest, language: Language, detail: Detail): MailParts {
  const { others = [], settingsUrl } = content
  const say = digestWords[language]
  const own = sharedAmong(detail, 1 + others.length)
  const first = digestPart(content, language, own)
  const rest = others.map((each) => ({ title: clip(each.round, 120), ...digestPart(each, language, own) }))
  const isOne = others.length === 0
  const title = clip(content.round, 120)
  const [greeting = '', ...lead] = first.text
  return {
    ...first,
    lead: (
      <>
        {!isOne && <RoundTitle title={title} />}
        {first.lead}
      </>
    ),
    details: (
      <>
        {first.details}
        {rest.map((part) => (
          <>
            <RoundTitle title={part.title} />
            {part.lead}
            {part.action && <Button {...part.action} />}
            {part.details}
          </>
        ))}
        {settingsUrl && (
          <Paragraph>
            <a class="k" href={settingsUrl} style={`color:${colours.action}`}>
              {say.settings}
            </a>
          </Paragraph>
        )}
      </>
    ),
    text: [greeting, ...(isOne ? [] : [title.toUpperCase()]), ...lead],
    textDetails: [
      ...(first.textDetails ?? []),
      ...rest.flatMap(({ title: name, text, action, textDetails = [] }) => [
        name.toUpperCase(),
        ...text.slice(1),
        ...(action === undefined ? [] : [`${action.label}: ${action.url}`]),
        ...textDetails,
      ]),
      ...(settingsUrl ? [`${say.settings}: ${settingsUrl}`] : []),
    ],
  }
}

/** Several rounds share the room of one. */
function sharedAmong(detail: Detail, parts: number): Detail {
  const share = (count: number) => Math.ceil(count / parts)
  const { agencies, calls, findings, changes, complete } = detail
  return {
    ...detail,
    agencies: share(agencies),
    calls: share(calls),
    findings: share(findings),
    changes: share(changes),
    complete: share(complete),
  }
}
