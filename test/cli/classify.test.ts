import { describe, expect, test } from 'vitest'
import { licet } from './licet.ts'

const ON = ['--as-of', '2026-11-20']

interface Output {
  classified: {
    product: string
    form: string
    classification: { paragraph: string | null; candidates: string[] }
    meets: string[]
    not: string[]
    margins: { fact: string; line: number; side: string; distance: number; paragraphs: string[] }[]
    missing: { fact: string }[]
    bareCircuit: { classification: { paragraph: string | null } } | null
  }[]
  licenseDetermination: boolean
}

async function classified(...args: string[]): Promise<{ code: number; output: Output }> {
  const { code, stdout } = await licet(['classify', ...args, ...ON, '--format', 'json'])
  return { code, output: JSON.parse(stdout) as Output }
}

describe('licet classify', () => {
  test('classifies a product as it is sold, and its bare circuit', async () => {
    const { code, output } = await classified('NVIDIA H100 SXM')
    expect(code).toBe(0)
    const [h100] = output.classified
    expect(h100!.classification.paragraph).toBe('4A090.a')
    expect(h100!.meets).toContain('3A090.a.1')
    expect(h100!.bareCircuit!.classification.paragraph).toBe('3A090.a.1')
    expect(output.licenseDetermination).toBe(false)
  })

  test.each([
    ['p5.48xlarge', '4A090.a', 0],
    ['azure:nd96isr_h200_v5', '4A090.a', 0],
    ['gcp:a3-highgpu-8g', '4A090.a', 0],
    ['BM.GPU.MI300X.8', '4A090.a', 0],
    ['gd-8xh100ib-i128', '4A090.a', 0],
    ['huawei:modelarts.bm.npu.arm.8snt9b', '4A090.a', 0],
    ['p6e-gb200.36xlarge', '4A090.a', 2],
  ])('classifies the instance type %s', async (type, paragraph, exit) => {
    const { code, output } = await classified(type)
    expect(output.classified[0]!.classification.paragraph).toBe(paragraph)
    expect(code).toBe(exit)
  })

  test('asks for the numbers of an accelerator that the catalog lacks, and of a count in dispute', async () => {
    const lacking = await licet(['classify', 'g5g.xlarge', ...ON])
    expect(lacking.code).toBe(2)
    expect(lacking.stdout.replace(/\s+/g, ' ')).toContain('no numbers of NVIDIA T4G')
    const disputed = await licet(['classify', 'p6e-gb200.36xlarge', ...ON])
    expect(disputed.stdout.replace(/\s+/g, ' ')).toContain('sources disagree on how many')
  })

  test('says what an H20 is not, and how near it comes', async () => {
    const { code, stdout } = await licet(['classify', 'NVIDIA H20', ...ON])
    expect(code).toBe(0)
    const text = stdout.replace(/\s+/g, ' ')
    expect(text).toContain('Not in: 3A090, 4A090')
    expect(text).toContain('2,368 is 32 below the 2,400 line of 3A090.b.1')
    expect(text).toContain('296 TFLOPS dense x 8 bit = 2,368 (confidence B)')
    expect(text).toContain('Classification is not a license determination')
  })

  test.each([
    ['4800', '800', '3A090.a.1'],
    ['4799', '800', '3A090.a.2'],
    ['2400', '1500', '3A090.b.1'],
    ['2399', '1499', '3A991.p'],
    ['1600', '270', '3A090.a.2'],
    ['1600', '500', '3A090.b.2'],
    ['1599', '270', '3A991.p'],
  ])('TPP %s on %s mm2 for data centers is %s', async (tpp, area, paragraph) => {
    const { code, output } = await classified('--tpp', tpp, '--die-area', area, '--data-center')
    expect(output.classified[0]!.classification.paragraph).toBe(paragraph)
    expect(code).toBe(0)
  })

  test('Note 2 takes out a circuit that is not for data centers, below 4,800 only', async () => {
    const below = await classified('--tpp', '4799', '--die-area', '600', '--no-data-center')
    expect(below.output.classified[0]!.classification.paragraph).toBe('3A991.p')
    const at = await classified('--tpp', '4800', '--die-area', '600', '--no-data-center')
    expect(at.output.classified[0]!.classification.paragraph).toBe('3A090.a.1')
  })

  test('names the options that would settle an open paragraph', async () => {
    const { code, stdout } = await licet(['classify', '--tpp', '4000', ...ON])
    expect(code).toBe(2)
    expect(stdout).toContain('not settled')
    expect(stdout).toContain('--die-area')
    expect(stdout).toContain('--data-center')
  })

  test('a range that lies on both sides of a line settles nothing', async () => {
    const { code, output } = await classified(
      '--tpp',
      '2400',
      '--die-area',
      '1400..1600',
      '--data-center',
    )
    expect(code).toBe(2)
    expect(output.classified[0]!.classification.paragraph).toBeNull()
    expect(output.classified[0]!.margins).toContainEqual(
      expect.objectContaining({
        fact: 'circuit.performanceDensity',
        line: 1.6,
        side: 'across',
        distance: 0,
      }),
    )
  })

  test('classifies every product that a name may mean', async () => {
    const { code, output } = await classified('H100')
    expect(output.classified.map(({ product }) => product)).toEqual([
      'NVIDIA H100 SXM',
      'NVIDIA H100 PCIe',
      'NVIDIA H100 NVL',
    ])
    expect(code).toBe(0)
  })

  test('a server of several is a computer', async () => {
    const { output } = await classified('8x H100 SXM')
    expect(output.classified[0]).toMatchObject({
      form: 'computer',
      classification: { paragraph: '4A090.a' },
    })
  })

  test('memory goes by its own density', async () => {
    const memory = ['--memory-bandwidth', '819', '--package-area', '110']
    expect(
      (await classified(...memory, '--no-co-packaged')).output.classified[0]!.classification
        .paragraph,
    ).toBe('3A090.c')
    const open = await classified(...memory)
    expect(open.code).toBe(2)
    expect(open.output.classified[0]!.missing).toEqual([
      expect.objectContaining({ fact: 'circuit.coPackagedWithProcessor' }),
    ])
  })

  test('the law is that of the day', async () => {
    const args = [
      'classify',
      '--tpp',
      '4000',
      '--die-area',
      '600',
      '--data-center',
      '--format',
      'json',
      '--as-of',
    ]
    const before = JSON.parse((await licet([...args, '2023-11-16'])).stdout) as Output
    const after = JSON.parse((await licet([...args, '2023-11-17'])).stdout) as Output
    expect(before.classified[0]!.classification.paragraph).not.toBe('3A090.a.2')
    expect(after.classified[0]!.classification.paragraph).toBe('3A090.a.2')
  })

  test.each([
    [['NVIDIA H202'], 'did you mean `NVIDIA H20`'],
    [[], 'nothing to classify'],
    [['--tpp', '4,8x00'], 'expected a number of TPP'],
    [['--tpp', '-5'], '--tpp'],
    [['--tpp', '900..800'], 'runs backwards'],
    [['--tpp', '1', '--form', 'assembley'], 'did you mean `assembly`'],
    [['NVIDIA H20', '--as-of', '2026-02-30'], 'there is no day 2026-02-30'],
    [['NVIDIA H20', '--as-of', '2022-10-06'], 'is before 2022-10-07'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await licet(['classify', ...args])
    expect(code).toBe(4)
    expect(stdout).toBe('')
    expect(stderr).toContain(message)
  })
})
