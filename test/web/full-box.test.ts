/** No box of the page cuts a text without a word. */
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { watchFullBoxes } from '../../web/controls/full-box.ts'

let box: HTMLTextAreaElement
beforeAll(() => watchFullBoxes(document))
beforeEach(() => {
  document.body.innerHTML = '<textarea maxlength="10"></textarea>'
  box = document.querySelector('textarea') as HTMLTextAreaElement
})

/** As a browser does: it is pasted, and cut, unless somebody prevents it. */
function paste(text: string): boolean {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'clipboardData', { value: { getData: () => text } })
  return box.dispatchEvent(event)
}
const note = () => document.querySelector('[role=alert]')?.textContent ?? ''

it('a pasted text that does not fit is not pasted, and its length is told', () => {
  box.value = 'abcd'
  box.setSelectionRange(4, 4)
  expect(paste('1234567')).toBe(false)
  expect([box.value, note()]).toEqual(['abcd', expect.stringContaining('11 karakter, paling banyak 10')])
})

it('a text that fits is pasted, also over what is selected', () => {
  box.value = 'abcdefghij'
  box.setSelectionRange(0, 10)
  expect([paste('1234567890'), note()]).toEqual([true, ''])
})

it('a full box says so until there is room again', () => {
  const type = (text: string) => {
    box.value = text
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  type('1234567890')
  expect(note()).toContain('Sudah penuh: paling banyak 10 karakter')
  type('123456789')
  expect(note()).toBe('')
})
