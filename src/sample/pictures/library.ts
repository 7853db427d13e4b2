import {
  box,
  cut,
  cuts,
  disc,
  hand,
  height,
  line,
  type Point,
  shape,
  sheet,
  times,
  width,
  within,
} from './print.ts';

const wood = '#3a2420';
const shelf = '#5d382b';
const night = '#1d3a4f';
const moon = '#dfe3cf';
const lampGreen = '#3f8f6b';
const light = '#f2cf7a';
const spines = ['#a8432f', '#c98a3a', '#dcc08a', '#4b6a5e', '#7d3030', '#8a6a4a'];

/** A reading room at night: galleries, tall windows, rows of green lamps. */
export function library(): string {
  return sheet(
    wood,
    '#120b0a',
    ...[0, 1, 2].map((at) => bay(at * 560 - 60)),
    ...[430, 990, 1550].map(window),
    box(0, 0, width, 74, shelf),
    cuts(
      light,
      times(40, (at) => cut([at * 41, 20], [at * 41 + 26, 52], 7)),
    ),
    gallery(),
    ...[0, 1, 2, 3].map(row),
  );
}

/** A wall of books between two windows. */
function bay(x: number): string {
  const draw = hand(Math.round(x) + 90);
  const books = new Map<string, string[]>();
  for (const y of [92, 176, 260, 344, 480, 562]) {
    for (let at = x + 8; at < x + 420; ) {
      const [w, h] = [draw(13, 30), draw(48, 68)];
      const ink = spines[Math.floor(draw(0, spines.length))] as string;
      const spine = `M${Math.round(at)} ${y + 70}h${Math.round(w)}v${-Math.round(h)}h${-Math.round(w)}z`;
      if (draw() > 0.07) books.set(ink, [...(books.get(ink) ?? []), spine]);
      at += w + 2;
    }
  }
  return [
    box(x, 74, 430, 580, '#2a1815'),
    ...[...books].map(([ink, paths]) => cuts(ink, paths)),
    ...[162, 246, 330, 414, 550, 632].map((y) => box(x, y, 430, 10, shelf)),
  ].join('');
}

function window(x: number): string {
  const draw = hand(x);
  const glass: Point[] = [
    [x, 640],
    ...times(17, (at): Point => {
      const angle = Math.PI + (at / 16) * Math.PI;
      return [x + 65 + Math.cos(angle) * 65, 210 + Math.sin(angle) * 110];
    }),
    [x + 130, 640],
  ];
  const rain = times(40, () => {
    const [cx, cy] = [x + draw(0, 130), draw(110, 600)];
    return cut([cx, cy], [cx - 8, cy + draw(30, 80)], draw(2, 5));
  });
  return [
    box(x - 62, 74, 254, 580, shelf),
    shape(night, ...glass),
    within(`glass${x}`, glass, x < 800 ? disc(x + 88, 230, 34, moon) : '', cuts('#3d6580', rain)),
    line(wood, 8, [x + 65, 100], [x + 65, 640]),
    ...[220, 320, 420, 520].map((y) => box(x, y, 130, 7, wood)),
  ].join('');
}

function gallery(): string {
  return [
    box(0, 424, width, 22, '#7a4c34'),
    box(0, 446, width, 8, '#120b0a'),
    ...times(54, (at) => box(at * 30 + 6, 376, 6, 48, '#7a4c34')),
    box(0, 368, width, 10, '#a06a42'),
  ].join('');
}

/** One row of tables with readers and lamps; rows come nearer as `at` grows. */
function row(at: number): string {
  const size = [0.5, 0.7, 1, 1.45][at] as number;
  const y = [668, 738, 842, 1000][at] as number;
  const draw = hand(60 + at);
  const gap = 250 * size;
  const seats = Math.ceil(width / gap) + 1;
  const shift = at % 2 ? -gap * 0.5 : -gap * 0.1;
  return times(seats, (seat) => {
    const x = shift + seat * gap;
    const taken = draw() < 0.82;
    const coat = ['#22303a', '#6b2f2a', '#2f4a43', '#4a3b52'][Math.floor(draw(0, 4))] as string;
    const skin = ['#d9a679', '#a8703f', '#7a4a2c', '#e8c39c'][Math.floor(draw(0, 4))] as string;
    return (taken ? reader(x + gap * 0.32, y, size, coat, skin) : '') + lamp(x + gap * 0.78, y, size);
  })
    .concat(table(y, size, at))
    .join('');
}

function reader(x: number, y: number, size: number, coat: string, skin: string): string {
  const at = (dx: number, dy: number): Point => [x + dx * size, y + dy * size];
  return [
    shape(coat, at(-52, 6), at(-44, -50), at(-16, -66), at(18, -66), at(46, -48), at(54, 6)),
    `<ellipse cx="${Math.round(x + 3 * size)}" cy="${Math.round(y - 86 * size)}" rx="${Math.round(23 * size)}" ry="${Math.round(28 * size)}" fill="${skin}"/>`,
    shape('#1a1110', at(-22, -84), at(-20, -112), at(4, -122), at(28, -108), at(26, -92), at(4, -102)),
    shape(moon, at(-46, 4), at(-38, -16), at(0, -8), at(38, -16), at(46, 4), at(0, 12)),
  ].join('');
}

function lamp(x: number, y: number, size: number): string {
  const at = (dx: number, dy: number): Point => [x + dx * size, y + dy * size];
  return [
    shape(light, at(-40, -62), at(40, -62), at(84, 10), at(-84, 10)).replace('/>', ' opacity=".34"/>'),
    line(light, 5 * size, at(0, 4), at(0, -70)),
    shape(lampGreen, at(-46, -60), at(-32, -92), at(32, -92), at(46, -60)),
    shape(light, at(-42, -60), at(42, -60), at(38, -53), at(-38, -53)),
    shape('#7fc29a', at(-34, -70), at(-27, -86), at(0, -86), at(-6, -70)),
  ].join('');
}

function table(y: number, size: number, at: number): string {
  const draw = hand(at + 80);
  const veins = times(16, () => {
    const x = draw(-40, width);
    const down = y + draw(6, 20) * size;
    return cut([x, down], [x + draw(60, 200), down], 4 * size);
  });
  return [
    box(0, y + 2 * size, width, 24 * size, '#a06a42'),
    cuts('#c99258', veins),
    box(0, y + 26 * size, width, height, wood),
    box(0, y + 26 * size, width, 8 * size, '#120b0a'),
  ].join('');
}
