// @vitest-environment node
/** The check of built files for old browsers sees what it must see: otherwise it could only pass. */
import { expect, it } from 'vitest'
import { newerThanOffices } from './fixtures/newer-syntax.ts'

it.each([
  ['optional chaining', 'a?.b'],
  ['a default for null', 'a ?? b'],
  ['an assignment of it', 'a ??= b'],
  ['a class field', 'class A { b = 1 }'],
  ['a private name', 'class A { #b() {} }'],
  ['a catch without a name', 'try { a() } catch { b() }'],
  ['a number with separators', 'a(1_000)'],
  ['a big integer', 'a(1n)'],
  ['a look-behind', '/(?<=a)b/.test(c)'],
  ['a named group', '/(?<a>b)/.test(c)'],
  ['a class of Unicode letters', '/\\p{L}/u.test(c)'],
  ['the flag that lets a dot be a line break', '/a.b/s.test(c)'],
  ['await outside of a function', 'await a()'],
  ['a newer method', 'a.matchAll(/b/g)'],
])('%s is found', (_name, code) => expect(newerThanOffices(code)).not.toEqual([]))

it.each([
  ['what they know', 'async function a() { for await (const { b, ...c } of d) await import(`./b`) }'],
  ['text about newer things', 'a("b?.c ?? d.replaceAll()") // e ??= f'],
])('%s is let pass', (_name, code) => expect(newerThanOffices(code)).toEqual([]))
