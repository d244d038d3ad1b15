/** The region's name, help line and look. Colours are shown as they will be used, with words on them. */
import { Fragment } from 'preact'
import type { SettingsRequest, SettingsRevision } from '../../functions/schema/region-requests.ts'
import { revise } from '../api/settings.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { loadSession, me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { lookWording as words } from '../wording/settings.ts'
import { Field, SelectField, TextField, WordingFields } from './fields.tsx'
import { RevisionHistory, SaveProblems, SettingsForm } from './save-parts.tsx'
import { type Edited, type Saving, useEdited } from './saving.ts'
import { BackToSettings } from './settings-page.tsx'
import './settings.css'

const path = 'directory/settings'
/** Lengkap's own colours, from which a region starts. */
const ownColours = { band: '#0f3d66', action: '#0b5cab' }

const yearsOffered = Array.from({ length: 10 }, (_, at) => at + 1)

export function RegionPage() {
  usePageTitle(say(words.title))
  const edited = useEdited<SettingsRevision, SettingsRequest>(path, settingsOf)
  const { typed, saving, history } = edited
  if (typed === undefined) {
    return edited.error === undefined ? <Loading /> : <ErrorPage error={edited.error} retry={edited.reload} />
  }
  const save = async () => {
    // The header shows the new look at once.
    if (await edited.save((content, etag) => revise(path, content, etag))) await loadSession()
  }
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <dl class="facts">
        <div>
          <dt>{say(words.zone)}</dt>
          <dd>
            {me.value?.zoneName} ({me.value?.zone}). {say(words.zoneHint)}
          </dd>
        </div>
      </dl>
      <SaveProblems saving={saving} edited={edited} />
      <SettingsForm saving={saving} send={() => save()}>
        <Fragment key={history?.etag}>
          <WordingFields
            pointer="/name"
            label={words.name}
            saving={saving}
            value={typed.name}
            onInput={(name) => edited.change({ name })}
          />
          <div class="pair">
            <TextField
              pointer="/replyTo"
              label={words.replyTo}
              hint={words.replyToHint}
              saving={saving}
              value={typed.replyTo}
              onInput={(replyTo) => edited.change({ replyTo })}
            />
            <TextField
              pointer="/helpPhone"
              label={words.helpPhone}
              saving={saving}
              value={typed.helpPhone}
              onInput={(helpPhone) => edited.change({ helpPhone })}
            />
          </div>
          <SelectField
            pointer="/paper"
            label={words.paper}
            saving={saving}
            value={typed.paper ?? 'a4'}
            options={(['a4', 'f4'] as const).map((value) => ({ value, label: say(words[value]) }))}
            onChange={(paper) => edited.change({ paper: paper === 'f4' ? 'f4' : 'a4' })}
          />
          <SelectField
            pointer="/retentionYears"
            label={words.retention}
            hint={words.retentionHint}
            saving={saving}
            value={String(typed.retentionYears ?? 2)}
            options={yearsOffered.map((years) => ({ value: `${years}`, label: `${years} ${say(words.years)}` }))}
            onChange={(years) => edited.change({ retentionYears: Number(years) })}
          />
          <LogoField edited={edited} />
          <ColourFields typed={typed} saving={saving} change={edited.change} />
        </Fragment>
      </SettingsForm>
      <RevisionHistory revisions={history?.revisions ?? []} />
    </section>
  )
}

function settingsOf(newest: SettingsRevision | undefined): SettingsRequest {
  if (newest === undefined) throw new Error('a region without settings')
  const { name, replyTo, helpPhone, colours, paper, retentionYears = 2 } = newest
  return {
    name,
    replyTo,
    helpPhone,
    retentionYears,
    paper: paper ?? 'a4',
    ...(colours === undefined ? {} : { colours }),
  }
}

function LogoField({ edited }: { readonly edited: Edited<SettingsRevision, SettingsRequest> }) {
  const { saving, typed, history } = edited
  const stands = history?.revisions[0]?.logo !== undefined && typed?.logo === undefined
  const take = async (file: File | undefined) => {
    if (file !== undefined) edited.change({ logo: { data: await base64Of(file) } })
  }
  return (
    <Field pointer="/logo" label={words.logo} hint={words.logoHint} saving={saving}>
      {(attributes) => (
        <>
          {stands && me.value?.logo !== undefined && <img class="logo-sample" src={me.value.logo} alt="" />}
          <input
            {...attributes}
            type="file"
            accept="image/png,image/jpeg"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />{' '}
          {stands && (
            <button type="button" class="button small" onClick={() => edited.change({ logo: null })}>
              {say(words.removeLogo)}
            </button>
          )}
        </>
      )}
    </Field>
  )
}

async function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

type ColourProps = {
  readonly typed: SettingsRequest
  readonly saving: Saving
  readonly change: (part: Partial<SettingsRequest>) => void
}

function ColourFields({ typed, saving, change }: ColourProps) {
  const colours = typed.colours
  return (
    <>
      <CheckBox checked={colours !== undefined} onChange={(own) => change({ colours: own ? ownColours : undefined })}>
        {say(words.ownColours)}
      </CheckBox>
      {colours !== undefined && (
        <div class="pair">
          {(['band', 'action'] as const).map((which) => (
            <div key={which} class="field">
              <TextField
                pointer={`/colours/${which}`}
                label={words[which]}
                hint={words.colourHint}
                saving={saving}
                value={colours[which]}
                input={{ type: 'color' }}
                onInput={(colour) => change({ colours: { ...colours, [which]: colour } })}
              />
              <span class="colour-sample" ref={(node) => node?.style.setProperty('background', colours[which])}>
                {say(words.sample)}
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  )
}
