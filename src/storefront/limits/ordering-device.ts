import { createHmac, randomBytes } from 'node:crypto'
import type { Request } from 'express'
import { isSameSecret } from '../../access/secrets.js'
import { parseCookies, type SetCookie } from '../cookies/cookies.js'
import type { Site } from '../site.js'
import { prefixedName } from '../cookies/prefixed-cookies.js'
import type { Visit } from '../visit.js'

const NAME = 'ordering-device'
const DEVICE = /^([\w-]{22})\.([\w-]{43})$/
const ID_BYTES = 16
const YEAR = 365 * 24 * 3600

const sign = (id: string, { workings }: Pick<Site, 'workings'>): string =>
  createHmac('sha256', workings.seals.secretFor(NAME)).update(id).digest('base64url')

/** The id in a device's cookie; null when it is not signed by this shop. */
function readDevice(text: string | undefined, site: Site): string | null {
  const [, id, signature] = DEVICE.exec(text ?? '') ?? []
  return id !== undefined && signature !== undefined && isSameSecret(signature, sign(id, site)) ? id : null
}

/** A device that has ordered here before, by its signed cookie; null for one that has not. */
export function knownDevice(request: Request, site: Site): string | null {
  const cookies = request.headers.cookie
  if (!cookies?.includes(NAME)) return null
  return readDevice(parseCookies(cookies).get(prefixedName(NAME, request.secure, request.baseUrl)), site)
}

/** Marks a device by which somebody has ordered, with a random id that says nothing of who it is; nothing if it is. */
export function markDevice(visit: Visit): SetCookie[] {
  if (readDevice(visit.secretCookie(NAME), visit.site) !== null) return []
  const id = randomBytes(ID_BYTES).toString('base64url')
  return [{ name: NAME, value: `${id}.${sign(id, visit.site)}`, maxAge: YEAR, prefixed: true }]
}
