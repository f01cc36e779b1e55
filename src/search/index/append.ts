/** Adds a value to the list of a key. Most lists keep one value, and a list that begins empty makes room for seventeen. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const values = lists.get(key)
  if (values) values.push(value)
  else lists.set(key, [value])
}
