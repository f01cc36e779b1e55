const nothing = (): void => undefined

/**
 * Resolves when a promise is settled either way, without what came of it. For tables of what is under way: V8 makes such a table
 * anew again and again, and those that it has put aside hold what stood in them until the next full collection.
 */
export const settled = (promise: Promise<unknown>): Promise<void> => promise.then(nothing, nothing)
