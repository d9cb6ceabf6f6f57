import { fileLimits } from '@yinuo/contracts'
import { Text, View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { Tap } from '../ui/tap.tsx'
import { KeptImage } from './kept-image.tsx'
import type { Photo } from './photo.ts'
import type { Photos } from './use-photos.ts'

export function PhotoField({
  photos,
  withVideo = false,
  most = fileLimits.perRepair,
}: {
  photos: Photos
  withVideo?: boolean
  most?: number
}) {
  const refused = photos.list.filter((photo) => photo.refusal)
  return (
    <View>
      <View className="photos">
        {photos.list.map((photo) => (
          <Slot key={photo.key} photo={photo} photos={photos} />
        ))}
        {photos.list.length < most && (
          <Tap
            className="photo photo--add"
            onTap={() => void photos.add(withVideo)}
            label={withVideo ? '添加照片或视频' : '添加照片'}
          >
            <Icon name="camera" size={26} colour={colours.brand} />
            <Text className="photo__add">{withVideo ? '照片 / 视频' : '拍照'}</Text>
          </Tap>
        )}
      </View>
      {refused.map((photo) => (
        <Text key={photo.key} className="field__fault">
          {photo.refusal}
        </Text>
      ))}
    </View>
  )
}

function Slot({ photo, photos }: { photo: Photo; photos: Photos }) {
  return (
    <View className="photo">
      <KeptImage path={photo.path} kind={photo.kind} />
      {photo.state === 'sending' && (
        <View className="photo__veil">
          <Text className="photo__percent">{photo.percent}%</Text>
          <View className="photo__bar">
            <View className="photo__done" style={{ width: `${photo.percent}%` }} />
          </View>
        </View>
      )}
      {photo.state === 'failed' && (
        <Tap className="photo__veil" onTap={() => photos.retry(photo)} label="重新上传">
          <Icon name="refresh" size={24} colour={colours.card} />
          <Text className="photo__percent">{photo.refusal ? '不能上传' : '点此重传'}</Text>
        </Tap>
      )}
      <Tap className="photo__remove" onTap={() => photos.remove(photo)} label="删除这张">
        <View className="photo__cross">
          <Icon name="close" size={14} colour={colours.card} />
        </View>
      </Tap>
    </View>
  )
}
