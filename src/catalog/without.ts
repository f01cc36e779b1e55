/** A record without some of its fields. */
export const without = <R extends object, F extends keyof R & string>(record: R, ...fields: readonly F[]): Omit<R, F> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !fields.includes(name as F))) as Omit<R, F>
