import type { Action } from '../../../access/right-table.js'
import type { Messages } from '../../messages/dictionaries.js'

type SectionGroup = 'work' | 'goods' | 'setup' | 'more'

/** One entry of a front's navigation. */
export interface Section {
  readonly path: string
  /** Further paths that are shown as part of it. */
  readonly also?: readonly string[]
  readonly label: (messages: Messages) => string
  /** Under which heading it stands when there are many; on its own when left out. */
  readonly group?: SectionGroup
  /** Shown only to those who may do this somewhere. */
  readonly may?: Action
  /** Shown only where orders are taken. */
  readonly selling?: true
}
