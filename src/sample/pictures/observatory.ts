import {
  box,
  cut,
  cuts,
  hand,
  height,
  line,
  type Point,
  round,
  shape,
  sheet,
  times,
  width,
  within,
} from './print.ts';

const night = '#131a33';
const deep = '#24305c';
const hill = '#0b0f1e';
const star = '#f4ead0';
const lamp = '#e8a13a';
const wall = '#b9b7a6';

const pole: Point = [560, 330];

/** An open dome under a long exposure of the sky. */
export function observatory(): string {
  return sheet(
    night,
    deep,
    trails(),
    shape(
      deep,
      [0, 800],
      [260, 720],
      [520, 790],
      [760, 700],
      [1100, 770],
      [1600, 660],
      [1600, height],
      [0, height],
    ),
    shape(
      hill,
      [0, 960],
      [300, 905],
      [620, 840],
      [900, 790],
      [1330, 792],
      [1600, 850],
      [1600, height],
      [0, height],
    ),
    dome(),
    house(),
    pines(),
    grass(),
  );
}

function trails(): string {
  const draw = hand(19);
  const arcs = (ink: string, thick: number, count: number) => {
    const d = times(count, () => {
      const r = 24 + draw() ** 0.7 * 1250;
      const from = draw(0, Math.PI * 2);
      const to = from + draw(0.22, 0.42);
      const at = (angle: number) =>
        `${round(pole[0] + Math.cos(angle) * r)} ${round(pole[1] + Math.sin(angle) * r)}`;
      return `M${at(from)}A${round(r)} ${round(r)} 0 0 1 ${at(to)}`;
    });
    return `<path d="${d.join('')}" fill="none" stroke="${ink}" stroke-width="${thick}" stroke-linecap="round"/>`;
  };
  return [
    arcs(deep, 20, 130),
    arcs('#6f7fb0', 4, 90),
    arcs(star, 5, 120),
    arcs(lamp, 6, 16),
    `<circle cx="${pole[0]}" cy="${pole[1]}" r="7" fill="${star}"/>`,
  ].join('');
}

function dome(): string {
  const [x, y, r] = [1110, 590, 190];
  const half = (from: number, to: number, size: number): Point[] =>
    times(25, (at) => {
      const angle = Math.PI + ((from + ((to - from) * at) / 24) / 180) * Math.PI;
      return [x + Math.cos(angle) * size, y + Math.sin(angle) * size];
    });
  const draw = hand(4);
  const shell = half(0, 180, r);
  const hatch = times(46, () => {
    const angle = Math.PI + draw(0.55, 0.98) * Math.PI;
    const size = draw(60, r);
    return cut(
      [x + Math.cos(angle) * size, y + Math.sin(angle) * size],
      [x + Math.cos(angle + 0.3) * size, y + Math.sin(angle + 0.3) * size],
      9,
    );
  });
  return [
    shape(star, ...shell),
    within(
      'dome',
      shell,
      cuts(wall, hatch),
      shape(wall, [x + 150, y], [x + 150, y - r], [x + r, y - r], [x + r, y]),
    ),
    shape(night, ...half(48, 82, r + 4), [x + 8, y - 30], [x - 62, y - 30]),
    line(lamp, 34, [x - 10, y - 40], [x - 92, y - 196]),
    line(star, 6, [x - 22, y - 30], [x - 112, y - 200]),
    box(x - r - 16, y - 4, r * 2 + 32, 24, deep),
    box(x - r + 8, y + 20, r * 2 - 16, 190, wall),
    cuts(
      star,
      times(30, () => {
        const [bx, by] = [x - r + draw(12, 200), y + draw(30, 200)];
        return cut([bx, by], [bx + draw(20, 46), by], 5);
      }),
    ),
    shape(deep, [x + 70, y + 20], [x + r - 8, y + 20], [x + r - 8, y + 210], [x + 70, y + 210]),
    box(x - 36, y + 108, 52, 98, lamp),
    box(x - 12, y + 108, 4, 98, deep),
  ].join('');
}

function house(): string {
  return [
    shape(wall, [1370, 800], [1370, 720], [1496, 720], [1496, 818], [1370, 800]),
    shape(hill, [1352, 724], [1398, 668], [1480, 668], [1516, 724]),
    box(1396, 746, 24, 34, lamp),
    box(1446, 746, 24, 34, lamp),
  ].join('');
}

function pines(): string {
  const draw = hand(23);
  return times(15, (at) => {
    const x = at < 11 ? 20 + at * 62 + draw(-18, 18) : 1490 + (at - 11) * 40;
    const foot = at < 11 ? 960 - at * 13 : 840 + draw(0, 20);
    const tall = draw(90, 210);
    const tier = (up: number, half: number): Point[] => [
      [x - half, foot - tall * up],
      [x, foot - tall * (up + 0.5)],
      [x + half, foot - tall * up],
    ];
    return [
      shape(hill, ...tier(0.08, 44)),
      shape(hill, ...tier(0.32, 34)),
      shape(hill, ...tier(0.55, 24)),
      box(x - 4, foot - 20, 8, 40, hill),
    ].join('');
  }).join('');
}

function grass(): string {
  const draw = hand(9);
  return cuts(
    deep,
    times(90, () => {
      const [x, y] = [draw(0, width), draw(930, 1060)];
      return cut([x, y], [x + draw(30, 90), y - draw(4, 16)], draw(2, 6));
    }),
  );
}
