import type { Section } from './section.js'

/** What somebody keeps as a shopper, and how they sign in. */
export const accountSections: readonly Section[] = [
  { path: '/account/orders', label: ({ shopper }) => shopper.orders.title, selling: true },
  { path: '/account/addresses', label: ({ shopper }) => shopper.addresses.title, selling: true },
  { path: '/account/data', label: ({ shopper }) => shopper.data.title, selling: true },
  { path: '/account', label: ({ shopper }) => shopper.settings },
]
