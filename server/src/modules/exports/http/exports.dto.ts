import { exportableLists, type ExportableListCode } from '@yinuo/contracts'
import { OneOf, Text, TextByName, YesNo } from '../../../platform/http/fields.ts'

export class ExportList {
  @OneOf(exportableLists, 'ExportableListCode', '要导出的列表') list!: ExportableListCode
  /** as in the query string of the list itself */
  @TextByName('筛选条件', { max: 12 }) filters!: Record<string, string>
  /** whole telephone numbers; needs a reason */
  @YesNo('完整手机号', { optional: true }) unmasked?: boolean
  @Text('导出完整手机号的理由', { max: 200, min: 2, optional: true }) reason?: string
}
