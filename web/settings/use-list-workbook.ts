/** A list of the coordinator's that goes out and comes in as a workbook. An upload changes nothing until it is confirmed. */
import { useState } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { maxWorkbookBytes } from '../../functions/schema/workbook-limits.ts'
import { fetchListWorkbook, loadList } from '../api/list-workbooks.ts'
import { isProblem, Problem, sayFailure } from '../api/problem.ts'
import { packFile } from '../form/workbook/pack-file.ts'
import { saveFile } from '../form/workbook/save-file.ts'
import { say } from '../wording/language.ts'
import { settingsWording } from '../wording/settings.ts'
import { workbookWording } from '../wording/workbook.ts'

/** `path`: of the API, where the list is read and loaded. */
export type WorkbookList = { readonly path: string; readonly name: string; readonly fileName: string }
export type ListUpload = {
  readonly list: WorkbookList
  readonly name: string
  readonly file: Blob
  readonly preview: WorkbookPreview
}
export type ListWorkbook = ReturnType<typeof useListWorkbook>

/** `loaded`: said when it is in force; `reload`: shows the list as it then is. */
export function useListWorkbook({ loaded, reload }: { readonly loaded: Wording; readonly reload: () => void }) {
  const [upload, setUpload] = useState<ListUpload>()
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; text: string }>()
  const [busy, setBusy] = useState<Wording>()
  const attempt = async (doing: Wording, act: () => Promise<unknown>) => {
    setTold(undefined)
    setBusy(doing)
    try {
      await act()
    } catch (failure) {
      setTold({ tone: 'bad', text: sayAll(failure) })
    } finally {
      setBusy(undefined)
    }
  }
  return {
    upload,
    told,
    busy,
    download: (list: WorkbookList) =>
      attempt(workbookWording.downloading, async () => saveFile(await fetchListWorkbook(list.path), list.fileName)),
    check: (list: WorkbookList, file: File) =>
      attempt(workbookWording.checking, async () => {
        const packed = file.size > maxWorkbookBytes ? undefined : await packFile(file)
        if (packed === undefined) return setTold({ tone: 'bad', text: say(workbookWording.tooLarge) })
        setUpload({ list, name: file.name, file: packed, preview: await loadList(list.path, packed, false) })
      }),
    confirm: (seen: ListUpload) =>
      attempt(settingsWording.saving, async () => {
        const { list, file } = seen
        try {
          await loadList(list.path, file, true)
        } catch (failure) {
          // Others changed something since the file was looked at: what is wrong now is shown by cell.
          if (isProblem(failure, 'answers-invalid'))
            setUpload({ ...seen, preview: await loadList(list.path, file, false) })
          throw failure
        }
        setUpload(undefined)
        setTold({ tone: 'good', text: `${list.name}: ${say(loaded)}` })
        reload()
      }),
    cancel: () => setUpload(undefined),
  }
}

/** With what is wrong where the refusal names it and no cell can. */
function sayAll(failure: unknown): string {
  const named =
    failure instanceof Problem && failure.body.code === 'settings-invalid'
      ? failure.body.errors.map(({ detail }) => detail)
      : []
  return [sayFailure(failure), ...named].join(' ')
}
