import type { FileView } from '@yinuo/contracts'
import { useState } from 'react'
import { Image, platform, Video, View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Tap } from '../ui/tap.tsx'

export function FileStrip({ files }: { files: readonly FileView[] }) {
  const [film, setFilm] = useState<FileView | null>(null)
  if (files.length === 0) return null
  const photos = files.filter((file) => file.kind === 'photo').map((file) => serverUrl(file.url))
  return (
    <View className="strip">
      {files.map((file, at) => (
        <Tap
          key={file.id}
          className="strip__file"
          label={`查看第 ${at + 1} 个附件`}
          onTap={() => (file.kind === 'photo' ? platform.preview(photos, serverUrl(file.url)) : setFilm(file))}
        >
          {file.kind === 'photo' || file.thumbnailUrl ? (
            <Image className="strip__image" src={serverUrl(file.thumbnailUrl ?? file.url)} mode="aspectFill" lazyLoad />
          ) : (
            <View className="strip__image strip__film">
              <Icon name="play" size={26} colour={colours.card} filled />
            </View>
          )}
        </Tap>
      ))}
      {film && (
        <Sheet title="短视频" onClose={() => setFilm(null)}>
          <Video className="strip__video" src={serverUrl(film.url)} autoplay controls />
        </Sheet>
      )}
    </View>
  )
}

/** Links inside views may leave the host out. */
function serverUrl(url: string): string {
  return url.startsWith('/') ? `${platform.serverUrl()}${url}` : url
}
