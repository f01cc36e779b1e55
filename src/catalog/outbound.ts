/** A file that comes with a letter. */
export interface Enclosure {
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** A letter by e-mail: plain text, and the same as simple HTML. */
export interface Letter {
  /** Names the letter once and for all: a mailbox that gets it twice can tell. */
  readonly id?: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly enclosures?: readonly Enclosure[]
}

/** Sends letters. Rejects when the letter was not taken. */
export interface Mailer {
  send(letter: Letter): Promise<void>
}

export interface Posted {
  readonly status: number
}

/** What the shop asks of other machines. */
export interface Outbound {
  /** Null when the site sends no mail. */
  readonly mailer: Mailer | null
  /** Puts a report into the operator's folder, whole or not at all; null when none is named. */
  readonly keepReport: ((name: string, content: Uint8Array) => Promise<void>) | null
  /** @throws {CatalogError} `ADDRESS_REFUSED` for what may not be asked. */
  checkAddress(url: string): void
  /** @throws {CatalogError} `ADDRESS_REFUSED`, `NO_ANSWER` */
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<Posted>
  /** A file of another site. @throws {CatalogError} `ADDRESS_REFUSED`; `NO_ANSWER` when there is none, or it is longer. */
  fetch(url: string, maxBytes: number, signal?: AbortSignal): Promise<Uint8Array>
}
