/** Where a producer chooses how it hears of new orders. */
export const NOTICES = '/producer/notices'
