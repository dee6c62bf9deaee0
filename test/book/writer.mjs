// Files notes into a book until it is killed, and says of each that it is filed once it is. Runs the
// compiled code: node writer.mjs FOLDER KEY NAME [COUNT]
import { fileEntries } from '../../dist/src/book/append.js'
import { openBook } from '../../dist/src/book/book.js'
import { canonical } from '../../dist/src/book/digest.js'
import { readKey } from '../../dist/src/book/key.js'

const [folder, keyFile, name, count = '5000'] = process.argv.slice(2)
const book = openBook(folder)
const filing = {
  key: readKey(keyFile),
  now: () => new Date().toISOString(),
  tell: (message) => process.stderr.write(`${message}\n`),
}
const by = { name, role: null, account: 'test', host: 'test' }
const parent = process.ppid
// Nobody listens any more when the test was ended.
for (let i = 0; i < Number(count) && process.ppid === parent; i++) {
  const text = `${name}-${i}`
  const draft = () => {
    const body = book.objects.put(canonical({ text }))
    return { kind: 'evidence', record: 'D-1/1', by, body, objects: [] }
  }
  try {
    fileEntries(book, () => [draft()], filing)
  } catch (error) {
    process.stdout.write(`refused ${text} ${error.message}\n`)
    process.exit(4)
  }
  process.stdout.write(`filed ${text}\n`)
}
