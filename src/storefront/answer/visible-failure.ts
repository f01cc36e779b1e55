/** What a visitor may know of an error. */
export interface Failure {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly text: string
  readonly issues: readonly { readonly path: string; readonly text: string }[]
  /** After how many seconds it may be tried again, when that is known. */
  readonly waitSeconds?: number | undefined
}
