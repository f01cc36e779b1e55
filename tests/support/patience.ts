/**
 * How long a test waits for what must happen, in milliseconds: far longer than it takes on the slowest machine, because
 * how fast a machine is proves nothing about the shop. A test that fails by it waited for what never came.
 */
export const PATIENCE_MS = 60_000

/** The same for `vi.waitFor`, which takes no default from the configuration as `expect.poll` does. */
export const PATIENCE = { timeout: PATIENCE_MS }

/** How long a whole test or a set-up may take, in milliseconds, however many such waits it holds. */
export const LONGEST_TEST_MS = 600_000
