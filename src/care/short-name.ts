/**
 * A person's name as the public may read it: the given name, which Vietnamese names end in, and the first letter of the
 * family name. "Nguyễn Thị Hoa" becomes "Hoa N.", a name of one word its first letter.
 */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/u)
  const [family = ''] = words
  const initial = `${Array.from(family)[0] ?? ''}.`
  return words.length > 1 ? `${(words.at(-1) ?? '').slice(0, 40)} ${initial}` : initial
}
