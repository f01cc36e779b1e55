import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.js'

const HOST = /^(?:[\w-]+(?:\.[\w-]+)*\.?|\[[\da-f:.]+\])(?::\d{1,5})?$/i
const LONGEST_HOST = 260

/**
 * The host under which a visitor reached the shop; `localhost` where the header holds what no machine is called. Never
 * `X-Forwarded-Host`: many proxies hand on what a visitor wrote there.
 */
export const hostOf = ({ headers: { host } }: Pick<IncomingMessage, 'headers'>): string =>
  isHost(host) ? host : 'localhost'

const isHost = (host: string | undefined): host is string =>
  host !== undefined && host.length <= LONGEST_HOST && HOST.test(host)

/** How many headers name a host: Node hands on the first and keeps silent about the others. */
const countHosts = ({ rawHeaders }: IncomingMessage): number =>
  rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host').length

/** Refuses a request whose `Host` names no machine, or which has two: pages, feeds and codes would carry it on. */
export const realHostOnly: RequestHandler = (request, _response, next) => {
  next(isHost(request.headers.host) && countHosts(request) < 2 ? undefined : new Refusal(400, 'badRequest'))
}
