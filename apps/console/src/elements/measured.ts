import { useEffect, useRef, useState } from 'react'

/** The size an element has on the screen, followed as it changes. */
export function useMeasured<E extends Element>(first: { width: number; height: number }) {
  const element = useRef<E>(null)
  const [size, setSize] = useState(first)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect
      if (width > 0 && height > 0) setSize({ width, height })
    })
    observer.observe(element.current!)
    return () => observer.disconnect()
  }, [])
  return [element, size] as const
}
