/** A linocut in flat inks: shapes, and the marks that a gouge leaves in them. All lengths are pixels of the sheet. */
export const width = 1600;
export const height = 1067;

export type Point = readonly [x: number, y: number];

/** Numbers from 0 to 1 that are the same at every start (mulberry32). */
export function hand(seed: number): (from?: number, to?: number) => number {
  let state = seed;
  return (from = 0, to = 1) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return from + (to - from) * (((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296);
  };
}

/** The whole sheet on a ground; small flecks of the ground show where the ink did not take. */
export function sheet(ground: string, flecks: string, ...layers: string[]): string {
  const draw = hand(7);
  const specks = Array.from({ length: 70 }, () => {
    return disc(draw(4, 316), draw(4, 316), draw(0.6, 2.4), flecks);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMidYMid slice">`,
    `<defs><pattern id="flecks" width="320" height="320" patternUnits="userSpaceOnUse">`,
    ...specks,
    '</pattern></defs>',
    box(0, 0, width, height, ground),
    ...layers,
    `<rect width="${width}" height="${height}" fill="url(#flecks)" opacity=".28"/></svg>`,
  ].join('');
}

export function box(x: number, y: number, w: number, h: number, ink: string): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" fill="${ink}"/>`;
}

export function shape(ink: string, ...points: Point[]): string {
  return `<path fill="${ink}" d="${outline(points)}"/>`;
}

export function disc(x: number, y: number, r: number, ink: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(r)}" fill="${ink}"/>`;
}

/** A line of even thickness through the points. */
export function line(ink: string, thick: number, ...points: Point[]): string {
  const d = points.map(([x, y], at) => `${at ? 'L' : 'M'}${round(x)} ${round(y)}`).join('');
  return `<path fill="none" stroke="${ink}" stroke-width="${thick}" stroke-linejoin="round" d="${d}"/>`;
}

/** The path of one cut: pointed at both ends, widest in the middle. */
export function cut([x1, y1]: Point, [x2, y2]: Point, thick: number): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const swell = thick / (Math.hypot(dx, dy) || 1);
  const [sx, sy] = [-dy * swell, dx * swell];
  const numbers = (...all: number[]) => all.map(round).join(' ').replaceAll(' -', '-');
  const there = numbers(dx / 2 + sx, dy / 2 + sy, dx, dy);
  const back = numbers(-dx / 2 - sx, -dy / 2 - sy, -dx, -dy);
  return `M${numbers(x1, y1)}q${there}q${back}`;
}

export function cuts(ink: string, marks: string[]): string {
  return `<path fill="${ink}" d="${marks.join('')}"/>`;
}

/** Layers seen only inside an outline. */
export function within(id: string, points: Point[], ...layers: string[]): string {
  return `<clipPath id="${id}"><path d="${outline(points)}"/></clipPath><g clip-path="url(#${id})">${layers.join('')}</g>`;
}

export function times<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

export function round(value: number): number {
  return Math.round(value);
}

function outline(points: Point[]): string {
  return `${points.map(([x, y], at) => `${at ? 'L' : 'M'}${round(x)} ${round(y)}`).join('')}Z`;
}
