import type { CatalogEvent, EventOf, EventType } from '../catalog/notify/event.js'
import { callHost } from './call-host.js'

type Listener<T extends EventType> = (event: EventOf<T>) => unknown

/**
 * What has happened, told in this process once it is durable and the catalog has followed it, whichever process did it.
 * It is told at most once and to nobody after a crash; who has to hear of everything asks for webhooks.
 */
export class Events {
  readonly #listeners = new Map<EventType, Set<(event: CatalogEvent) => unknown>>()

  /** @returns How to stop listening. */
  on<T extends EventType>(type: T, listener: Listener<T>): () => void {
    const own = (event: CatalogEvent): unknown => listener(event as EventOf<T>)
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners.add(own))
    return () => listeners.delete(own)
  }

  /** A listener that throws, or rejects later, is a fault of its own and keeps nobody from hearing; the process is warned. */
  tell(events: readonly CatalogEvent[]): void {
    for (const event of events)
      for (const listener of [...(this.#listeners.get(event.type) ?? [])])
        callHost(`A listener to ${event.type}`, () => listener(event))
  }
}
