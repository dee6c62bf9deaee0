/**
 * How the columns of an order are called in English, German and Korean systems, for each path of a case;
 * letters and digits alone are compared. The first path whose heading a table has takes the column.
 */
export const USUAL_HEADINGS: Readonly<Record<string, readonly string[]>> = {
  id: [
    'deal', 'deal id', 'deal no', 'order', 'order id', 'order no', 'order number', 'sales order',
    'sales document', 'so number', 'case', 'case id', 'shipment', 'shipment id', 'vbeln', 'auftrag',
    'belegnummer', '주문번호', '거래번호', '수주번호',
  ],
  date: [
    'date', 'export date', 'ship date', 'shipping date', 'shipment date', 'requested delivery date',
    'planned goods issue', 'wadat', '선적일', '수출일', '출하일',
  ],
  activity: ['activity', 'transaction type', 'movement', '거래유형'],
  from: [
    'from', 'from country', 'ship from', 'ship from country', 'origin country', 'country of dispatch',
    'exporting country', '출발국', '수출국',
  ],
  to: [
    'to', 'to country', 'destination', 'destination country', 'country of destination', 'ship to country',
    'delivery country', 'land1', 'bestimmungsland', '도착국', '목적국', '수입국',
  ],
  'via.0': ['via', 'transit', 'transit country', '경유국'],
  'items.0.product': [
    'product', 'product name', 'item', 'item name', 'model', 'part', 'part name', 'part number', 'sku',
    'material', 'material description', 'material number', 'matnr', 'maktx', 'artikel', '품목', '품명',
    '모델', '모델명', '제품', '제품명', '자재',
  ],
  'items.0.quantity': [
    'quantity', 'qty', 'order quantity', 'units', 'kwmeng', 'menge', '수량', '주문수량',
  ],
  'items.0.unitValue': [
    'unit value', 'unit price', 'price', 'net price', 'unit value usd', 'unit price usd', 'netpr', '단가',
    '단가 usd',
  ],
  'items.0.eccn': ['eccn', 'export control classification number', 'al number', '수출통제번호'],
  'parties.0.name': [
    'end user', 'end user name', 'customer', 'customer name', 'customer name 1', 'sold to', 'sold to party',
    'sold to name', 'name1', 'party', 'party name', 'company', 'company name', 'counterparty', 'endkunde',
    'kunde', '최종사용자', '고객', '고객명', '거래처', '거래처명', '업체명',
  ],
  'parties.0.country': [
    'end user country', 'customer country', 'sold to country', 'country', 'country code', 'country key',
    '고객국가', '최종사용자 국가', '거래처 국가', '국가', '국가코드',
  ],
  'parties.0.headquarters': [
    'headquarters', 'hq', 'hq country', 'headquarters country', 'country of headquarters', '본사국가',
  ],
  'parties.0.ultimateParent.headquarters': [
    'parent country', 'parent headquarters', 'ultimate parent country', '모회사 국가',
  ],
  'parties.0.ultimateParent.name': ['parent', 'parent company', 'ultimate parent', '모회사'],
  'parties.0.address': ['address', 'street', 'customer address', 'stras', '주소'],
  'parties.1.name': [
    'ship to', 'ship to party', 'ship to name', 'consignee', 'ultimate consignee', 'consignee name',
    '수하인', '수하인명',
  ],
  'parties.1.country': ['consignee country', '수하인 국가'],
  'parties.2.name': [
    'intermediate consignee', 'forwarder', 'freight forwarder', 'notify party', '포워더', '운송사',
  ],
  'parties.2.country': ['forwarder country', 'intermediate consignee country'],
  'endUse.description': ['end use', 'stated end use', 'purpose', '용도', '최종용도'],
  'endUse.military': ['military end use', 'military', '군사용도'],
}

/** The role of a party that the headings name only by its column. */
export const USUAL_ROLES: Readonly<Record<number, string>> = {
  0: 'end-user',
  1: 'ultimate-consignee',
  2: 'intermediate-consignee',
}
