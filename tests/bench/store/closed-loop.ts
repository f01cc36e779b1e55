/** Runs `work` so many times, by so many workers of whom each waits for its own; gives how often a second. */
export async function rateOf(times: number, workers: number, work: () => Promise<unknown>): Promise<number> {
  let left = times
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while ((left -= 1) >= 0) await work()
    }),
  )
  return (times / (performance.now() - begin)) * 1000
}
