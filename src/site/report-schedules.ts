import { CatalogError, fieldError } from '../catalog/errors.js'
import type { DraftRecord } from '../catalog/collections.js'
import { isStillAhead } from '../catalog/clock-set-back.js'
import { toInstant, type Instant } from '../catalog/day.js'
import type { Enclosure, Outbound } from '../catalog/ports/outbound.js'
import type { Period } from '../catalog/period.js'
import type { ReportSchedule } from '../catalog/notify/report-schedule.js'
import { without } from '../catalog/without.js'
import { reportLetter } from '../notify/letters/report.js'
import { duePeriods } from '../reports/due-periods.js'
import { system, toPerson, type Actor } from '../access/actor.js'
import { may, maySomewhere } from '../access/rights.js'
import type { ApiKeys } from './api-keys.js'
import { newId } from './codes.js'
import type { SiteContext } from './context.js'
import { failureNote } from './failure-note.js'
import { toDoer } from './reaches.js'
import { Rounds } from './rounds.js'
import { trail } from './trail.js'

/** A report of one period, ready to be sent. */
export interface WrittenReport {
  readonly title: string
  readonly files: readonly Enclosure[]
}

/** Makes the report of a schedule for a period; the storefront has one, since reports are made of its words. */
export interface WriteReport {
  (schedule: ReportSchedule, period: Period): Promise<WrittenReport>
  /** False where whoever answers for a schedule may not see all that it says any more. Left out: nobody asks. */
  readonly isWithinReach?: (schedule: ReportSchedule) => boolean
}

/** What a person says of a schedule. */
export type ScheduleWish = Pick<
  DraftRecord<'reportSchedules'>,
  'name' | 'filters' | 'every' | 'day' | 'language' | 'formats' | 'recipients' | 'toFolder'
>

/** A process that dies while it makes a report keeps it from others for so long. */
const LEASE_MS = 10 * 60_000
/** After a failure the next attempt comes so much later. */
const RETRY_MS = 15 * 60_000
/** How often the serving process looks. */
const LOOK_MS = 60_000

const shown = ({ name, filters, every, day, status }: ReportSchedule) => ({ name, filters, every, day, status })

const isReached = ({ by }: ReportSchedule, actor: Actor): boolean =>
  may(actor, 'report.schedule', { kind: 'country' }) || (by?.id !== undefined && by.id === toDoer(actor).id)

/** Reports that are made by themselves, once for each period. */
export class ReportSchedules {
  readonly #processId = newId()
  readonly #rounds = new Rounds(LOOK_MS)

  constructor(
    private readonly site: SiteContext,
    private readonly outbound: Outbound,
    private readonly apiKeys: ApiKeys,
  ) {}

  /** Where reports can go: by mail, into the operator's folder. */
  get ways() {
    return { mail: this.outbound.mailer !== null, folder: this.outbound.keepReport !== null }
  }

  /** Those that the actor made; all of them for who has the whole country. @throws {CatalogError} `FORBIDDEN` */
  list(actor: Actor): readonly ReportSchedule[] {
    this.#require(actor)
    return this.site.state.all('reportSchedules').filter((one) => one.status === 'on' && isReached(one, actor))
  }

  /**
   * Whoever answers for a schedule, with the rights of today: none once the account is shut out, or for a key once it
   * was revoked or its maker may not give its role any more. The software itself, and a host's own people, answer for theirs always.
   */
  makerOf({ by }: ReportSchedule): Actor {
    const { state } = this.site
    const account = by?.id === undefined ? null : state.find('accounts', by.id)
    if (account) return toPerson(account)
    const key = by?.id === undefined ? null : state.find('apiKeys', by.id)
    if (!key) return system(by?.name ?? '')
    const actor = this.apiKeys.actorOf(key)
    return key.revokedAt === undefined && this.apiKeys.isAnsweredFor(key) ? actor : { ...actor, memberships: [] }
  }

  /** True once whoever made it may not schedule reports any more: it rests until somebody else answers for it. */
  isOrphaned(schedule: ReportSchedule): boolean {
    return !maySomewhere(this.makerOf(schedule), 'report.schedule')
  }

  /**
   * True where somebody else may answer for a schedule: it rests, or it fails, as it does where whoever made it may not
   * see all of it any more.
   */
  mayTakeOver(actor: Actor, schedule: ReportSchedule): boolean {
    const { by, failure, lease } = schedule
    if (this.isOrphaned(schedule)) return true
    // While it is being sent it is left alone, so that whom it has reached is noted.
    const isBeingSent =
      lease !== undefined && isStillAhead(Date.parse(lease.until), this.site.now().getTime(), LEASE_MS)
    return failure !== undefined && by?.id !== toDoer(actor).id && !isBeingSent
  }

  /**
   * Answers for a schedule from now on, in the place of whoever made it.
   *
   * @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND`; `ALREADY_DECIDED` when somebody answers for it and it does not fail.
   */
  takeOver(actor: Actor, id: string): Promise<ReportSchedule> {
    this.#require(actor)
    return this.site.change(() => {
      const old = this.#requireReached(actor, id)
      if (!this.mayTakeOver(actor, old)) throw new CatalogError('ALREADY_DECIDED')
      const record = this.site.draft('reportSchedules', { ...without(old, 'failure'), by: toDoer(actor) })
      return this.#plan(actor, record, 'reportSchedules.takeOver')
    })
  }

  #requireReached(actor: Actor, id: string): ReportSchedule {
    const found = this.site.state.get('reportSchedules', id)
    if (!isReached(found, actor)) throw new CatalogError('NOT_FOUND', { details: { what: 'report schedule', id } })
    return found
  }

  /** @throws {CatalogError} `FORBIDDEN`, `INVALID_INPUT` */
  async create(actor: Actor, wish: ScheduleWish): Promise<ReportSchedule> {
    this.#require(actor)
    const { site } = this
    if (wish.recipients.length === 0 && !wish.toFolder) throw fieldError('recipients', 'required')
    const fields = { ...wish, id: site.newId(), status: 'on' as const, by: toDoer(actor), since: site.today() }
    return site.change(() => {
      const record = site.draft('reportSchedules', { ...fields, createdAt: toInstant(site.now()) })
      return this.#plan(actor, record, 'reportSchedules.create')
    })
  }

  /** @throws {CatalogError} `FORBIDDEN`, `NOT_FOUND` */
  async remove(actor: Actor, id: string): Promise<void> {
    this.#require(actor)
    await this.site.change(() => {
      const old = this.#requireReached(actor, id)
      const record = this.site.draft('reportSchedules', { ...old, status: 'removed' })
      return this.#plan(actor, record, 'reportSchedules.remove')
    })
  }

  /** Makes reports from now on as they fall due, until the catalog is closed. */
  start(write: WriteReport): void {
    this.#rounds.start(() => this.#runAll(write))
  }

  stop(): Promise<void> {
    return this.#rounds.stop()
  }

  /** Makes what is due now, each by one process; how many were made. */
  runDue(write: WriteReport): Promise<number> {
    return this.#rounds.run(() => this.#runAll(write))
  }

  async #runAll(write: WriteReport): Promise<number> {
    let made = 0
    for (const { id } of this.site.state.all('reportSchedules'))
      for (let next = await this.#claim(id, write); next; next = await this.#claim(id, write)) {
        const { schedule, period } = next
        const served: string[] = []
        const why = await this.#make(schedule, period, write, served).then(() => null, failureNote)
        await this.#settle(schedule, period, why, served)
        if (why !== null) break
        made += 1
      }
    return made
  }

  /** Takes the earliest due period of a schedule for this process; null when none is due, or another process has it. */
  async #claim(id: string, write: WriteReport): Promise<{ schedule: ReportSchedule; period: Period } | null> {
    const schedule = this.site.state.get('reportSchedules', id)
    const now = this.site.now()
    const { lease, failure, status } = schedule
    const isAhead = (end: Instant, longest: number) => isStillAhead(Date.parse(end), now.getTime(), longest)
    const isTaken = lease !== undefined && lease.by !== this.#processId && isAhead(lease.until, LEASE_MS)
    // It has failed once, so that its page says why and somebody may take it over; it goes on once the reach is back.
    const isOutOfReach = failure !== undefined && write.isWithinReach?.(schedule) === false
    const rests = failure !== undefined && (isOutOfReach || isAhead(failure.next, RETRY_MS))
    const [period] = duePeriods(schedule, this.site.today())
    if (status !== 'on' || isTaken || rests || !period || this.isOrphaned(schedule)) return null
    const until = toInstant(new Date(now.getTime() + LEASE_MS))
    const claimed = await this.#put({ ...schedule, lease: { by: this.#processId, period: period.id, until } })
    return claimed && { schedule: claimed, period }
  }

  /** @param served - Gets whom the report has reached, those of earlier attempts included. */
  async #make(schedule: ReportSchedule, period: Period, write: WriteReport, served: string[]): Promise<void> {
    if (schedule.served?.period === period.id) served.push(...schedule.served.recipients)
    const { title, files } = await write(schedule, period)
    const { keepReport, mailer } = this.outbound
    if (schedule.toFolder && !keepReport) throw new CatalogError('NO_REPORT_FOLDER')
    if (schedule.toFolder && keepReport) for (const { name, content } of files) await keepReport(name, content)
    if (schedule.recipients.length === 0) return
    if (!mailer) throw new CatalogError('NO_MAIL')
    const letter = reportLetter(title, schedule.name, schedule.language)
    const failures: string[] = []
    for (const [index, to] of schedule.recipients.entries()) {
      if (served.includes(to)) continue
      const id = `report-${schedule.id}-${period.id}-${index}`
      await mailer.send({ id, to, ...letter, enclosures: files }).then(
        () => served.push(to),
        (error: unknown) => failures.push(`${to}: ${failureNote(error)}`),
      )
    }
    if (failures.length > 0) throw new Error(failures.join('; '))
  }

  async #settle(
    schedule: ReportSchedule,
    { id: period }: Period,
    why: string | null,
    recipients: readonly string[],
  ): Promise<void> {
    const now = this.site.now()
    const at = toInstant(now)
    const done = without(schedule, 'lease', 'failure', 'served')
    const next = toInstant(new Date(now.getTime() + RETRY_MS))
    await this.#put(
      why === null
        ? { ...done, latest: { period, at } }
        : {
            ...done,
            served: { period, recipients: [...recipients] },
            failure: { at, why, next },
          },
    )
  }

  async #put(schedule: ReportSchedule): Promise<ReportSchedule | null> {
    const record = { ...schedule, version: schedule.version + 1, changedAt: toInstant(this.site.now()) }
    const isFirst = await this.site.commitIfFirst({ puts: [this.site.put('reportSchedules', record)] })
    return isFirst ? record : null
  }

  #plan(actor: Actor, record: ReportSchedule, action: string) {
    const subject = { collection: 'reportSchedules', id: record.id }
    const audit = trail(this.site, actor, { action, subject, after: shown(record) })
    return { commit: { puts: [this.site.put('reportSchedules', record)], audit }, result: record }
  }

  #require(actor: Actor): void {
    if (!maySomewhere(actor, 'report.schedule')) throw new CatalogError('FORBIDDEN')
  }
}
