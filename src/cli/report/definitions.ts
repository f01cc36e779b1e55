/** What each figure counts and by which rule, stated wherever the figure is printed. */
export const definitions = {
  vi: {
    recognized:
      'Được công nhận: sản phẩm có giấy chứng nhận OCOP còn hiệu lực trong ngày nêu trên (36 tháng từ ngày cấp, Quyết định 26/2026/QĐ-TTg).',
    uncertain:
      'Chưa rõ: nguồn chỉ ghi năm nên không biết ngày đó còn hiệu lực hay không; không tính vào số được công nhận.',
    listed: 'Trên sàn: sản phẩm được giới thiệu, đặt mua được hoặc tạm hết hàng trên sàn trong ngày nêu trên.',
    overlap: 'Một sản phẩm có thể ở nhiều sàn: không cộng các sàn với nhau.',
    transaction:
      'Một giao dịch là một đơn được nhận, của một chủ thể, trên một sàn. Số dòng hàng, số lượng và tiền hàng đếm riêng. Đơn bị hủy được trừ bằng một bút toán ngược vào đúng ngày của đơn.',
    statement: 'Số liệu sàn báo cho cả một khoảng thời gian chỉ tính khi cả khoảng nằm trong kỳ.',
    amount: 'Tiền hàng: đồng, đã gồm thuế GTGT, chưa gồm phí giao; phần sàn không báo thì không có trong số này.',
    ranking: 'Bộ chủ quản không công bố cách xếp hạng, nên thứ hạng này chỉ theo tiêu chí nêu ở trên.',
    ties: 'Bằng nhau thì cùng hạng, các hạng kế tiếp bỏ trống (1, 2, 2, 4). Tỉnh không có số liệu thì không xếp.',
    asThen: 'Theo đơn vị hành chính lúc đó.',
    asNow: 'Theo đơn vị hành chính hiện nay (34 tỉnh, thành phố từ 01/07/2025).',
  },
  en: {
    recognized:
      'Recognised: products with an OCOP certificate valid on that day (36 months from its issue, Decision 26/2026/QĐ-TTg).',
    uncertain:
      'Uncertain: the source gives only the year, so validity on that day is unknown; not counted as recognised.',
    listed: 'On the platform: products introduced, orderable or sold out there on that day.',
    overlap: 'A product may be on several platforms: never add platforms up.',
    transaction:
      'One transaction is one accepted order to one producer on one platform. Order lines, units and amounts are counted apart. A cancelled order is taken off its own day by a second entry.',
    statement:
      'A figure that a platform states for a span of days counts only where the whole span lies in the period.',
    amount: 'Amount: goods in đồng, VAT included, without shipping; what a platform does not state is not in it.',
    ranking: 'The ministry publishes no method of ranking, so this rank is by the key named above only.',
    ties: 'Equal values share a rank and the next ranks are left out (1, 2, 2, 4). Provinces without figures are not ranked.',
    asThen: 'By the administrative units of that time.',
    asNow: 'By the administrative units of today (34 provinces since 1 July 2025).',
  },
} as const
