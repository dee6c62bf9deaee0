import { worldwide } from './worldwide.mjs'

/** Names of parties that no list has, in five kinds; the last two are hard on purpose. */

const GIVEN =
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Charles Karen Christopher Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa George Deborah Timothy Stephanie Ronald Rebecca Jason Laura Edward Helen Jeffrey Sharon Ryan Cynthia Jacob Kathleen Gary Amy Nicholas Angela Eric Shirley Jonathan Anna Stephen Brenda Larry Pamela Justin Emma Scott Nicole Brandon Ingrid Lars Giulia Marco Pierre Camille Hans Greta Sofia Mateo Yuki Haruto Ji-woo Min-jun Priya Arjun Fatou Kwame Olga Piotr Agnieszka Lukas Noah Chloe Liam Isla'.split(
    ' ',
  )
const FAMILY =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Anderson Taylor Thomas Moore Jackson Martin Thompson White Harris Clark Lewis Robinson Walker Allen King Wright Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Peterson Cooper Reed Bailey Bell Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Long Foster Sanders Ross Powell Sullivan Russell Jenkins Perry Butler Barnes Fisher Henderson Coleman Simmons Patterson Jordan Reynolds Hamilton Graham Wallace Lindqvist Nakamura Tanaka Sato Bianchi Rossi Dubois Laurent Schneider Hoffmann Kowalski Novak Fernandes Okafor Mensah Patel Sharma Iyer Hashimoto Andersen Virtanen Moreau'.split(
    ' ',
  )
const HEADS =
  'Blue Silver Golden Summit Harbor River Oak Maple Granite Bright Clear Northern Coastal Prairie Cedar Falcon Eagle Crescent Liberty Pioneer Keystone Beacon Lakeside Heritage Evergreen Cascade Ironwood Redwood Sunrise Copper Crystal Meadow Stone Willow Anchor Compass Horizon Juniper Magnolia Piedmont'.split(
    ' ',
  )
const TRADES =
  'Dental Plumbing Bakery Landscaping Insurance Consulting Software Foods Furniture Roofing Realty Brewing Textiles Packaging Logistics Dairy Robotics Analytics Pharmacy Printing Orthopedics Instruments Semiconductors Biotech Photonics Aerospace Machining Ceramics Lighting Media'.split(
    ' ',
  )
const FORMS = [
  'LLC',
  'Inc.',
  'Ltd',
  'GmbH',
  'S.A.',
  'Corp.',
  'Co.',
  'PLC',
  'AB',
  'B.V.',
  'Pty Ltd',
  'SpA',
]

/** Large companies that stand on no U.S. list. */
export const LARGE = `Apple Inc.
Microsoft Corporation
Alphabet Inc.
Amazon.com, Inc.
NVIDIA Corporation
Meta Platforms, Inc.
Tesla, Inc.
Berkshire Hathaway Inc.
Walmart Inc.
Exxon Mobil Corporation
UnitedHealth Group Incorporated
Johnson & Johnson
JPMorgan Chase & Co.
Visa Inc.
Mastercard Incorporated
Procter & Gamble Company
Home Depot, Inc.
Chevron Corporation
Coca-Cola Company
PepsiCo, Inc.
Pfizer Inc.
Merck & Co., Inc.
AbbVie Inc.
Intel Corporation
Advanced Micro Devices, Inc.
Qualcomm Incorporated
Broadcom Inc.
Texas Instruments Incorporated
Micron Technology, Inc.
Applied Materials, Inc.
Lam Research Corporation
KLA Corporation
Cisco Systems, Inc.
Oracle Corporation
International Business Machines Corporation
Dell Technologies Inc.
HP Inc.
Hewlett Packard Enterprise Company
Salesforce, Inc.
Adobe Inc.
Netflix, Inc.
Boeing Company
Lockheed Martin Corporation
Northrop Grumman Corporation
Raytheon Technologies Corporation
General Dynamics Corporation
General Electric Company
Honeywell International Inc.
Caterpillar Inc.
Deere & Company
3M Company
Ford Motor Company
General Motors Company
Delta Air Lines, Inc.
United Airlines Holdings, Inc.
American Airlines Group Inc.
Southwest Airlines Co.
FedEx Corporation
United Parcel Service, Inc.
Union Pacific Corporation
Goldman Sachs Group, Inc.
Morgan Stanley
Bank of America Corporation
Citigroup Inc.
Wells Fargo & Company
American Express Company
BlackRock, Inc.
Siemens AG
SAP SE
Volkswagen AG
Bayer AG
BASF SE
Deutsche Telekom AG
Allianz SE
Robert Bosch GmbH
Infineon Technologies AG
Nestle S.A.
Novartis AG
Roche Holding AG
ABB Ltd
UBS Group AG
ASML Holding N.V.
Koninklijke Philips N.V.
NXP Semiconductors N.V.
Royal Dutch Shell plc
BP p.l.c.
HSBC Holdings plc
AstraZeneca PLC
GlaxoSmithKline plc
Unilever PLC
Rolls-Royce Holdings plc
BAE Systems plc
Arm Holdings plc
TotalEnergies SE
Airbus SE
LVMH Moet Hennessy Louis Vuitton
Sanofi S.A.
Schneider Electric SE
STMicroelectronics N.V.
Thales S.A.
Dassault Systemes SE
BNP Paribas S.A.
Eni S.p.A.
Leonardo S.p.A.
Banco Santander, S.A.
Telefonica, S.A.
Nokia Corporation
Telefonaktiebolaget LM Ericsson
Volvo AB
Novo Nordisk A/S
A.P. Moller - Maersk A/S
Equinor ASA
Toyota Motor Corporation
Sony Group Corporation
Honda Motor Co., Ltd.
Panasonic Holdings Corporation
Hitachi, Ltd.
Toshiba Corporation
Mitsubishi Electric Corporation
Tokyo Electron Limited
Nippon Steel Corporation
SoftBank Group Corp.
Fujitsu Limited
NEC Corporation
Canon Inc.
Keyence Corporation
Renesas Electronics Corporation
Samsung Electronics Co., Ltd.
SK hynix Inc.
LG Electronics Inc.
Hyundai Motor Company
POSCO Holdings Inc.
Kia Corporation
NAVER Corporation
Kakao Corp.
Hanwha Aerospace Co., Ltd.
Doosan Enerbility Co., Ltd.
Taiwan Semiconductor Manufacturing Company Limited
Hon Hai Precision Industry Co., Ltd.
MediaTek Inc.
United Microelectronics Corporation
ASE Technology Holding Co., Ltd.
Delta Electronics, Inc.
Quanta Computer Inc.
Tata Consultancy Services Limited
Infosys Limited
Reliance Industries Limited
Wipro Limited
HDFC Bank Limited
Bharti Airtel Limited
Singapore Airlines Limited
DBS Group Holdings Ltd
BHP Group Limited
Rio Tinto plc
Commonwealth Bank of Australia
Telstra Group Limited
Royal Bank of Canada
Shopify Inc.
Canadian National Railway Company
Petroleo Brasileiro S.A.
Vale S.A.
Embraer S.A.
America Movil, S.A.B. de C.V.
Cemex, S.A.B. de C.V.
Saudi Arabian Oil Company
Emirates NBD Bank PJSC
Teva Pharmaceutical Industries Limited
Check Point Software Technologies Ltd.
Naspers Limited
Standard Bank Group Limited
MTN Group Limited
Dangote Cement Plc
Supermicro Computer, Inc.
Synopsys, Inc.
Cadence Design Systems, Inc.
Ansys, Inc.
Marvell Technology, Inc.
GlobalFoundries Inc.
ON Semiconductor Corporation
Analog Devices, Inc.
Microchip Technology Incorporated
Skyworks Solutions, Inc.
Western Digital Corporation
Seagate Technology Holdings plc
Equinix, Inc.
Digital Realty Trust, Inc.
CoreWeave, Inc.
Snowflake Inc.
Palantir Technologies Inc.
Anthropic PBC
OpenAI OpCo, LLC
Stripe, Inc.
SpaceX
Bechtel Corporation
Cargill, Incorporated
Koch Industries, Inc.
Mars, Incorporated
Ikea
Lego A/S
Heineken N.V.
Danone S.A.
L'Oreal S.A.
Carrefour S.A.
Tesco PLC
Sensata Technologies, Inc.
Phoenix Contact GmbH & Co. KG
Skyline Champion Corporation
Smick Lumber Company
Fiber Home Insulation Inc.
Mega Image SRL
Huber+Suhner AG
Inspirato Incorporated
ZTO Dental Laboratory
Hike Vision Optometry LLC
Dahua Restaurant Supply
Cambridge Consultants Limited
Deep Blue Technology Pools
Beijing Tokyo Noodle House
Rosneft Avenue Apartments
Kaspersky Bakery
Quantum Corporation
Intellifusion Yoga
Phytone Limited
Sugar Creek Foods International`.split('\n')

const title = (text) => text.replace(/\w\S*/g, (w) => w[0].toUpperCase() + w.slice(1).toLowerCase())

/** Persons made of a given and a family name that both stand on the list, but not together. */
function recombined(entries, random) {
  const persons = entries.filter(
    ({ type, name }) => type === 'Individual' && /^[^,]+, \S+/.test(name),
  )
  const [a, b] = [random.pick(persons).name, random.pick(persons).name]
  return title(`${b.split(', ')[1]} ${a.split(', ')[0]}`)
}

const CITY = [
  'Shanghai',
  'Shenzhen',
  'Beijing',
  'Guangzhou',
  'Moscow',
  'Wuhan',
  'Hangzhou',
  'Suzhou',
  'Hong Kong',
  'Novosibirsk',
  'Chengdu',
  'Nanjing',
]
const MIDDLE = [
  'Xinda',
  'Hengtong',
  'Ruifeng',
  'Jinlong',
  'Yongan',
  'Tianhe',
  'Baolin',
  'Zhongke',
  'Promtekh',
  'Elektropribor',
  'Stroimash',
  'Sibtekh',
  'Haoyu',
  'Lianhe',
  'Weiye',
  'Fuda',
  'Jiahua',
  'Minghui',
  'Kaiyuan',
  'Rostekhnika',
  'Energomash',
  'Metallist',
]
const TRADE = [
  'Technology',
  'Electronics',
  'Trading',
  'Import Export',
  'Machinery',
  'Optoelectronics',
  'Instruments',
  'Aviation Equipment',
  'Information Technology',
  'Chemical',
  'Logistics',
  'Precision Manufacturing',
]
const FORM = ['Co., Ltd.', 'Limited', 'LLC', 'JSC', 'Group Co., Ltd.', 'Company']

const KINDS = {
  'ordinary person': (_, random) => `${random.pick(GIVEN)} ${random.pick(FAMILY)}`,
  'ordinary company': (_, random) =>
    `${random.pick(HEADS)} ${random.next() < 0.5 ? `${random.pick(FAMILY)} ` : ''}${random.pick(TRADES)} ${random.pick(FORMS)}`,
  'large company': (_, random) => random.pick(LARGE),
  'recombined person': recombined,
  'same words': (_, random) =>
    `${random.pick(CITY)} ${random.pick(MIDDLE)} ${random.pick(TRADE)} ${random.pick(FORM)}`,
}
const SHARES = [300, 200, 100, 200, 200]

const FORM_WORDS =
  /^(co|ltd|limited|company|llc|inc|incorporated|corp|corporation|jsc|ao|oao|zao|pao|ooo|gmbh|ag|sa|plc|the)$/

/** The words of a name in no order, without its legal form: one name, however it is written. */
const sameness = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FORM_WORDS.test(word))
    .sort()
    .join(' ')

const listedIn = (entries) =>
  new Set(entries.flatMap(({ name, aliases }) => [name, ...aliases]).map(sameness))

/**
 * Clean names, a thousand in the shares of the kinds; `scale` makes more. A name that is listed is left out,
 * also where the list has its words in another order: `Ho Nam Ri` is `RI, Ho Nam`.
 */
export function cleanNames(entries, random, scale = 1) {
  const listed = listedIn(entries)
  return Object.entries(KINDS).flatMap(([kind, make], i) => {
    const names = new Set()
    const want =
      kind === 'large company' ? Math.min(LARGE.length, SHARES[i] * scale) : SHARES[i] * scale
    for (let tries = 0; names.size < want && tries < want * 20; tries++) {
      const name = make(entries, random)
      const flipped = name.split(' ').slice(-1)[0].toLowerCase()
      if (!listed.has(sameness(name)) && flipped.length > 1) names.add(name)
    }
    return [...names].map((name) => ({ kind, name }))
  })
}

/** Companies of many countries of a part, without those that a list has come to hold. */
export function worldwideNames(entries, part) {
  const listed = listedIn(entries)
  return worldwide(part).filter((name) => !listed.has(sameness(name)))
}
