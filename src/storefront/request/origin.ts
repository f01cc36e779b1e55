import type { Request } from 'express'
import type { Site } from '../site.js'
import { hostOf } from './host.js'

/** The scheme, host and mount under which a visitor reached the shop. */
export function originOf(request: Request, site: Site): string {
  if (site.baseUrl !== null) return site.baseUrl
  return `${request.secure ? 'https' : 'http'}://${hostOf(request)}${request.baseUrl}`
}
