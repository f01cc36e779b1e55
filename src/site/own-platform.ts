import { system } from '../access/actor.js'
import type { Platform } from '../catalog/platform.js'
import type { LocalizedText } from '../catalog/text.js'
import type { SiteContext } from './context.js'
import type { DirectChanges } from './direct-changes.js'

const ID = 'storefront'
const DEFAULT_NAME: LocalizedText = { vi: 'Phiên chợ OCOP', en: 'OCOP Market' }

const isSameText = (a: LocalizedText, b: LocalizedText): boolean => a.vi === b.vi && a.en === b.en

/** The platform that this site itself is, one record among those of other platforms. */
export class OwnPlatform {
  constructor(private readonly site: SiteContext) {}

  #find(): Platform | undefined {
    return this.site.state.all('platforms').find(({ own }) => own)
  }

  get(): Platform {
    return this.#find() ?? this.site.state.get('platforms', ID)
  }

  /** Puts it on record, and its name; without a name the one that it has stays. */
  async record(name: LocalizedText | undefined, direct: DirectChanges): Promise<void> {
    const isRecorded = (): boolean => {
      const found = this.#find()
      return found !== undefined && (!name || isSameText(found.name, name))
    }
    if (isRecorded()) return
    const fresh = { id: ID, slug: ID, own: true, openedOn: this.site.today() }
    const own = { ...fresh, ...this.#find(), name: name ?? DEFAULT_NAME }
    await direct.save({ platforms: [own] }, system('library')).catch((error: unknown) => {
      // Another process on the same database was first; its commit has arrived with the refusal.
      if (!isRecorded()) throw error
    })
  }
}
