import type { AuditChain } from '@yinuo/contracts'

interface ChainWords {
  tone: 'success' | 'info' | 'error'
  text: string
  detail?: string
}

/** The state of the record of changes, as it is said above the list. */
export function chainWords(chain: AuditChain, time: (iso: string) => string): ChainWords {
  const { sealed, waiting, checked, checkedAt, checkedUntil, brokenAt } = chain
  if (brokenAt !== null)
    return {
      tone: 'error',
      text: `操作记录被改动过：从第 ${brokenAt} 条起与封存时不一致`,
      detail: `此前 ${checked} 条完好。请保留数据库现场，联系系统管理员用 npm run verify-audit 核对每日链头。`,
    }
  const rest = `已封存 ${sealed} 条${waiting > 0 ? `，${waiting} 条正在封存` : ''}。`
  if (checkedAt === null || checkedUntil === null) return { tone: 'info', text: `还没有校验过，${rest}` }
  return {
    tone: 'success',
    text: `已校验至 ${time(checkedUntil)}：前 ${checked} 条与封存时一致，${rest}`,
  }
}
