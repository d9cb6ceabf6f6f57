import { PlayCircleOutlined } from '@ant-design/icons'
import type { FileView } from '@yinuo/contracts'
import { Image } from 'antd'

/** Photos in a row; a tap opens them large, one after the other. */
export function Photos({ files, size = 88 }: { files: FileView[]; size?: number }) {
  if (files.length === 0) return null
  return (
    <Image.PreviewGroup>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
        {files.map((file) =>
          file.kind === 'photo' ? (
            <Image
              key={file.id}
              width={size}
              height={size}
              src={file.thumbnailUrl ?? file.url}
              preview={{ src: file.url }}
              alt={file.purpose ?? '照片'}
              style={{ objectFit: 'cover', borderRadius: 6, border: '1px solid var(--line)' }}
            />
          ) : (
            <a key={file.id} href={file.url} target="_blank" rel="noreferrer" style={{ alignSelf: 'center' }}>
              <PlayCircleOutlined /> 播放视频
            </a>
          ),
        )}
      </div>
    </Image.PreviewGroup>
  )
}
