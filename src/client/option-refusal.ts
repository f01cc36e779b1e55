import { ApiError } from './api-error.js'

const TITLE = {
  vi: 'createClient: có 1 tùy chọn cần sửa.',
  en: 'createClient: options to correct: 1.',
}

/** Refuses an option of the client as the library refuses its own, in the client's language. */
export function optionRefusal(path: string, wanted: Readonly<Record<'vi' | 'en', string>>, language: 'vi' | 'en') {
  const error = { in: 'body' as const, pointer: '', path, code: 'wrongOption', text: wanted[language] }
  return new ApiError({ code: 'INVALID_OPTIONS', title: TITLE[language], errors: [error] }, 500, null)
}
