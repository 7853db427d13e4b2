import {
  box,
  cut,
  cuts,
  disc,
  hand,
  height,
  type Point,
  shape,
  sheet,
  times,
  width,
  within,
} from './print.ts';

const wall = '#e9d9b4';
const stone = '#c7ab78';
const wine = '#5b2333';
const ink = '#2b1a1f';
const cloth = '#b98f5b';
const grains = ['#e0a630', '#f0d48a', '#d9792b', '#8d5a2b', '#f3e7c6'];

const table = 840;

/** Five grains in measures of rising height, like the bars of a chart, before the arches of a market hall. */
export function grain(): string {
  return sheet(
    wall,
    ink,
    hall(),
    box(0, table - 24, width, height, wine),
    planks(),
    ...[270, 390, 330, 480, 590].map((tall, at) => measure(90 + at * 292, tall, at)),
    spilt(),
    scoop(),
  );
}

function hall(): string {
  const draw = hand(15);
  const arch = (x: number): string => {
    const opening: Point[] = [
      [x, table],
      ...times(21, (at): Point => {
        const angle = Math.PI + (at / 20) * Math.PI;
        return [x + 150 + Math.cos(angle) * 150, 330 + Math.sin(angle) * 210];
      }),
      [x + 300, table],
    ];
    const light = times(30, () => {
      const [cx, cy] = [x + draw(0, 260), draw(150, 800)];
      return cut([cx, cy], [cx + draw(20, 60), cy + draw(40, 90)], draw(4, 10));
    });
    return shape(stone, ...opening) + within(`arch${x}`, opening, cuts('#d8c08d', light));
  };
  const bricks = times(46, () => {
    const [x, y] = [draw(0, width), draw(0, 110)];
    return cut([x, y], [x + draw(40, 120), y], draw(3, 8));
  });
  return [cuts(stone, bricks), ...[-120, 260, 640, 1020, 1400].map(arch), box(0, 112, width, 10, cloth)].join(
    '',
  );
}

function planks(): string {
  const draw = hand(20);
  const veins = times(80, () => {
    const [x, y] = [draw(-60, width), draw(table, height)];
    return cut([x, y], [x + draw(60, 260), y + draw(-3, 3)], draw(2, 6));
  });
  return cuts(ink, veins) + box(0, table - 24, width, 8, '#80404c');
}

/** An open sack `tall` pixels high with its grain heaped above the rolled rim. */
function measure(x: number, tall: number, at: number): string {
  const draw = hand(50 + at);
  const colour = grains[at] as string;
  const [w, foot] = [236, table + 76];
  const top = foot - tall;
  const heap: Point[] = [
    [x + 12, top + 10],
    [x + 62, top - 58],
    [x + 104, top - 92],
    [x + 132, top - 92],
    [x + 178, top - 54],
    [x + w - 12, top + 10],
  ];
  const bulge = 16 + tall / 30;
  const sack: Point[] = [
    [x + 6, top],
    [x - bulge, top + tall * 0.62],
    [x + 4, foot],
    [x + w - 4, foot],
    [x + w + bulge, top + tall * 0.62],
    [x + w - 6, top],
  ];
  const kernels = times(70, () => {
    const [cx, cy] = [x + draw(10, w - 10), top + draw(-95, 10)];
    return cut([cx, cy], [cx + draw(8, 15), cy + draw(-8, 8)], 7);
  });
  const weave = times(40, () => {
    const [cx, cy] = [x + draw(-10, w - 30), top + draw(40, tall)];
    return cut([cx, cy], [cx + draw(16, 50), cy + draw(4, 12)], draw(3, 7));
  });
  const shadow: Point[] = [
    [x + w * 0.66, top],
    [x + w * 0.78, foot],
    [x + w + 60, foot],
    [x + w + 60, top],
  ];
  return [
    `<ellipse cx="${x + w / 2 + 30}" cy="${foot}" rx="${w * 0.64}" ry="20" fill="${ink}"/>`,
    shape(colour, ...heap),
    within(
      `heap${at}`,
      heap,
      cuts(at === 3 ? ink : '#94562a', kernels.slice(0, 34)),
      cuts(wall, kernels.slice(34, 52)),
    ),
    shape(cloth, ...sack),
    within(
      `sack${at}`,
      sack,
      shape('#94693d', ...shadow),
      cuts('#d8b47e', weave.slice(0, 24)),
      cuts('#7a532e', weave.slice(24)),
      box(x - 40, foot - tall * 0.3, w + 80, 16, wine),
      box(x - 40, foot - tall * 0.3 + 26, w + 80, 7, wine),
    ),
    `<rect x="${x - 6}" y="${top - 12}" width="${w + 12}" height="34" rx="17" fill="#d8b47e"/>`,
    cuts(
      '#94693d',
      times(9, (fold) => cut([x + 8 + fold * 25, top + 16], [x + 22 + fold * 25, top - 8], 6)),
    ),
  ].join('');
}

function spilt(): string {
  const draw = hand(71);
  return times(5, (at) =>
    cuts(
      grains[at] as string,
      times(16, () => {
        const [x, y] = [90 + at * 292 + draw(-20, 250), draw(table + 100, table + 150)];
        return cut([x, y], [x + draw(9, 16), y + draw(-6, 6)], 8);
      }),
    ),
  ).join('');
}

function scoop(): string {
  return [
    `<g transform="rotate(-14 620 985)">`,
    shape(ink, [520, 968], [690, 960], [720, 985], [690, 1012], [520, 1004]),
    shape('#9aa39b', [514, 962], [684, 952], [716, 978], [684, 1004], [514, 996]),
    shape('#cdd2c6', [530, 970], [676, 962], [700, 978], [676, 990], [530, 984]),
    box(400, 972, 118, 16, cloth),
    disc(400, 980, 13, cloth),
    '</g>',
  ].join('');
}
