/** A drawing as a background both platforms show: the phone's script engine has no SVG elements. */
export function drawing(svg: string): string {
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

const known = new Map<string, string>()

export function lineDrawing(path: string, colour: string, filled = false): string {
  const name = `${path}|${colour}|${filled}`
  const drawn =
    known.get(name) ??
    drawing(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="${filled ? colour : 'none'}" stroke="${colour}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`,
    )
  known.set(name, drawn)
  return drawn
}

/** A ring of which `left` (1 … 0) is still there. */
export function ringDrawing(left: number, colour: string): string {
  const around = 2 * Math.PI * 42
  const shown = Math.max(0, Math.min(1, left)) * around
  return drawing(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" fill="none" stroke-width="9" stroke-linecap="round"><circle cx="50" cy="50" r="42" stroke="#E4E9E6"/><circle cx="50" cy="50" r="42" stroke="${colour}" stroke-dasharray="${shown.toFixed(1)} ${around.toFixed(1)}" transform="rotate(-90 50 50)" ${shown < 1 ? 'opacity="0"' : ''}/></svg>`,
  )
}
