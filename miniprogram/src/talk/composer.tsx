import { conversationLimits } from '@yinuo/contracts'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { WaitingPhoto } from '../outbox/waiting.ts'
import { KeptImage } from '../photos/kept-image.tsx'
import { faultOf } from '../photos/use-photos.ts'
import { platform, Text, Textarea, View } from '../platform'
import { sentenceOf } from '../session/failure.ts'
import { colours } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { Tap } from '../ui/tap.tsx'

interface ComposerProps {
  text: string
  onText: (text: string) => void
  onSend: (text: string, photos: WaitingPhoto[]) => void
  hint: string
  /** beside the picture button */
  more?: ReactNode
}

/** Writes what is said next; what is sent goes through the phone's outbox, so the field is free at once. */
export function Composer({ text, onText, onSend, hint, more }: ComposerProps) {
  const [photos, setPhotos] = useState<WaitingPhoto[]>([])
  const ready = text.trim() !== '' || photos.length > 0
  const pick = async () => {
    try {
      const picked = await platform.pickFiles(conversationLimits.picturesPerEntry - photos.length, false)
      const kept: WaitingPhoto[] = []
      for (const file of picked) {
        const fault = faultOf(file)
        if (fault) platform.tell(fault)
        else kept.push({ key: platform.uuid(), path: await platform.keepFile(file), kind: file.kind, fileId: null })
      }
      setPhotos((before) => [...before, ...kept])
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    }
  }
  const remove = (photo: WaitingPhoto) => {
    setPhotos((before) => before.filter(({ key }) => key !== photo.key))
    void platform.dropFile(photo.path)
  }
  const send = () => {
    if (!ready) return
    onSend(text.trim(), photos)
    onText('')
    setPhotos([])
  }
  return (
    <View className="composer">
      {photos.length > 0 && (
        <View className="photos">
          {photos.map((photo) => (
            <View key={photo.key} className="photo">
              <KeptImage path={photo.path} kind={photo.kind} />
              <Tap className="photo__remove" onTap={() => remove(photo)} label="删除这张">
                <View className="photo__cross">
                  <Icon name="close" size={14} colour={colours.card} />
                </View>
              </Tap>
            </View>
          ))}
        </View>
      )}
      <View className="composer__line">
        {photos.length < conversationLimits.picturesPerEntry && (
          <Tap className="composer__tool" onTap={() => void pick()} label="发图片">
            <Icon name="camera" size={26} colour={colours.brand} />
          </Tap>
        )}
        {more}
        <Textarea
          className="composer__field"
          value={text}
          placeholder={hint}
          placeholderClass="field__hint"
          maxlength={conversationLimits.textLength}
          autoHeight
          fixed
          showConfirmBar={false}
          cursorSpacing={24}
          onInput={(event) => onText(event.detail.value)}
        />
        <Tap className="composer__send" onTap={send} disabled={!ready} label="发送">
          <Text>发送</Text>
        </Tap>
      </View>
    </View>
  )
}
