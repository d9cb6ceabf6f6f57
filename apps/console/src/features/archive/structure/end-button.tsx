import { App, Button } from 'antd'
import { sentenceOf } from '../../../elements/refusal.tsx'

interface EndButtonProps {
  word: string
  question: string
  consequence: string
  work: () => Promise<unknown>
  onDone: () => void
}

/** Ends something after asking; a refusal is told and changes nothing. */
export function EndButton({ word, question, consequence, work, onDone }: EndButtonProps) {
  const { modal, message } = App.useApp()
  const ask = () =>
    modal.confirm({
      title: question,
      content: consequence,
      okText: word,
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: async () => {
        try {
          await work()
        } catch (refused) {
          message.error(sentenceOf(refused), 6)
        }
        onDone()
      },
    })
  return (
    <Button type="link" size="small" danger onClick={ask}>
      {word}
    </Button>
  )
}
