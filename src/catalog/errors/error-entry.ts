/** One way to fail: the HTTP status that fits it, and a sentence for people in both languages. */
export interface ErrorEntry {
  readonly status: number
  readonly vi: string
  readonly en: string
}
