const vi = {
  title: 'Tiền chưa khớp đơn',
  intro:
    'Ngân hàng đã báo những khoản này nhưng không tự khớp với đơn nào. Chọn đơn mà khoản tiền trả cho, hoặc ghi đã xử lý cách khác.',
  none: 'Không có khoản nào chờ xem: mọi tiền chuyển đến đều khớp với đơn.',
  count: (count: number) => `${count} khoản chờ xem`,
  noText: '(không có nội dung)',
  reference: 'Số giao dịch ngân hàng',
  names: (code: string) => `Nội dung ghi đơn ${code}`,
  outcomes: {
    matched: 'Đã khớp',
    wrongAmount: 'Sai số tiền',
    alreadyPaid: 'Trả lần nữa',
    notExpected: 'Đơn không chờ tiền',
    unknownOrder: 'Không rõ đơn nào',
  },
  code: 'Khoản này trả cho đơn',
  codeHint: 'Mã đơn, hoặc cả nội dung chuyển khoản.',
  pay: 'Ghi là đã trả',
  aside: 'Để riêng',
  note: 'Đã xử lý thế nào?',
  noteHint: 'Ví dụ: đã chuyển trả lại khách; không phải tiền hàng.',
  settle: 'Ghi là đã xử lý',
  paid: 'Đã ghi: đơn đã được trả tiền.',
  settled: 'Đã ghi là đã xử lý.',
}

const en: typeof vi = {
  title: 'Transfers without an order',
  intro:
    'The bank told of these transfers, but they match no order by themselves. Say which order a transfer pays, or how it was dealt with otherwise.',
  none: 'Nothing to look at: every transfer that came in matches an order.',
  count: (count) => (count === 1 ? '1 transfer to look at' : `${count} transfers to look at`),
  noText: '(no text)',
  reference: 'Number at the bank',
  names: (code) => `Its text names order ${code}`,
  outcomes: {
    matched: 'Matched',
    wrongAmount: 'Another sum',
    alreadyPaid: 'Paid again',
    notExpected: 'No payment expected',
    unknownOrder: 'No order known',
  },
  code: 'This pays order',
  codeHint: 'The code of the order, or the whole text of its transfer.',
  pay: 'Note as paid',
  aside: 'Set aside',
  note: 'How was it dealt with?',
  noteHint: 'For example: sent back to the buyer; not for goods.',
  settle: 'Note as dealt with',
  paid: 'Noted: the order is paid.',
  settled: 'Noted as dealt with.',
}

/** Words of the pages about transfers that match no order. */
export const transfers = { vi, en }
