/**
 * Whether a colour can be read on the paper, and which one can that is nearest to it. Pure.
 *
 * Sources: WCAG 2.2, 1.4.3 and its definition of contrast ratio; Ottosson, "A perceptual color space for image
 * processing" (Oklab), in which a colour is made darker or lighter and keeps its hue.
 */

export type Scheme = 'light' | 'dark';

/** The paper's ground, as src/site/css/paper-and-ink.css has it. */
export const grounds: Record<Scheme, string> = { light: '#fbfaf6', dark: '#14130f' };

/** What the masthead's rule and links under the pointer have where the agency has no colour of its own. */
export const usualColours: Record<Scheme, string> = { light: '#0c4a5b', dark: '#86b8c6' };

/** For text of any size (WCAG AA). */
export const leastContrast = 4.5;

type Triple = readonly [number, number, number];

/** Three pairs of hexadecimal digits after a #. */
export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}

/** 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

export function canBeRead(colour: string, scheme: Scheme): boolean {
  return contrast(colour, grounds[scheme]) >= leastContrast;
}

/** The colour itself where it can be read, else the nearest of its hue that can: darker on light paper, lighter on dark. */
export function nearestReadable(colour: string, scheme: Scheme): string {
  if (canBeRead(colour, scheme)) return colour;
  const [lightness, a, b] = oklab(linear(colour));
  let [near, far] = [lightness, scheme === 'light' ? 0 : 1];
  let found = scheme === 'light' ? '#000000' : '#ffffff';
  for (let step = 0; step < 24; step++) {
    const middle = (near + far) / 2;
    const tried = within([middle, a, b]);
    if (canBeRead(tried, scheme)) [far, found] = [middle, tried];
    else near = middle;
  }
  return found;
}

/** As hex; where the screen has no such colour, its greyer neighbour. */
function within([lightness, a, b]: Triple): string {
  for (let share = 1; share > 0; share -= 0.05) {
    const rgb = fromOklab([lightness, a * share, b * share]);
    if (rgb.every((one) => one >= -0.0005 && one <= 1.0005)) return hexOf(rgb);
  }
  return hexOf(fromOklab([lightness, 0, 0]));
}

function luminance(colour: string): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Light of each part, 0 to 1. */
function linear(colour: string): Triple {
  return [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;
}

function hexOf(rgb: Triple): string {
  const pair = (light: number) => {
    const part = Math.min(1, Math.max(0, light));
    const drawn = part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055;
    return Math.round(drawn * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${rgb.map(pair).join('')}`;
}

function oklab([red, green, blue]: Triple): Triple {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}
