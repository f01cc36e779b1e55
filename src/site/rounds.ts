/** Work that the serving process looks for again and again until the catalog is closed, never twice at once. */
export class Rounds {
  #timer: NodeJS.Timeout | null = null
  #running: Promise<number> | null = null

  /** @param everyMs - How often it looks, in milliseconds. */
  constructor(private readonly everyMs: number) {}

  /** Does the work now and from then on. What fails is left to the next round: a lost database is there again later. */
  start(work: () => Promise<number>): void {
    const look = (): void => void this.run(work).catch(() => undefined)
    this.#timer = setInterval(look, this.everyMs)
    this.#timer.unref()
    look()
  }

  /** Does the work once, or waits for the round that is under way. @returns what that round counted. */
  run(work: () => Promise<number>): Promise<number> {
    return (this.#running ??= work().finally(() => (this.#running = null)))
  }

  /** Looks no more, and waits for the round that is under way. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    await this.#running?.catch(() => undefined)
  }
}
