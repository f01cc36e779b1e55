import type { Actor } from '../access/actor.js'
import { may, maySomewhere } from '../access/rights.js'
import { dayAt, hourAt } from '../catalog/day.js'
import { CatalogError } from '../catalog/errors.js'
import { isTold, type CertificateWarning } from '../catalog/notify/certificate-warning.js'
import type { Province } from '../catalog/places/places.js'
import type { Product } from '../catalog/product.js'
import { certificateEnd, END_STAGES, warningStep, type CertificateEnd, type EndStage } from '../desk/certificate-end.js'
import type { SiteContext } from './context.js'
import { Rounds } from './rounds.js'

/** How often the serving process looks. */
const LOOK_MS = 30 * 60_000
/** Certificates that one commit tells of, or all those of one producer. */
const BATCH = 50
/** Nobody's phone rings at night: warnings go out from this hour in Vietnam up to that one. */
const [MORNING, EVENING] = [7, 21]

/** A certificate that runs out, or has, with the product that it is for. */
export interface EndingCertificate extends CertificateEnd {
  readonly stage: EndStage
  readonly product: Product
  /** Of today; null when it is not known. */
  readonly province: Province | null
}

/** Batches for commits; the warnings of one producer stand in the same one, since they make one letter. */
function inBatches(warnings: readonly CertificateWarning[]): CertificateWarning[][] {
  const batches: CertificateWarning[][] = []
  for (const warning of warnings.toSorted((a, b) => (a.producerId ?? '').localeCompare(b.producerId ?? ''))) {
    const batch = batches.at(-1)
    const isOfTheLast = warning.producerId !== null && warning.producerId === batch?.at(-1)?.producerId
    if (batch && (batch.length < BATCH || isOfTheLast)) batch.push(warning)
    else batches.push([warning])
  }
  return batches
}

/** Certificates that run out: a list for the office, and warnings for producers, each told once. */
export class CertificateEnds {
  readonly #rounds = new Rounds(LOOK_MS)

  constructor(private readonly site: SiteContext) {}

  /** The end of a product's certificate today; null without one whose end is known to the day. */
  of(product: Product): CertificateEnd | null {
    return certificateEnd(this.site.state.certificatesOf(product.id), this.site.today())
  }

  /**
   * What runs out, or has run out, of published products within an actor's reach: by urgency, then the nearest end first.
   *
   * @throws {CatalogError} `FORBIDDEN`
   */
  list(actor: Actor): readonly EndingCertificate[] {
    if (!maySomewhere(actor, 'catalog.view')) throw new CatalogError('FORBIDDEN')
    const { places } = this.site.reference
    const today = this.site.today()
    const order = ({ stage }: EndingCertificate): number => END_STAGES.indexOf(stage)
    return this.#published()
      .flatMap((product): EndingCertificate[] => {
        const end = this.of(product)
        if (!end?.stage) return []
        const province = places.provinceOf(product.origin, today, 'asNow')
        if (!may(actor, 'catalog.view', { kind: 'province', province: province?.key ?? null })) return []
        return [{ ...end, stage: end.stage, product, province }]
      })
      .toSorted((a, b) => order(a) - order(b) || Math.abs(a.daysLeft) - Math.abs(b.daysLeft))
  }

  /** Warns from now on as days pass, until the catalog is closed. */
  start(): void {
    this.#rounds.start(() => this.#warnAll())
  }

  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  /** Warns of what has come near its end, by day; of several processes one does. @returns of how many certificates. */
  warnDue(): Promise<number> {
    return this.#rounds.run(() => this.#warnAll())
  }

  async #warnAll(): Promise<number> {
    const hour = hourAt(this.site.now())
    if (hour < MORNING || hour >= EVENING) return 0
    let told = 0
    for (const batch of inBatches(this.#due())) {
      const puts = batch.map((record) => this.site.put('certificateWarnings', record))
      // Another process was faster: it tells of these.
      if (!(await this.site.commitIfFirst({ puts }))) return told
      told += batch.length
    }
    return told
  }

  /** What is to be told now. A producer who was told something today hears of the rest tomorrow: one letter a day. */
  #due(): CertificateWarning[] {
    const heardToday = new Set(
      this.site.state
        .all('certificateWarnings')
        .flatMap(({ producerId, changedAt }) => (dayAt(changedAt) === this.site.today() ? [producerId] : [])),
    )
    return this.#published().flatMap((product) => {
      if (product.producerId !== null && heardToday.has(product.producerId)) return []
      const end = this.of(product)
      const step = end && warningStep(end)
      if (!end || !step) return []
      const { certificate, until } = end
      if (isTold(this.site.state.find('certificateWarnings', certificate.id), step, until)) return []
      const { id: productId, producerId } = product
      return [this.site.draft('certificateWarnings', { id: certificate.id, productId, producerId, step, until })]
    })
  }

  #published(): readonly Product[] {
    return this.site.state.all('products').filter(({ status }) => status === 'published')
  }
}
