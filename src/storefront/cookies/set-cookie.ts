import type { Request, Response } from 'express'
import type { SetCookie } from './cookies.js'
import { prefixedName } from './prefixed-cookies.js'

/** Sets a cookie for the shop alone, wherever it is mounted. */
export function setCookie(request: Request, response: Response, cookie: SetCookie): void {
  const { value, maxAge, readable, path, prefixed } = cookie
  const name = prefixed ? prefixedName(cookie.name, request.secure, request.baseUrl) : cookie.name
  const options = {
    path: `${request.baseUrl}${path ?? ''}` || '/',
    sameSite: 'lax',
    secure: request.secure,
    httpOnly: readable !== true,
  } as const
  if (value === null) response.clearCookie(name, options)
  else response.cookie(name, value, { ...options, ...(maxAge === undefined ? {} : { maxAge: maxAge * 1000 }) })
}
