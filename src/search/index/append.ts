/** Adds a value to the list of a key, made when new, and returns the list. */
export function append<K, V>(lists: Map<K, V[]>, key: K, value: V): V[] {
  const values = lists.get(key) ?? []
  if (values.push(value) === 1) lists.set(key, values)
  return values
}
