import { useRef, useState } from 'react'
import { KeptImage } from '../photos/kept-image.tsx'
import { faultOf } from '../photos/use-photos.ts'
import type { PickedFile } from '../platform'
import { platform, Text, View } from '../platform'
import { sentenceOf } from '../session/failure.ts'
import { colours } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { Tap } from '../ui/tap.tsx'

/** Photos kept on the phone; the outbox sends them together with the action they prove. */
export function useKeptFiles() {
  const [files, setFiles] = useState<PickedFile[]>([])
  const current = useRef(files)
  const change = (next: PickedFile[]) => {
    current.current = next
    setFiles(next)
  }
  return {
    files,
    async add(most: number) {
      try {
        for (const file of await platform.pickFiles(most - current.current.length, false)) {
          const fault = faultOf(file)
          if (fault) platform.tell(fault)
          else change([...current.current, { ...file, path: await platform.keepFile(file) }])
        }
      } catch (failure) {
        platform.tell(sentenceOf(failure))
      }
    },
    remove(path: string) {
      change(current.current.filter((file) => file.path !== path))
      void platform.dropFile(path)
    },
  }
}

export function FilePick({ kept, most = 6, words }: { kept: ReturnType<typeof useKeptFiles>; most?: number; words: string }) {
  return (
    <View className="photos">
      {kept.files.map(({ path, kind }) => (
        <View key={path} className="photo">
          <KeptImage path={path} kind={kind} />
          <Tap className="photo__remove" onTap={() => kept.remove(path)} label="删除这张">
            <View className="photo__cross">
              <Icon name="close" size={14} colour={colours.card} />
            </View>
          </Tap>
        </View>
      ))}
      {kept.files.length < most && (
        <Tap className="photo photo--add" onTap={() => void kept.add(most)} label={words}>
          <Icon name="camera" size={26} colour={colours.brand} />
          <Text className="photo__add">{words}</Text>
        </Tap>
      )}
    </View>
  )
}
