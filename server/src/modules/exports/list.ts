import type { Type } from '@nestjs/common'
import type { Page, Permission } from '@yinuo/contracts'
import type { Database } from '../../platform/database/index.ts'
import type { FileLinks } from '../../platform/files/index.ts'
import type { PageQuery } from '../../platform/http/page.dto.ts'
import type { Column } from '../../platform/workbooks/index.ts'
import type { CallerAct } from '../access/index.ts'

/** Whose list is asked for, and how telephone numbers are to be shown. */
export interface ExportSource {
  database: Database
  links: FileLinks
  act: CallerAct
  communityId: string
  phone: (phone: string) => string
}

/** A list as it leaves in a workbook: the pages of the screen, told in columns. Its module declares it. */
export interface ExportableList<Filter extends PageQuery = PageQuery, Row = unknown> {
  /** needed besides `lists.export` */
  permission: Permission
  /** What it tells lies in no building: it leaves only with who may export the whole community. */
  ofCommunity?: true
  /** the class of the screen's query string */
  filter: Type<Filter>
  columns: readonly Column<Row>[]
  page(source: ExportSource, filter: Filter): Promise<Page<Row>>
}
