import type { Language, LocalizedText } from '../catalog/text.js'

export const LANGUAGE_COOKIE = 'lang'

const isLanguage = (value: unknown): value is Language => value === 'vi' || value === 'en'

/** The address wins, then what was chosen before, then Vietnamese. The browser's own list is not asked. */
export function chooseLanguage(query: URLSearchParams, cookies: ReadonlyMap<string, string>): Language {
  const chosen = query.get('lang') ?? cookies.get(LANGUAGE_COOKIE)
  return isLanguage(chosen) ? chosen : 'vi'
}

/** Text with the language that it is in, when that is not the page's: `<span lang="vi">`. */
export interface Said {
  readonly text: string
  /** Null when it is the page's language. */
  readonly lang: Language | null
}

/** A Vietnamese text that has no translation, such as the name of a producer. */
export const vietnamese = (text: string, language: Language): Said => ({ text, lang: language === 'vi' ? null : 'vi' })

/** English where there is one, otherwise Vietnamese and marked as such. */
export function say(text: LocalizedText, language: Language): Said {
  return language === 'en' && text.en ? { text: text.en, lang: null } : vietnamese(text.vi, language)
}
