import type { Vnd } from '../vnd.js'

const dong = new Intl.NumberFormat('vi-VN', { style: 'currency', currency: 'VND', maximumFractionDigits: 0 })

/**
 * `120.000 ₫` in both languages: the amount on a page, in a letter or a notice is the price on the pack. Sign and figure
 * stay in one piece, wherever a line ends.
 */
export const formatVnd = (amount: Vnd): string => dong.format(amount)
