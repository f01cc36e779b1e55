/** Something that is shown on many pages and kept, with its HTML once it was drawn. */
export interface Drawn {
  html: string | null
}
