/** From so many units down, people are told how many are left; above, only that there are some. */
export const FEW_LEFT = 5

/** A level of stock as the public sees it: every level above {@link FEW_LEFT} looks the same. Null where none was ever stated. */
export const shownStock = (level: number | null): number | null => level && Math.min(level, FEW_LEFT + 1)
