import { ApiProperty } from '@nestjs/swagger'
import {
  importedKinds,
  importModes,
  importStages,
  importStates,
  type ImportedKind,
  type ImportMode,
  type ImportStage,
  type ImportState,
} from '@yinuo/contracts'
import { OneOf, Version } from '../../../platform/http/fields.ts'
import { PageOf } from '../../../platform/http/page.dto.ts'
import { code, id, instant, listOf, one, orNull, text, truth, whole } from '../../../platform/http/shapes.ts'

export class ImportCounts {
  @ApiProperty(whole) buildingsAdded!: number
  @ApiProperty(whole) unitsAdded!: number
  @ApiProperty(whole) unitsChanged!: number
  @ApiProperty(whole) unitsUnchanged!: number
  @ApiProperty(whole) residentsAdded!: number
  @ApiProperty(whole) residentsUnchanged!: number
  @ApiProperty(whole) residenciesAdded!: number
  @ApiProperty(whole) residenciesChanged!: number
  @ApiProperty(whole) residenciesUnchanged!: number
  @ApiProperty(whole) spacesAdded!: number
  @ApiProperty(whole) vehiclesAdded!: number
}

export class ImportUndone {
  @ApiProperty(whole) removed!: number
  @ApiProperty(whole) restored!: number
  @ApiProperty({ ...whole, description: '之后被修改或使用过，保留不动' }) left!: number
}

export class ImportBatch {
  @ApiProperty(id) id!: string
  @ApiProperty(text) fileName!: string
  @ApiProperty(whole) fileBytes!: number
  @ApiProperty(code(importStates, 'ImportState')) state!: ImportState
  @ApiProperty(orNull(code(importModes, 'ImportMode'))) mode!: ImportMode | null
  @ApiProperty(orNull(code(importStages, 'ImportStage'))) stage!: ImportStage | null
  @ApiProperty(whole) rowsDone!: number
  @ApiProperty(orNull(whole)) rowsTotal!: number | null
  @ApiProperty(orNull(whole)) rowsRead!: number | null
  @ApiProperty(orNull(whole)) rowsFaulty!: number | null
  @ApiProperty(orNull(whole)) faults!: number | null
  @ApiProperty({ ...listOf(text), description: '读取时略过了什么' }) notes!: string[]
  @ApiProperty(orNull(text)) problem!: string | null
  @ApiProperty({ ...orNull(one(ImportCounts)), description: '检查时预计的变动' }) expected!: ImportCounts | null
  @ApiProperty({ ...orNull(one(ImportCounts)), description: '实际写入的变动' }) counts!: ImportCounts | null
  @ApiProperty(orNull(one(ImportUndone))) undone!: ImportUndone | null
  @ApiProperty(text) createdByName!: string
  @ApiProperty(instant) createdAt!: string
  @ApiProperty(orNull(text)) appliedByName!: string | null
  @ApiProperty(orNull(instant)) appliedAt!: string | null
  @ApiProperty(orNull(text)) undoneByName!: string | null
  @ApiProperty(orNull(instant)) undoneAt!: string | null
  @ApiProperty({ ...truth, description: '原工作簿还在，可以下载标注后的结果' }) keepsFile!: boolean
  @ApiProperty({ ...orNull(instant), description: '到此时为止可以撤销；不能撤销时为空' }) undoableUntil!: string | null
  @ApiProperty(whole) version!: number
}
export class ImportBatchPage extends PageOf(ImportBatch) {}

export class ImportFault {
  @ApiProperty(whole) row!: number
  @ApiProperty({ ...orNull(text), description: '列名；整行有错时为空' }) column!: string | null
  @ApiProperty(text) content!: string
  @ApiProperty(text) reason!: string
}
export class ImportFaultPage extends PageOf(ImportFault) {}

export class ImportLeftover {
  @ApiProperty(code(importedKinds, 'ImportedKind')) kind!: ImportedKind
  @ApiProperty(id) id!: string
  @ApiProperty(text) label!: string
  @ApiProperty(text) reason!: string
}
export class ImportLeftoverPage extends PageOf(ImportLeftover) {}

export class ApplyImport {
  @OneOf(importModes, 'ImportMode', '导入方式') mode!: ImportMode
  @Version() version!: number
}

export class UndoImport {
  @Version() version!: number
}
