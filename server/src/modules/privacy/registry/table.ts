import type { PersonalGroup } from '@yinuo/contracts'

/** Why something may stay after a deletion, and how long. */
export interface Ground {
  law: string
  until: string
}

/** What the office did, beside what employees are. */
export const employment: Ground = {
  law: '劳动合同法第五十条及个人信息保护法第十三条第一款第二项：人力资源管理所必需',
  until: '工作记录随业务保存；手机号离职后按“离职员工的手机号”的期限清除',
}

/** What deletion does to a column: an SQL expression over the row `t` and the person `p`. */
export type Change = string

/** A table that holds data of persons. */
export interface PersonalTable {
  title: string
  group: PersonalGroup
  /** what the rows belong to, and so how far a desk may reach */
  within: 'community' | 'company' | 'nothing'
  /** rows that are the person's own: a condition over `t` and `p` */
  own: string
  /** rows of others that say something about the person; an export shows only these columns of them */
  named?: { rows: string; columns: readonly string[] }
  /** columns that may say who somebody is, and what deletion does to each; null: it stays, see `kept` */
  personal: Readonly<Record<string, Change | null>>
  /** personal, and never shown to anybody */
  secret?: string
  /** columns that say nothing about who somebody is */
  plain: string
  /** what else deletion sets */
  also?: Readonly<Record<string, Change>>
  /** rows deletion removes whole */
  removed?: string
  /** what stays after a deletion, where something does */
  kept?: Ground
}

/** Sealed rows: whose they are cannot be asked. */
export const NOBODYS = 'false'

/** In every table, and nobody's. */
export const structural = ['id', 'community_id', 'company_id', 'version']

export const words = (text: string) => text.split(/\s+/).filter(Boolean)

export const GONE = 'NULL'
export const EMPTY = `''`
export const PSEUDONYM = 'p.pseudonym'
/** Words of people, with the person's names and numbers replaced. */
export const cleared = (column: string): Change => `regexp_replace(t.${column}, p.pattern, p.pseudonym, 'g')`
export const clearedJson = (column: string): Change => `regexp_replace(t.${column}::text, p.pattern, p.pseudonym, 'g')::jsonb`
/** Only where the condition holds; else the column stays. */
export const where = (condition: string, change: Change, column: string): Change =>
  `CASE WHEN ${condition} THEN ${change} ELSE t.${column} END`
