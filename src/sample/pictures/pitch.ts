import { box, cut, cuts, disc, hand, height, line, type Point, shape, sheet, times, width } from './print.ts';

const grass = '#3f7d4e';
const mown = '#4f9159';
const dark = '#1e3d2c';
const chalk = '#f3efdf';
const home = '#d8442f';
const away = '#f0b53c';

const left = 150;
const top = 110;
const right = 1450;
const foot = 957;

/** A match from straight above in a low sun: one side all in its own half. */
export function pitch(): string {
  return sheet(dark, grass, surround(), stripes(), markings(), players());
}

function surround(): string {
  const draw = hand(6);
  const blades = times(150, () => {
    const [x, y] = [draw(0, width), draw() < 0.5 ? draw(0, top - 20) : draw(foot + 20, height)];
    return cut([x, y], [x + draw(30, 80), y + draw(-5, 5)], draw(3, 8));
  });
  return cuts(grass, blades);
}

function stripes(): string {
  const draw = hand(13);
  const broad = (right - left + 80) / 14;
  return times(14, (at) => {
    const x = left - 40 + at * broad;
    const other = at % 2 ? mown : grass;
    const strokes = times(26, () => {
      const [cx, cy] = [x + draw(4, broad - 4), draw(top - 20, foot - 60)];
      return cut([cx, cy], [cx, cy + draw(40, 90)], draw(2, 6));
    });
    return box(x, top - 40, broad + 1, foot - top + 80, at % 2 ? grass : mown) + cuts(other, strokes);
  }).join('');
}

function markings(): string {
  const frame = (x: number, y: number, w: number, h: number) =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="none" stroke="${chalk}" stroke-width="7"/>`;
  const ring = (d: string) => `<path d="${d}" fill="none" stroke="${chalk}" stroke-width="7"/>`;
  const middle = (top + foot) / 2;
  return [
    frame(left, top, right - left, foot - top),
    line(chalk, 7, [800, top], [800, foot]),
    ring(`M688 ${middle}a112 112 0 1 0 224 0a112 112 0 1 0 -224 0`),
    disc(800, middle, 10, chalk),
    ...[left, right - 200].map((x) => frame(x, middle - 245, 200, 490)),
    ...[left, right - 70].map((x) => frame(x, middle - 112, 70, 224)),
    ...[left - 34, right].map((x) => frame(x, middle - 46, 34, 92)),
    disc(left + 134, middle, 8, chalk),
    disc(right - 134, middle, 8, chalk),
    ring(`M350 ${middle - 90}a112 112 0 0 1 0 180`),
    ring(`M1250 ${middle - 90}a112 112 0 0 0 0 180`),
  ].join('');
}

function players(): string {
  const reds: Point[] = [
    [196, 540],
    [330, 330],
    [300, 470],
    [322, 610],
    [350, 745],
    [470, 400],
    [455, 545],
    [500, 690],
    [640, 480],
    [610, 300],
  ];
  const yellows: Point[] = [
    [1120, 540],
    [880, 270],
    [905, 800],
    [735, 655],
    [700, 200],
    [560, 840],
    [545, 470],
    [420, 270],
    [410, 665],
    [385, 520],
    [690, 390],
  ];
  const one = ([x, y]: Point, ink: string) =>
    shape(dark, [x - 6, y - 8], [x + 70, y + 54], [x + 80, y + 76], [x + 56, y + 74], [x - 8, y + 10]) +
    `<ellipse cx="${x}" cy="${y}" rx="19" ry="12" fill="${ink}" transform="rotate(${(x * 7 + y) % 80} ${x} ${y})"/>` +
    disc(x, y, 8, dark);
  const ball: Point = [436, 480];
  return [
    ...reds.map((at) => one(at, home)),
    ...yellows.map((at) => one(at, away)),
    one([860, 1010], chalk),
    shape(
      dark,
      [ball[0], ball[1] - 5],
      [ball[0] + 24, ball[1] + 20],
      [ball[0] + 14, ball[1] + 22],
      [ball[0] - 5, ball[1] + 5],
    ),
    disc(ball[0], ball[1], 9, chalk),
  ].join('');
}
