const FIVE =
  'kind: transaction\nactivity: export\nfrom: US\nto: CN\nitems: [{ product: NVIDIA H20 }]\n'

/** Inputs that no page can show: too large, not text, or too deep. */
export const generate: Readonly<Record<string, () => string | Uint8Array>> = {
  '50 MB': () => `${FIVE}title: ${'x'.repeat(50_000_000)}\n`,
  '1 MB in one value': () => `${FIVE}title: ${'x'.repeat(1_000_000)}\n`,
  '1 MB in one key': () => `${FIVE}"${'x'.repeat(1_000_000)}": 1\n`,
  'bytes of a program': () =>
    Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xff, 0xfe]),
  'UTF-16 with a byte order mark': () => Buffer.from(`\ufeff${FIVE}`, 'utf16le'),
  'windows-1252': () => Buffer.from(`${FIVE}title: caf\u00e9\n`, 'latin1'),
  'a NUL byte': () => `${FIVE}title: a\u0000b\n`,
  nothing: () => '',
  'only comments': () => '# nothing yet\n---\n# nor here\n',
  '10,000 brackets': () => `kind: transaction\nitems: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
  '10,000 dashes': () => `kind: transaction\nitems:\n  ${'- '.repeat(10_000)}x\n`,
  '200 brackets': () => `kind: transaction\nitems: ${'['.repeat(200)}${']'.repeat(200)}\n`,
  '100,000 strange keys': () =>
    `kind: transaction\n${Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n')}\n`,
  'a terminal escape': () => JSON.stringify({ kind: 'transaction', to: '\u001b[2J\u001b[31mUS' }),
  'a right-to-left mark': () =>
    JSON.stringify({ kind: 'transaction', '\u202eitems': [], activity: 'ex\u200bport' }),
}
