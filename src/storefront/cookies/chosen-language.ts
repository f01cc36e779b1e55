import type { Request, Response } from 'express'
import type { Language } from '../../catalog/text.js'
import { parseCookies } from './cookies.js'
import { chooseLanguage, LANGUAGE_COOKIE } from '../language.js'
import { setCookie } from './set-cookie.js'

const YEAR = 365 * 24 * 3600
const NONE = new URLSearchParams()

/**
 * The language of an answer, and whether the address chose another than was chosen before. What stands on other sites'
 * pages chooses for itself alone.
 */
export interface ChosenLanguage {
  readonly language: Language
  readonly isNew: boolean
}

const DEFAULT: ChosenLanguage = { language: 'vi', isNew: false }

/** Reads address and cookies no further than it must: most requests name no language. */
export function readLanguage({ url, headers: { cookie } }: Request): ChosenLanguage {
  const inAddress = url.includes('?') && /lang|%6/.test(url)
  if (!inAddress && !cookie?.includes(LANGUAGE_COOKIE)) return DEFAULT
  const query = inAddress ? new URLSearchParams(url.slice(url.indexOf('?'))) : NONE
  const cookies = parseCookies(cookie)
  const language = chooseLanguage(query, cookies)
  return {
    language,
    isNew: query.has('lang') && !url.startsWith('/embed/') && chooseLanguage(NONE, cookies) !== language,
  }
}

/** A language chosen by the address is remembered for the pages that follow. */
export function rememberLanguage({ language, isNew }: ChosenLanguage, request: Request, response: Response): void {
  if (isNew) setCookie(request, response, { name: LANGUAGE_COOKIE, value: language, maxAge: YEAR })
}
