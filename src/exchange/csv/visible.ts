/** Text that is safe to show on a screen: invisible characters left out, control characters shown as a box. */
export const visible = (text: string): string =>
  text.replace(/\p{Cf}/gu, '').replace(/[\p{Cc}\u2028\u2029]/gu, '\uFFFD')
