/** The colours of one print: field, disc behind the motif, tone on the field, and accent. */
export interface Palette {
  readonly ground: string
  readonly tone: string
  readonly disc: string
  readonly accent: string
  readonly deep: string
}

export const palettes = {
  indigo: { ground: '#24317a', tone: '#33429a', disc: '#f7e8c8', accent: '#f0b43a', deep: '#161f52' },
  laterite: { ground: '#b04a2c', tone: '#c25f3e', disc: '#f9e9cd', accent: '#f6c65c', deep: '#7c2c17' },
  rice: { ground: '#35704a', tone: '#46855c', disc: '#f6eecd', accent: '#f3c451', deep: '#1f4a30' },
  turmeric: { ground: '#e2a233', tone: '#ecb857', disc: '#fcf2da', accent: '#a63b1e', deep: '#b0701a' },
  paper: { ground: '#ecdcb8', tone: '#e0cb9c', disc: '#fcf6e6', accent: '#a63b1e', deep: '#24317a' },
  jade: { ground: '#1f6a74', tone: '#348590', disc: '#f4ebd2', accent: '#f3b746', deep: '#124650' },
  lotus: { ground: '#d98881', tone: '#e3a099', disc: '#fcefe3', accent: '#7d2342', deep: '#9c4a50' },
  night: { ground: '#472850', tone: '#5d3a68', disc: '#f5e6d6', accent: '#f0b04a', deep: '#2d1635' },
} as const satisfies Record<string, Palette>

export type PaletteName = keyof typeof palettes
