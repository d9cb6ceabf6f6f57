import { useEffect, useRef } from 'react'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
export const modifierKey = isMac ? '⌘' : 'Ctrl'

/** ⌘ (or Ctrl) with a letter, anywhere on the page. */
export function useShortcut(letter: string, act: () => void): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== letter) return
      event.preventDefault()
      latest.current()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [letter])
}
