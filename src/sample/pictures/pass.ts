import {
  box,
  cut,
  cuts,
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

const ink = '#1d2433';
const rock = '#3d4a60';
const shade = '#8ea3b8';
const snow = '#eef0ea';
const sky = '#e3c9a0';
const signal = '#c8452f';

/** A road in hairpins up to a notch in the ridge. */
export function pass(): string {
  return sheet(
    sky,
    snow,
    clouds(),
    range(),
    shape(
      shade,
      [0, 560],
      [220, 470],
      [430, 560],
      [700, 430],
      [860, 400],
      [1010, 455],
      [1260, 540],
      [1600, 430],
      [1600, height],
      [0, height],
    ),
    mountain(
      'left',
      [
        [0, 250],
        [180, 150],
        [300, 245],
        [420, 205],
        [560, 350],
        [660, 372],
        [800, 480],
        [700, 760],
        [0, 900],
      ],
      21,
    ),
    mountain(
      'right',
      [
        [1600, 120],
        [1450, 60],
        [1330, 190],
        [1200, 235],
        [1080, 395],
        [930, 480],
        [960, 700],
        [1600, 860],
      ],
      8,
    ),
    shape(
      snow,
      [800, 478],
      [870, 460],
      [935, 478],
      [1250, 700],
      [1600, 800],
      [1600, height],
      [0, height],
      [0, 830],
      [520, 690],
    ),
    drifts(),
    road(),
    lorry(),
    cliff(),
  );
}

function clouds(): string {
  const draw = hand(2);
  return cuts(
    snow,
    times(24, () => {
      const [x, y] = [draw(-100, width), draw(30, 330)];
      return cut([x, y], [x + draw(160, 460), y - draw(0, 14)], draw(6, 16));
    }),
  );
}

function range(): string {
  const far: Point[] = [
    [480, 470],
    [620, 330],
    [720, 400],
    [840, 300],
    [930, 372],
    [1040, 290],
    [1200, 440],
  ];
  return shape('#c4b597', ...far, [1200, 620], [480, 620]);
}

/** A dark mass whose lit faces are cut away in strokes that follow the fall of the slope. */
function mountain(id: string, points: Point[], seed: number): string {
  const draw = hand(seed);
  const crest = points.slice(0, -2);
  const marks = (count: number, lean: number, deepest: number) =>
    times(count, () => {
      const at = Math.floor(draw(0, crest.length - 1));
      const [a, b] = [crest[at] as Point, crest[at + 1] as Point];
      const along = draw();
      const down = draw(-20, deepest);
      const x = a[0] + (b[0] - a[0]) * along + down * lean * 0.5;
      const y = a[1] + (b[1] - a[1]) * along + down;
      const long = draw(50, 150);
      return cut([x, y], [x + long * lean, y + long], draw(4, 17));
    });
  return (
    shape(ink, ...points) +
    within(id, points, cuts(rock, marks(70, 0.55, 460)), cuts(snow, marks(74, -0.6, 190)))
  );
}

function drifts(): string {
  const draw = hand(14);
  const strokes = times(64, () => {
    const y = draw(600, 1040);
    const x = draw(-40, width);
    const long = draw(60, 240) * (y / 900);
    return cut([x, y], [x + long, y + long * (x > 860 ? 0.24 : -0.2)], draw(3, 9));
  });
  return within(
    'drifts',
    [
      [520, 700],
      [870, 500],
      [1250, 710],
      [1600, 810],
      [1600, height],
      [0, height],
      [0, 840],
    ],
    cuts(shade, strokes),
  );
}

/** From the foot of the sheet to the notch, narrower with each bend. */
function road(): string {
  const bends: { y: number; from: number; to: number; thick: number }[] = [
    { y: 950, from: 1180, to: 420, thick: 48 },
    { y: 838, from: 420, to: 1200, thick: 38 },
    { y: 742, from: 1200, to: 600, thick: 28 },
    { y: 664, from: 600, to: 1060, thick: 20 },
    { y: 606, from: 1060, to: 720, thick: 14 },
    { y: 558, from: 720, to: 950, thick: 10 },
    { y: 522, from: 950, to: 868, thick: 7 },
  ];
  const legs = bends.map(({ y, from, to, thick }, at) => {
    const rise = ((bends[at + 1]?.y ?? 470) - y) / 2;
    const side = to > from ? 1 : -1;
    const d = `M${from} ${y}C${from + side * 160} ${y + rise * 0.3} ${to - side * 160} ${y + rise * 0.5} ${to} ${y + rise}q${side * thick * 1.3} ${rise * 0.5} 0 ${rise}`;
    return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${thick}" stroke-linecap="round"/><path d="${d}" fill="none" stroke="${sky}" stroke-width="${Math.max(1, thick * 0.06)}" stroke-dasharray="${thick} ${thick}"/>`;
  });
  const foot = line(ink, 58, [1700, 1060], [1400, 1000], [1180, 950]);
  const posts = bends.slice(0, 3).flatMap(({ y, from, to, thick }, leg) =>
    times(7, (at) => {
      const x = from + ((to - from) * (at + 0.7)) / 7.6;
      const lift = (((bends[leg + 1]?.y ?? y) - y) / 2) * ((at + 0.7) / 7.6);
      return box(x, y + lift - thick * 1.25, thick * 0.13 + 1, thick * 0.85, signal);
    }),
  );
  return [foot, ...legs.reverse(), ...posts].join('');
}

function lorry(): string {
  return [
    box(742, 866, 112, 50, signal),
    box(742, 908, 152, 12, ink),
    shape(signal, [860, 880], [884, 880], [896, 898], [896, 914], [860, 914]),
    shape(snow, [868, 885], [881, 885], [889, 897], [868, 897]),
    ...[764, 790, 878].map(
      (x) => `<circle cx="${x}" cy="922" r="10" fill="${ink}" stroke="${shade}" stroke-width="3"/>`,
    ),
  ].join('');
}

function cliff(): string {
  const edge: Point[] = [
    [0, 860],
    [120, 835],
    [230, 900],
    [300, 985],
    [420, 1020],
    [480, height],
    [0, height],
  ];
  const draw = hand(31);
  const marks = times(34, () => {
    const [x, y] = [draw(-20, 420), draw(850, 1060)];
    return cut([x, y], [x + 40, y + draw(50, 110)], draw(4, 12));
  });
  return shape(ink, ...edge) + within('cliff', edge, cuts(rock, marks));
}
