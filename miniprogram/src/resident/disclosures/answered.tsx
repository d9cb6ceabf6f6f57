import type { AnsweredDisclosureQuestion } from '@yinuo/contracts'
import { Text, View } from '../../platform'

/** What others asked and what was answered; nobody is named. */
export function Answered({ questions }: { questions: readonly AnsweredDisclosureQuestion[] }) {
  return (
    <>
      {questions.map(({ id, text, answer }) => (
        <View key={id} className="sums__question">
          <Text className="sums__words">问：{text}</Text>
          <Text className="sums__answer">答：{answer}</Text>
        </View>
      ))}
    </>
  )
}
