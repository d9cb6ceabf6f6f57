import { useEffect, useState } from 'react'
import { Image, platform, View } from '../platform'
import { colours } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'

/** A file of this phone, shown before the server has it. */
export function KeptImage({ path, kind }: { path: string; kind: 'photo' | 'video' }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    platform.shownFile(path).then(
      (shown) => wanted && setUrl(shown),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [path])
  if (kind === 'video')
    return (
      <View className="photo__video">
        <Icon name="play" size={30} colour={colours.card} filled />
      </View>
    )
  return url ? <Image className="photo__image" src={url} mode="aspectFill" /> : <View className="photo__image" />
}
