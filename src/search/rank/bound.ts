import { GRADES, GRADES_OF_ONE } from './best.js'
import { gradeOf } from './ranking.js'

/**
 * Tells, while products are found by one reading, which of them can no longer be among the best `wanted` by grade. A
 * product that is found again is never worse than before.
 */
export class Bound {
  /** By grade, from the least that still counts. */
  readonly #counts = new Uint32Array(GRADES + 1)
  /** How many products have at least the least grade, and which one that is. */
  #reached = 0
  #least = 0
  /** What scores less cannot be among them, whatever its name is. */
  leastScore = 0

  /** `words` is the number of those of the reading; the lengths of names are by slot. */
  constructor(
    private readonly wanted: number,
    private readonly words: number,
    private readonly nameLengths: Uint8Array,
  ) {}

  isReachedBy(slot: number, score: number): boolean {
    return this.#gradeOf(slot, score) >= this.#least
  }

  /** Counts a product by its score, and no longer by the one that it had; 0 for none. */
  count(slot: number, score: number, before: number): void {
    if (before > 0) this.#add(this.#gradeOf(slot, before), -1)
    this.#add(this.#gradeOf(slot, score), 1)
    while (this.#better() >= this.wanted) this.#reached -= this.#counts[this.#least++] as number
    this.leastScore = (this.#least - 1) / GRADES_OF_ONE
  }

  /** How many have more than the least grade. */
  #better(): number {
    return this.#reached - (this.#counts[this.#least] as number)
  }

  #add(grade: number, change: 1 | -1): void {
    if (grade < this.#least) return
    this.#counts[grade] = (this.#counts[grade] as number) + change
    this.#reached += change
  }

  #gradeOf(slot: number, score: number): number {
    return gradeOf(score, this.words, this.nameLengths[slot] as number)
  }
}
