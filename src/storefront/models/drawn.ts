/** Something that is shown on many pages and kept, with its HTML once it was drawn. */
export interface Drawn {
  /** Null until it was drawn; false where it cannot be kept, since its name does not stand in it as one run of parts. */
  html: AroundName | false | null
  /** The same as it is drawn among the first of a page. */
  atOnce?: Drawn
}

/** The HTML before a name, around each part of it that a search marks, and after it. */
export interface AroundName {
  readonly before: string
  readonly open: string
  readonly close: string
  readonly after: string
}
