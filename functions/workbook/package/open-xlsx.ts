/**
 * Which part of an XLSX package is what, as its relations say. Macros and links to other workbooks are refused by what is
 * there, not by what a list of types allows for: SheetJS names the type of macros in every file that it writes.
 */
import { refuse } from '../book.ts'
import { decodeXml } from './decode-text.ts'
import type { Zip } from './read-zip.ts'
import { attributeOf, localName, scanXml } from './scan-xml.ts'

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: string }
export type XlsxPackage = {
  readonly workbook: string
  /** Sheets of cells in the order of the tabs; charts with a tab of their own have none. */
  readonly sheets: readonly SheetPart[]
  readonly styles: string | undefined
  readonly sharedStrings: string | undefined
  readonly date1904: boolean
  /** The text of a part by its name; `undefined` where there is none. */
  text(part: string): string | undefined
}

const maxSheets = 60

export function openXlsx(zip: Zip): XlsxPackage {
  const lower = new Map(zip.names.map((name) => [name.toLowerCase(), name]))
  refuseByName([...lower.keys()])
  const text = (part: string) => {
    const name = lower.get(part.toLowerCase())
    const bytes = name === undefined ? undefined : zip.part(name)
    return bytes === undefined ? undefined : decodeXml(bytes)
  }
  const root = relationsOf('', text).find(({ type }) => type === 'officeDocument')?.target
  const workbook = root !== undefined && lower.has(root.toLowerCase()) ? root : 'xl/workbook.xml'
  refuseMacroTypes(text('[Content_Types].xml'), lower)
  const relations = relationsOf(workbook, text)
  const { sheets, date1904 } = readTabs(text(workbook), relations)
  for (const { part } of sheets) if (!lower.has(part.toLowerCase())) throw refuse('broken')
  const partOf = (type: string) => relations.find((each) => each.type === type)?.target
  return {
    workbook,
    sheets,
    date1904,
    styles: partOf('styles'),
    sharedStrings: partOf('sharedStrings'),
    text,
  }
}

function refuseByName(names: readonly string[]): void {
  if (names.some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/')))
    throw refuse('macros')
  if (names.includes('xl/workbook.bin')) throw refuse('binary-excel')
  if (names.some((name) => name.startsWith('xl/externallinks/'))) throw refuse('external-links')
  if (!names.some((name) => name.startsWith('xl/') || name === '[content_types].xml')) throw refuse('not-a-workbook')
  if (names.some((name) => name.startsWith('word/') || name.startsWith('ppt/'))) throw refuse('not-a-workbook')
}

/** Only a type that is given to a part which is there. */
function refuseMacroTypes(types: string | undefined, names: ReadonlyMap<string, string>): void {
  if (types === undefined) return
  scanXml(types, {
    open: ({ name, attributes }) => {
      if (localName(name) !== 'Override' || !/macroEnabled/i.test(attributes.ContentType ?? '')) return
      const part = (attributes.PartName ?? '').replace(/^\//, '').toLowerCase()
      if (names.has(part)) throw refuse('macros')
    },
    close: () => undefined,
  })
}

type Relation = { readonly id: string; readonly type: string; readonly target: string }

/** Relations of a part, `''` for the package itself; targets are names of parts. */
export function relationsOf(part: string, text: (part: string) => string | undefined): Relation[] {
  const cut = part.lastIndexOf('/') + 1
  const xml = text(`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`)
  const found: Relation[] = []
  if (xml === undefined) return found
  scanXml(xml, {
    open: ({ name, attributes }) => {
      if (localName(name) !== 'Relationship' || attributes.TargetMode === 'External') return
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(part.slice(0, cut), target) })
      if (found.length > 10_000) throw refuse('unsafe')
    },
    close: () => undefined,
  })
  return found
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const steps = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readTabs(xml: string | undefined, relations: readonly Relation[]) {
  if (xml === undefined) throw refuse('broken')
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets: SheetPart[] = []
  const parts = new Set<string>()
  let date1904 = false
  let tabs = 0
  scanXml(xml, {
    open: ({ name, attributes }) => {
      const local = localName(name)
      if (local === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (local !== 'sheet') return
      tabs += 1
      const relation = byId.get(attributeOf(attributes, 'id') ?? '')
      if (relation?.type === 'xlMacrosheet') throw refuse('macros')
      // One part read as many sheets would multiply what it costs.
      if (tabs > maxSheets || (relation !== undefined && parts.has(relation.target))) throw refuse('unsafe')
      if (relation === undefined) throw refuse('broken')
      parts.add(relation.target)
      if (relation.type !== 'worksheet') return
      const hidden = /^(hidden|veryHidden)$/.test(attributes.state ?? '')
      sheets.push({ name: attributes.name ?? '', hidden, part: relation.target })
    },
    close: () => undefined,
  })
  return { sheets, date1904 }
}
