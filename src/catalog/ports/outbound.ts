import type { PushKeys, PushSubscription } from '../notify/push-device.js'

/** A file that comes with a letter. */
export interface Enclosure {
  /** The file's name, with its ending. */
  readonly name: string
  /** The media type, such as `application/pdf`. */
  readonly type: string
  readonly content: Uint8Array
}

/** A letter by e-mail: plain text, and the same as simple HTML. */
export interface Letter {
  /** Names the letter once and for all: a mailbox that gets it twice can tell. */
  readonly id?: string
  /** One address. */
  readonly to: string
  readonly subject: string
  /** Plain text, for those who read no HTML. */
  readonly text: string
  readonly html: string
  readonly enclosures?: readonly Enclosure[]
}

/** Sends letters. Rejects when the letter was not taken. */
export interface Mailer {
  /** Resolves once the letter was taken, rejects when it was not. */
  send(letter: Letter): Promise<void>
}

/** A notice for one browser, and by whom it is sent. */
export interface PushNotice {
  readonly subscription: PushSubscription
  readonly keys: Pick<PushKeys, 'publicKey' | 'privateKey'>
  /** An `https:` or `mailto:` address at which the push service reaches who sends. */
  readonly contact: string
  readonly payload: string
}

/** Seals notices so that nobody but the browser reads them. */
export interface PushSealer {
  newKeys(): Promise<Pick<PushKeys, 'publicKey' | 'privateKey'>>
  /** What is to be posted to the subscription's endpoint. */
  seal(notice: PushNotice): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly body: Uint8Array }>
}

export interface Posted {
  readonly status: number
}

/** What the shop asks of other machines. */
export interface Outbound {
  /** Null when the site sends no mail. */
  readonly mailer: Mailer | null
  /** Null when the package for it is not installed: browsers are told nothing. */
  readonly pushSealer: PushSealer | null
  /** Puts a report into the operator's folder, whole or not at all; null when none is named. */
  readonly keepReport: ((name: string, content: Uint8Array) => Promise<void>) | null
  /** @throws {CatalogError} `ADDRESS_REFUSED` for what may not be asked. */
  checkAddress(url: string): void
  /** @throws {CatalogError} `ADDRESS_REFUSED`, `NO_ANSWER` */
  post(url: string, headers: Readonly<Record<string, string>>, body: string | Uint8Array): Promise<Posted>
  /** A file of another site. @throws {CatalogError} `ADDRESS_REFUSED`; `NO_ANSWER` when there is none, or it is longer. */
  fetch(url: string, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array>
}
