import { IncomingMessage, ServerResponse, type ServerOptions } from 'node:http'
import type { createStorefront } from '../../storefront/index.js'

type Storefront = ReturnType<typeof createStorefront>

/** Node's are functions, which a class like them can call; were one made a class by a later Node, its own would have to do. */
const isCallable = (Base: unknown): boolean => !String(Base).startsWith('class')

/** A class like another one whose instances have this very prototype. `Reflect.construct` would gain nothing. */
function withPrototype<C extends typeof IncomingMessage | typeof ServerResponse>(Base: C, prototype: object): C {
  function Message(this: object, ...given: unknown[]): void {
    Reflect.apply(Base, this, given)
  }
  Message.prototype = prototype
  return Message as unknown as C
}

/**
 * Has a server make requests and answers as an Express app wants them. Express gives each another prototype otherwise,
 * and what such an object holds outlives the quick collections of V8: an answer takes about twice the processor time, and
 * memory grows until the next full collection.
 *
 * @param storefront - The app to which the server hands every request.
 */
export const messagesOf = ({ request, response }: Pick<Storefront, 'request' | 'response'>): ServerOptions =>
  [IncomingMessage, ServerResponse].every(isCallable)
    ? {
        IncomingMessage: withPrototype(IncomingMessage, request),
        ServerResponse: withPrototype(ServerResponse, response),
      }
    : {}
