import {
  checkWords,
  FileFault,
  fingerprintOf,
  headHash,
  readFile,
  shortCode,
  verifyBundle,
  verifyPayment,
  warmUp,
  whatToDo,
  type DisclosureFile,
  type Head,
  type Known,
  type Verdict,
} from '@yinuo/disclosure-proof'
import { funds, periodName, publishedSides, type Fund } from '@yinuo/contracts'
import { yuan } from '../words/money.ts'

const place = <Kind extends HTMLElement>(id: string) => document.getElementById(id) as Kind
const fileField = place<HTMLInputElement>('file')
const addressField = place<HTMLInputElement>('address')
const paperField = place<HTMLInputElement>('paper')
const result = place<HTMLDivElement>('result')

/** Whatever a file says is shown as text, never as markup. */
function element(tag: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(tag)
  made.textContent = text
  made.className = className
  return made
}

function section(title: string, ...children: HTMLElement[]): HTMLElement {
  const made = element('section')
  if (title) made.append(element('h2', title))
  made.append(...children)
  return made
}

async function fetched(): Promise<string> {
  const [file] = fileField.files ?? []
  if (file) return file.text()
  const answer = await fetch(addressField.value)
  if (!answer.ok)
    throw new Error(answer.status === 404 ? '没有这份公示：网址不对，或还没有发布。' : `没能取到文件（${answer.status}）。`)
  return answer.text()
}

async function check(): Promise<void> {
  if (!fileField.files?.length && !addressField.value) {
    result.replaceChildren(section('', element('p', '请选择文件，或填写网址。', 'fails')))
    return
  }
  result.replaceChildren(section('', element('p', '正在核对……')))
  try {
    const text = await fetched()
    // Lets the page say that it is at work before it is.
    await new Promise((resolve) => setTimeout(resolve, 30))
    show(readFile(JSON.parse(text)), text)
  } catch (failure) {
    const isFile = failure instanceof FileFault || failure instanceof SyntaxError
    const words = isFile ? '这不是完整的公示文件，可能没有下载完，或被改动过。' : (failure as Error).message
    result.replaceChildren(section('没能核验', element('p', words, 'fails')))
  }
}

function show(file: DisclosureFile, text: string): void {
  const { head, publicKey } = file.disclosure
  const known: Known = paperField.value.trim() ? { headHash: paperField.value } : {}
  const began = performance.now()
  const verdict = file.kind === 'bundle' ? verifyBundle(file, known) : verifyPayment(file, null, known)
  const took = Math.ceil(performance.now() - began)
  const saved = element('a', '保存这份文件', 'button') as HTMLAnchorElement
  saved.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  saved.download = `收支公示-${head.community}-${head.from}.json`
  result.replaceChildren(
    verdictOf(verdict, head, took),
    section('核对了什么', checksOf(verdict), ...(file.kind === 'bundle' ? [] : [element('p', '这个文件只含一行明细。', 'note')])),
    ...(file.kind === 'inclusion'
      ? [section(`第 ${file.line.number} 行`, element('p', `${file.line.day} ${file.line.charge} ${yuan(file.line.amountFen)}`))]
      : []),
    section('公示内容', totalsOf(head), ...(head.notes ? [element('p', head.notes)] : [])),
    section(
      '与公告栏核对',
      element('p', '校验码应与纸上印的一致：', 'note'),
      element('code', shortCode(headHash(head))),
      element('p', '公司公钥的指纹，每次都应相同：', 'note'),
      element('code', fingerprintOf(publicKey)),
    ),
    saved,
  )
}

function verdictOf({ holds }: Verdict, head: Head, took: number): HTMLElement {
  const about = `${head.company} · ${head.community} · ${nameOf(head.fund)} · ${periodName(head.from, head.to)}`
  const edition = head.version > 1 ? `第 ${head.version} 版，更正原因：${head.reason}` : ''
  return section(
    '',
    element('p', holds ? '✓ 核验通过' : '✗ 核验没有通过', `verdict ${holds ? 'holds' : 'fails'}`),
    element('p', about),
    element('p', `在这台设备上核对，用时 ${took} 毫秒。`, 'note'),
    ...(edition ? [element('p', edition, 'note')] : []),
    ...(holds ? [] : [element('p', whatToDo, 'fails')]),
  )
}

function checksOf({ checks }: Verdict): HTMLElement {
  const list = element('ul')
  for (const { name, holds } of checks) {
    const words = checkWords[name]
    const line = element('li')
    line.append(
      element('b', `${holds ? '✓' : '✗'} ${words.asks}`, holds ? 'holds' : 'fails'),
      element('span', holds ? words.holds : words.fails, holds ? 'note' : 'fails'),
    )
    list.append(line)
  }
  return list
}

function totalsOf(head: Head): HTMLElement {
  const table = element('table')
  const row = (...cells: string[]) => {
    const line = element('tr')
    line.append(...cells.map((cell) => element('td', cell)))
    table.append(line)
  }
  row('期初结余', '', yuan(head.openingFen))
  for (const { side, charge, lines, amountFen } of head.totals)
    row(`${publishedSides[side]} ${charge}`, `${lines} 笔`, yuan(amountFen))
  row('期末结余', '', yuan(head.closingFen))
  return table
}

const nameOf = (fund: string) => (fund in funds ? funds[fund as Fund] : fund)

/** The code on paper carries which disclosure it is, and what it must be. */
function begin(): void {
  const asked = new URLSearchParams(location.hash.slice(1))
  const id = asked.get('id')
  if (asked.get('head')) paperField.value = shortCode(asked.get('head')!.toLowerCase())
  if (!id || !/^[0-9a-f-]{36}$/.test(id)) return
  addressField.value = `${location.origin}/api/disclosures/${id}/bundle`
  void check()
}

place('check').addEventListener('click', () => void check())
window.addEventListener('hashchange', begin)
begin()
// While the person chooses a file, or the file is on its way.
setTimeout(warmUp)
