/** All that a submission of a new product has to say before it can be sent. */
export const CONTENT = {
  name: { vi: 'Hạt mắc ca sấy nứt vỏ' },
  classification: { group: 'I', set: 7, basis: 'proposal' },
  origin: { list: 'pre-2025-07', province: '66' },
  variants: [{ sku: 'MACCA-500', packSize: { quantity: 500, unit: 'g' }, price: 150_000, stock: 12 }],
  photos: [{ src: '/photos/abcdefghijklmnopqrstuvwx.jpg', alt: { vi: 'Hạt mắc ca' }, width: 1200, height: 900 }],
  labelFacts: {
    ingredients: { vi: '100% hạt mắc ca' },
    shelfLife: '12 tháng',
    storage: { vi: 'Nơi khô ráo' },
    declarationNumber: '02/EATU/2026',
  },
}
