import { ApiProperty } from '@nestjs/swagger'
import { fileKinds, type FileKind } from '@yinuo/contracts'
import { code, id, orNull, text } from '../http/shapes.ts'

/** A file with links that open it for a quarter of an hour. */
export class FileView {
  @ApiProperty(id) id!: string
  @ApiProperty(code(fileKinds, 'FileKind')) kind!: FileKind
  @ApiProperty(text) url!: string
  @ApiProperty(orNull(text)) thumbnailUrl!: string | null
  @ApiProperty(orNull(text)) purpose!: string | null
}
