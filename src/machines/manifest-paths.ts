/** Where an edition's manifest and the site's icons are. */

/** Pixels of a side. */
export const iconSizes = [32, 180, 192, 512] as const;
export type IconSize = (typeof iconSizes)[number];

export function manifestPath(lang: string): string {
  return `/${lang}/manifest.webmanifest`;
}

export function iconPath(size: IconSize): string {
  return `/icon/${size}.png`;
}
