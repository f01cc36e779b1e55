import type { Section } from './section.js'

/** The producer's navigation, in the order in which it is shown. */
export const producerSections: readonly Section[] = [
  { path: '/producer', label: ({ selling }) => selling.sections.home },
  {
    path: '/producer/orders',
    also: ['/producer/transfers'],
    label: ({ dispatch }) => dispatch.title,
    may: 'order.view',
  },
  {
    path: '/producer/products',
    also: ['/producer/prices', '/producer/offers', '/producer/lots', '/producer/submissions'],
    label: ({ selling }) => selling.sections.products,
    may: 'stock.change',
  },
  { path: '/producer/questions', label: ({ replies }) => replies.title, may: 'catalog.view', group: 'more' },
  {
    path: '/producer/listings',
    label: ({ standing }) => standing.listings.section,
    may: 'catalog.view',
    group: 'more',
  },
  { path: '/producer/figures', label: ({ standing }) => standing.figures.title, may: 'report.view', group: 'more' },
  { path: '/producer/profile', label: ({ profile }) => profile.title, may: 'producer.edit', group: 'more' },
  { path: '/producer/terms', label: ({ terms }) => terms.title, may: 'payment.manage', group: 'more' },
  {
    path: '/producer/notices',
    also: ['/producer/webhooks'],
    label: ({ telling }) => telling.noticesTitle,
    may: 'order.view',
    group: 'more',
  },
  { path: '/producer/accounts', label: ({ selling }) => selling.sections.people, may: 'account.view', group: 'more' },
]
