const AT_ONCE = 8

/** Runs trials 1, 2, 3 … several at once, until one answers false; gives back how many answered true before it. */
export async function countWhile(trial: (number: number) => Promise<boolean>): Promise<number> {
  for (let done = 0; ; done += AT_ONCE) {
    const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => trial(done + index + 1)))
    const first = answers.indexOf(false)
    if (first >= 0) return done + first
  }
}
