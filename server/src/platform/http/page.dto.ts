import type { Type } from '@nestjs/common'
import { ApiProperty } from '@nestjs/swagger'
import type { Page } from '@yinuo/contracts'
import { PageSize, Token } from './fields.ts'
import { listOf, orNull, text } from './shapes.ts'

/** Which part of a list: `cursor` is the `nextCursor` of the page before. */
export class PageQuery {
  @Token('翻页位置', { max: 200, optional: true })
  cursor?: string

  @PageSize()
  limit: number = 20
}

/** A page of rows; extend it to give the page its name: `class RepairPage extends PageOf(RepairRow) {}`. */
export function PageOf<Row extends object>(RowClass: Type<Row>): Type<Page<Row>> {
  class PageOfRows {
    @ApiProperty(listOf(RowClass))
    items!: Row[]

    @ApiProperty(orNull(text))
    nextCursor!: string | null
  }
  return PageOfRows
}
