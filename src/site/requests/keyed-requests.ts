import { seal, unseal } from '../../access/seal.js'
import { deriveSecret, hashSecret, newSecret } from '../../access/secrets.js'
import { toInstant } from '../../catalog/day.js'
import type { DoneRequest } from '../../catalog/done-request.js'
import { CatalogError } from '../../catalog/errors.js'
import type { Commit } from '../../catalog/store.js'
import type { Drafting } from '../drafting.js'
import { RequestScope } from './request-scope.js'
import { SpareRecords } from './spare-records.js'

/** A request that is to be carried out once, however often it comes. */
export interface KeyedRequest {
  /** Who asks, which operation, and the Idempotency-Key, as one text: what is the same for repeats and for nothing else. */
  readonly key: string
  /** What was sent. */
  readonly content: string
  /** What only the one who asks knows; opens what is kept of the outcome. */
  readonly secret: string
}

/** A request under way, with what its commands have given so far, those of an earlier try included. */
interface Running {
  readonly request: KeyedRequest
  record: DoneRequest | null
  results: unknown[]
  used: number
  isRepeat: boolean
}

/** One command of a request under way. */
export interface KeyedStep {
  /** What this command gave when the request came first; null for one that has still to be done. */
  known(): Promise<{ readonly result: unknown } | null>
  /** The commit with the record that this command was done and what it gives. */
  keep(commit: Commit, result: unknown): Promise<Commit>
  /** The commit was made. */
  done(result: unknown): void
}

const DAY = 24 * 3_600_000

/**
 * Changes that are made once for each Idempotency-Key. The record of what was done goes into the very commit that does
 * it; a repeat runs the same code, but each of its commands gives what it gave then and changes nothing.
 */
export class KeyedRequests {
  readonly #running = new RequestScope<Running>()
  readonly #spare: SpareRecords<'doneRequests'>

  constructor(private readonly site: Drafting) {
    this.#spare = new SpareRecords(site, 'doneRequests', (record) => !this.#isKept(record))
  }

  #isKept({ at }: DoneRequest): boolean {
    return this.site.now().getTime() - new Date(at).getTime() < DAY
  }

  /** @throws {CatalogError} `IDEMPOTENCY_MISMATCH` for a key that stands for something else. */
  #find({ key, content }: KeyedRequest): DoneRequest | null {
    const found = this.site.state.findHolder('doneRequests', 'key', hashSecret(key))
    if (!found || !this.#isKept(found)) return null
    if (found.digest !== hashSecret(content)) throw new CatalogError('IDEMPOTENCY_MISMATCH')
    return found
  }

  /**
   * Carries out a request, or gives what it gave before.
   *
   * @throws {CatalogError} `IDEMPOTENCY_MISMATCH`, and what the work throws.
   */
  async run<T>(
    request: KeyedRequest,
    work: () => Promise<T>,
  ): Promise<{ readonly outcome: T; readonly isRepeat: boolean }> {
    const known = this.#find(request)
    const running: Running = { request, record: null, results: [], used: 0, isRepeat: false }
    try {
      const outcome = await this.#running.run(running, work)
      return { outcome, isRepeat: running.isRepeat }
    } catch (error) {
      // Another process did the very same meanwhile, and so this one could not.
      if (known || !this.#find(request)) throw error
      return await this.run(request, work)
    }
  }

  /**
   * A new secret. Within a request it follows from what only the one who asks knows, so that a repeat tells the same one
   * though nothing keeps it.
   */
  newSecret(): string {
    const running = this.#running.current
    if (!running) return newSecret()
    return deriveSecret(running.request.secret, `${running.request.key} ${running.used}`).toString('base64url')
  }

  /** Runs what belongs to no request, such as work that a commit sets off. */
  outside<T>(work: () => T): T {
    return this.#running.outside(work)
  }

  /** The next command of the request under way; null outside of any. */
  step(): KeyedStep | null {
    const running = this.#running.current
    if (!running) return null
    const index = running.used++
    return {
      known: async () => {
        await this.#follow(running)
        return index < running.results.length ? { result: running.results[index] } : null
      },
      keep: async (commit, result) => {
        const results = [...running.results.slice(0, index), result ?? null]
        const record = await this.#toRecord(running, results)
        return { ...commit, puts: [...(commit.puts ?? []), this.site.put('doneRequests', record)] }
      },
      done: (result) => {
        running.results = [...running.results.slice(0, index), result ?? null]
        running.record = this.site.state.findHolder('doneRequests', 'key', hashSecret(running.request.key))
      },
    }
  }

  /** Takes over what an earlier try, or another process, has done of the request. */
  async #follow(running: Running): Promise<void> {
    const found = this.#find(running.request)
    if (!found || found.version === running.record?.version) return
    running.results = (await unseal(found.sealed, running.request.secret)) as unknown[]
    running.record = found
    running.isRepeat = true
  }

  async #toRecord({ request, record }: Running, results: readonly unknown[]): Promise<DoneRequest> {
    const keyHash = hashSecret(request.key)
    const place = record ?? this.site.state.findHolder('doneRequests', 'key', keyHash) ?? this.#spare.take()
    return this.site.draft('doneRequests', {
      id: place?.id ?? this.site.newId(),
      keyHash,
      digest: hashSecret(request.content),
      sealed: await seal(results, request.secret),
      at: record?.at ?? toInstant(this.site.now()),
    })
  }
}
