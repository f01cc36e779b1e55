import type { Actor } from '../access/actor.js'
import { may, maySomewhere, requireRight, type Subject } from '../access/rights.js'
import type { Day } from '../catalog/day.js'
import { CatalogError, fieldError } from '../catalog/errors.js'
import type { LinkCheck } from '../catalog/office/link-check.js'
import type { Listing } from '../catalog/listing.js'
import type { Product } from '../catalog/product.js'
import type { Put } from '../catalog/store.js'
import { perSpan } from '../catalog/ports/throttle.js'
import { FINDINGS, findingsOf, judgeOn, type Finding, type ListingFacts } from '../desk/listing-findings.js'
import { isCheckDue } from '../desk/link-due.js'
import { mendListing, type Mending } from '../desk/mend-listing.js'
import type { SiteContext } from './context.js'
import { trail } from './trail.js'

/** Something that is wrong with a listing, with all that is known of it. */
export interface ListingFinding extends ListingFacts {
  readonly finding: Finding
}

/** Whoever visits an address has an hour for it, less than until it may be due again. */
const ONE_VISIT = perSpan(1, 3_600_000)

/** What a visit of an address found; see `LinkCheck`. */
export interface LinkVisit extends Pick<LinkCheck, 'state' | 'status' | 'movedTo'> {
  readonly prices: readonly number[]
}

/** Addresses of listings on other platforms: which are to be checked, what was found, and what a person makes of it. */
export class Links {
  readonly #checkers = new Set<() => void>()

  constructor(private readonly site: SiteContext) {}

  /** The last check of a listing; null when it was never checked. */
  checkOf(listingId: string): LinkCheck | null {
    return this.site.state.find('linkChecks', listingId)
  }

  /**
   * Addresses that are due for a check, those that were never checked first, then the longest ago.
   *
   * @param all - Those that were checked of late too.
   */
  due({ limit = 500, all = false } = {}): { id: string; url: string }[] {
    const { state, today } = this.site
    const now = today()
    return state
      .all('listings')
      .flatMap((listing) => {
        const facts = { listing, platform: state.get('platforms', listing.platformId), check: this.checkOf(listing.id) }
        const isWanted = isCheckDue(all ? { ...facts, check: null } : facts, now)
        return isWanted && listing.url !== undefined
          ? [{ id: listing.id, url: listing.url, on: facts.check?.checkedOn ?? '' }]
          : []
      })
      .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .slice(0, limit)
      .map(({ id, url }) => ({ id, url }))
  }

  /** True where a process that checks links hears of {@link ask}. */
  get isAskable(): boolean {
    return this.#checkers.size > 0
  }

  /** Has a checker hear of each time that somebody wants the links that are due to be checked now. @returns how to stop. */
  onAsked(check: () => void): () => void {
    this.#checkers.add(check)
    return () => this.#checkers.delete(check)
  }

  /** Has the links that are due checked now. @throws {CatalogError} `FORBIDDEN` */
  async ask(actor: Actor): Promise<void> {
    if (!maySomewhere(actor, 'listing.mend')) throw new CatalogError('FORBIDDEN')
    const subject = { collection: 'linkChecks', id: 'due' }
    await this.site.commit({ audit: trail(this.site, actor, { action: 'linkChecks.ask', subject }) })
    for (const check of this.#checkers) check()
  }

  /** Takes an address for the one who visits it now: of several processes one does. */
  async claim(id: string): Promise<boolean> {
    const key = { name: `link ${id}`, rule: ONE_VISIT }
    return (await this.site.store.throttle.take([key], this.site.now())).isTaken
  }

  /** Keeps what visits found, in one commit; a listing that is there counts as checked today. */
  async record(
    visits: readonly { readonly id: string; readonly url: string; readonly visited: LinkVisit }[],
  ): Promise<void> {
    await this.site.change(() => {
      const today = this.site.today()
      const puts = visits.flatMap(({ id, url, visited }): Put[] => {
        const listing = this.site.state.find('listings', id)
        if (!listing) return []
        const check = this.site.put('linkChecks', this.#checkAfter(id, url, visited, today))
        const isSeen = visited.state === 'alive' && listing.url === url && listing.lastCheckedOn !== today
        return isSeen ? [check, this.#putListing({ ...listing, lastCheckedOn: today })] : [check]
      })
      return { commit: { puts }, result: undefined }
    })
  }

  /** What is wrong with listings within an actor's reach, the most urgent first. @throws {CatalogError} `FORBIDDEN` */
  workList(actor: Actor): readonly ListingFinding[] {
    const on = judgeOn(this.site.today())
    const order = (finding: Finding): number => FINDINGS.indexOf(finding)
    return this.site.state
      .all('listings')
      .flatMap((listing) => {
        const facts = this.#factsOf(listing)
        const findings = facts ? findingsOf(facts, on) : []
        return facts && findings.length > 0 && may(actor, 'listing.check', this.subjectOf(facts.product))
          ? findings.map((finding): ListingFinding => ({ ...facts, finding }))
          : []
      })
      .toSorted(
        (a, b) => order(a.finding) - order(b.finding) || a.product.name.vi.localeCompare(b.product.name.vi, 'vi'),
      )
  }

  /** The day of the newest check of all; null before the first. */
  lastCheckedOn(): Day | null {
    return this.site.state
      .all('linkChecks')
      .reduce<Day | null>((last, { checkedOn }) => (last && last > checkedOn ? last : checkedOn), null)
  }

  /** What is wrong with the listings of one product. */
  findingsOf(product: Product): readonly ListingFinding[] {
    const on = judgeOn(this.site.today())
    return this.site.state.listingsOf(product.id).flatMap((listing) => {
      const facts = this.#factsOf(listing)
      return facts ? findingsOf(facts, on).map((finding) => ({ ...facts, finding })) : []
    })
  }

  /**
   * Does what a person decided on a listing: taken down, moved, priced as the page says, or seen to be there.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `INVALID_INPUT` when the last check does not tell what to write.
   */
  mend(actor: Actor, listingId: string, mending: Mending): Promise<Listing> {
    return this.site.change(() => {
      const listing = this.site.state.get('listings', listingId)
      const product = this.site.state.get('products', listing.productId)
      requireRight(actor, 'listing.mend', this.subjectOf(product), { what: 'listing', id: listingId })
      const today = this.site.today()
      const mended = mendListing(mending, listing, this.checkOf(listingId), today)
      if (!mended) throw fieldError('step', 'inconsistent', NOT_SAID)
      const puts = [
        ...(mended.listing ? [this.#putListing(mended.listing)] : []),
        ...(mended.check ? [this.site.put('linkChecks', this.site.draft('linkChecks', mended.check))] : []),
      ]
      const audit = trail(this.site, actor, {
        action: `listings.${mending}`,
        subject: { collection: 'listings', id: listingId },
        before: factsOf(listing),
        after: factsOf(mended.listing ?? listing),
      })
      return { commit: { puts, audit }, result: mended.listing ?? listing }
    })
  }

  #factsOf(listing: Listing): ListingFacts | null {
    const { state } = this.site
    const product = state.find('products', listing.productId)
    const platform = state.find('platforms', listing.platformId)
    if (!product || !platform) return null
    return {
      listing,
      platform,
      product,
      check: this.checkOf(listing.id),
      certificates: state.certificatesOf(product.id),
    }
  }

  #putListing(listing: Listing): Put {
    return this.site.put('listings', this.site.draft('listings', listing))
  }

  #checkAfter(id: string, url: string, visited: LinkVisit, today: Day): LinkCheck {
    const before = this.checkOf(id)
    const isSame = before?.url === url && before.state === visited.state
    return this.site.draft('linkChecks', {
      id,
      url,
      state: visited.state,
      checkedOn: today,
      since: isSame ? before.since : today,
      prices: [...visited.prices],
      ...(visited.status === undefined ? {} : { status: visited.status }),
      ...(visited.movedTo === undefined ? {} : { movedTo: visited.movedTo }),
      ...(isSame && before.seenOn !== undefined ? { seenOn: before.seenOn } : {}),
    })
  }

  /** A listing lies in the province of today in which its product was made. */
  subjectOf({ origin }: Product): Subject {
    const unit = this.site.reference.places.provinceOf(origin, this.site.today(), 'asNow')
    return { kind: 'province', province: unit?.key ?? null }
  }
}

/** What the audit trail keeps of it. */
const factsOf = ({ status, url, price, delistedOn, lastCheckedOn }: Listing) => ({
  status,
  url,
  price,
  delistedOn,
  lastCheckedOn,
})

const NOT_SAID = {
  why: 'Lần kiểm tra cuối không còn nói điều này; hãy tải lại trang.',
  whyEn: 'The last check does not say so any more; load the page again.',
}
