import * as elements from '@tarojs/components'

// Constants, not re-exports: Taro's h5 build keeps only the elements it sees used by an expression.
export const Button = elements.Button
export const Image = elements.Image
export const Input = elements.Input
export const Picker = elements.Picker
export const ScrollView = elements.ScrollView
export const Text = elements.Text
export const Textarea = elements.Textarea
export const Video = elements.Video
export const View = elements.View
