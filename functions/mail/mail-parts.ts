/**
 * What every template decides, and what the frame (html layout, text foot) makes of it. The text part is written by hand
 * beside the html, because a stripped page reads like one; both say the same things in the same order.
 */
import type { ComponentChildren } from 'preact'
import type { MailContent } from '../domain/notices/write/content.ts'
import type { Language } from '../schema/wording.ts'

export type MailKind = MailContent['kind']
export type ContentOf<K extends MailKind> = Extract<MailContent, { kind: K }>

export type MailParts = {
  /** Cut to 120 characters and one line by the frame. */
  subject: string
  /** What an inbox shows behind the subject: the next thing to know, not the subject again. */
  preheader: string
  /** The most important sentence, the mail's first line. */
  heading: string
  /** Above the button: what to know and to do. */
  lead: ComponentChildren
  /** The one thing to do. Absent where there is nothing to do, and in the sign-in mail, which never links. */
  action?: { label: string; url: string }
  /** Below the button: lists and particulars. */
  details?: ComponentChildren
  /** The text part's paragraphs above the link, heading and foot not included. */
  text: string[]
  /** Paragraphs below the link. */
  textDetails?: string[]
  /** Completes "This mail was sent automatically because ...". */
  why: string
}

export type Template<K extends MailKind> = (content: ContentOf<K>, language: Language) => MailParts

/** A template's own words, in both languages. */
export type Words<T> = Record<Language, T>
