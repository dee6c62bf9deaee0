// Four pages with Korean embedded: Licet's PDF, pdfkit as its guide shows it, and pdfmake. Documents a
// second of processor time, in rounds by turns. Peers that are not installed are left out and named.
import { fileURLToPath } from 'node:url'
import { median, table } from './print.mjs'

const font = (name) =>
  fileURLToPath(new URL(`../src/report/pdf/fonts/Pretendard-${name}.ttf`, import.meta.url))
const [REGULAR, BOLD] = [font('Regular'), font('SemiBold')]

const HEAD = ['규정', '내용', '충족되지 않은 조항']
const ROWS = Array.from({ length: 26 }, (_, i) => [
  `15 CFR 742.6(a)(6)(iii)(${'ABC'[i % 3]})`,
  `License to export 3A090.a-level items, 허가 요건 ${i + 1}: 첨단 컴퓨팅 집적회로의 수출과 재수출`,
  '총처리성능(TPP): 4,800 이상 (제품 목록; 신뢰도 B)',
])
const TEXT =
  '검토한 규정 가운데 제시된 사실에서 허가를 요구하는 것이 없습니다. 정확히 이 사실에 따라서만 진행하십시오. The exporter stays responsible for the facts.'
const SECTIONS = Array.from({ length: 3 }, (_, i) => ({
  title: `판정 사항 ${i + 1}`,
  text: TEXT,
  rows: ROWS,
}))

/** Licet's own renderer, on the same text. */
async function licet() {
  const { drawn } = await import('../dist/src/report/pdf/document.js')
  const { loadEngine } = await import('../dist/src/rules/load.js')
  const { wording } = loadEngine(undefined, 'ko')
  const headline = {
    outcome: 'license-required',
    title: '허가 필요',
    meaning: TEXT,
    caseName: 'D-2026-0114',
    policy: [],
    reasons: [],
    next: TEXT,
    steps: [],
    textOnly: null,
    assumed: [],
    openRedFlags: null,
    route: null,
    lawDate: '2026-11-20',
    knowledgeDate: '2026-11-22',
    posture: 'BIS',
  }
  const sections = SECTIONS.map(({ title, text, rows }) => ({
    id: title,
    title,
    blocks: [
      { kind: 'text', text },
      { kind: 'table', table: { head: HEAD, shares: [0.3, 0.4, 0.3], rows } },
    ],
  }))
  const made = { lang: 'ko', title: '판정서', headline, items: [], disclaimer: TEXT, sections }
  const sheet = {
    made,
    title: 'memo',
    name: 'D-2026-0114',
    sha256: '0'.repeat(64),
    date: '2026-11-20',
    engine: '0.1.0',
    first: { basis: [], seal: null },
    attachments: [],
    note: '',
  }
  return () => drawn(sheet, wording)
}

/** pdfkit as its guide has it: the font is named by its file in every document. */
async function pdfkit() {
  const { default: PDF } = await import('pdfkit')
  return () =>
    new Promise((resolve) => {
      const doc = new PDF({ size: 'LETTER', margin: 54 })
      const chunks = []
      doc.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
      doc.registerFont('regular', REGULAR).registerFont('bold', BOLD)
      doc
        .font('bold')
        .fontSize(20)
        .text('허가 필요')
        .font('regular')
        .fontSize(9.5)
        .text(TEXT)
        .addPage()
      for (const { title, text, rows } of SECTIONS) {
        doc.font('bold').fontSize(13).text(title).font('regular').fontSize(9.5).text(text)
        doc.fontSize(8.5).table({ data: [HEAD, ...rows] })
      }
      doc.end()
    })
}

async function pdfmake() {
  const { default: maker } = await import('pdfmake')
  maker.setUrlAccessPolicy(() => false)
  maker.setLocalAccessPolicy(() => true)
  maker.addFonts({ Pretendard: { normal: REGULAR, bold: BOLD } })
  const content = [
    { text: '허가 필요', bold: true, fontSize: 20 },
    { text: TEXT, pageBreak: 'after' },
    ...SECTIONS.flatMap(({ title, text, rows }) => [
      { text: title, bold: true, fontSize: 13 },
      text,
      {
        table: { headerRows: 1, widths: ['30%', '40%', '30%'], body: [HEAD, ...rows] },
        fontSize: 8.5,
      },
    ]),
  ]
  const definition = () => ({
    pageSize: 'LETTER',
    pageMargins: 54,
    defaultStyle: { font: 'Pretendard', fontSize: 9.5 },
    content: structuredClone(content),
  })
  return () => maker.createPdf(definition()).getBuffer()
}

const pagesOf = (bytes) =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/\/Type \/Page\n/g)?.length ?? 0
const ROUNDS = 3
const COUNTS = { licet: 20, pdfkit: 1, pdfmake: 3 }

/** Measures the renderers and prints them. */
export async function memos() {
  const makers = {}
  for (const [name, prepare] of Object.entries({ licet, pdfkit, pdfmake }))
    try {
      makers[name] = await prepare()
    } catch (error) {
      console.log(`${name} is left out: ${error.message}`)
    }
  const seconds = Object.fromEntries(Object.keys(makers).map((name) => [name, []]))
  const pages = {}
  for (const [name, make] of Object.entries(makers)) pages[name] = pagesOf(await make())
  for (let round = 0; round < ROUNDS; round++)
    for (const [name, make] of Object.entries(makers)) {
      const started = process.cpuUsage()
      for (let i = 0; i < COUNTS[name]; i++) await make()
      const { user, system } = process.cpuUsage(started)
      seconds[name].push((user + system) / 1e6 / COUNTS[name])
    }
  const ours = median(seconds.licet)
  table(
    ['PDF with Korean', 'pages', 'a second', 'licet is faster by'],
    Object.entries(seconds).map(([name, all]) => [
      name,
      pages[name],
      (1 / median(all)).toFixed(1),
      (median(all) / ours).toFixed(1),
    ]),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await memos()
