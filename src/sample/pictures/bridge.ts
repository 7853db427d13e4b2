import {
  box,
  cut,
  cuts,
  hand,
  height,
  type Point,
  round,
  shape,
  sheet,
  times,
  width,
  within,
} from './print.ts';

const sky = '#d7d3c4';
const cloud = '#b4b3aa';
const stone = '#efe6cf';
const mortar = '#a5977a';
const shadow = '#5a5248';
const river = '#8a6a43';
const foam = '#d9bf8d';
const ink = '#2a2622';
const red = '#a83a2c';

const water = 690;
const deck = 420;

/** A stone bridge whose arches are half under a river in flood. */
export function bridge(): string {
  return sheet(
    sky,
    ink,
    clouds(),
    town(),
    box(0, water - 20, width, height, river),
    arches(),
    flow(),
    walkers(),
    driftwood(),
  );
}

function clouds(): string {
  const draw = hand(16);
  return cuts(
    cloud,
    times(60, () => {
      const [x, y] = [draw(-160, width), draw(0, 330)];
      return cut([x, y], [x + draw(120, 380), y + draw(-10, 4)], draw(8, 24));
    }),
  );
}

function town(): string {
  const draw = hand(37);
  const houses = times(22, (at) => {
    const x = at * 76 - 30;
    const w = draw(66, 96);
    const top = draw(300, 400);
    const roof = at % 3 ? '#8d5a4a' : red;
    const panes = times(3, (pane) => box(x + 12 + pane * 22, top + 26, 10, 18, shadow));
    return [
      box(x, top, w, water - top, at % 2 ? '#c2b596' : '#b0a285'),
      shape(roof, [x - 6, top], [x + w / 2, top - draw(40, 76)], [x + w + 6, top]),
      ...panes,
    ].join('');
  });
  const spire = [
    box(1240, 210, 62, 260, '#a09375'),
    shape(ink, [1232, 212], [1271, 62], [1310, 212]),
    box(1262, 240, 18, 40, ink),
  ];
  return [...spire, ...houses].join('');
}

function deckAt(x: number): number {
  return deck + ((x - 800) / 800) ** 2 * 74;
}

/** Five openings; each shows its own vault in shadow down to the water. */
function arches(): string {
  const edge = times(33, (at): Point => [at * 50, deckAt(at * 50)]);
  const body: Point[] = [...edge, [width, water + 30], [0, water + 30]];
  const draw = hand(44);
  const courses = times(230, () => {
    const [x, y] = [draw(0, width), draw(deck, water)];
    return cut([x, y], [x + draw(24, 60), y], draw(2, 6));
  });
  const openings = [
    { x: 50, w: 220 },
    { x: 336, w: 256 },
    { x: 656, w: 288 },
    { x: 1008, w: 256 },
    { x: 1330, w: 220 },
  ].map(({ x, w }) => {
    const top = deckAt(x + w / 2) + 66;
    const rise = water - top + 30;
    const curve = (grow: number): Point[] =>
      times(25, (at): Point => {
        const angle = Math.PI + (at / 24) * Math.PI;
        return [x + w / 2 + Math.cos(angle) * (w / 2 + grow), water + 30 + Math.sin(angle) * (rise + grow)];
      });
    const joints = times(21, (at) => {
      const [from, to] = [curve(2)[at + 2] as Point, curve(30)[at + 2] as Point];
      return cut(from, to, 4);
    });
    return [
      shape(foam, ...curve(32)),
      cuts(shadow, joints),
      shape(shadow, ...curve(0)),
      within(
        `vault${x}`,
        curve(0),
        shape(cloud, ...curve(0).map(([px, py]): Point => [px + w * 0.16, py + 26])),
        box(x + w * 0.16, water - 8, w, 60, '#a9854f'),
      ),
    ].join('');
  });
  const piers = [303, 624, 976, 1297].map((x) =>
    [
      shape(
        stone,
        [x - 40, water + 50],
        [x - 34, water - 84],
        [x, water - 124],
        [x + 34, water - 84],
        [x + 40, water + 50],
      ),
      shape(mortar, [x, water - 124], [x + 34, water - 84], [x + 40, water + 50], [x, water + 60]),
    ].join(''),
  );
  const parapet = `<path d="M${edge.map(([x, y]) => `${x} ${round(y)}`).join('L')}" fill="none" stroke="${foam}" stroke-width="16"/>`;
  return [
    shape(stone, ...body),
    within('body', body, cuts(mortar, courses)),
    ...openings,
    ...piers,
    parapet,
  ].join('');
}

function flow(): string {
  const draw = hand(52);
  const run = (ink: string, count: number, thick: number) =>
    cuts(
      ink,
      times(count, () => {
        const y = water + 8 + draw() ** 1.3 * 370;
        const x = draw(-100, width);
        const long = 60 + (y - water) * draw(0.3, 1);
        return cut([x, y], [x + long, y + Math.sin(x / 120) * 12], thick + (y - water) / 50);
      }),
    );
  const curls = [303, 624, 976, 1297].flatMap((x) =>
    times(5, (at) =>
      cut([x - 56 - at * 5, water + 26 + at * 12], [x + 58 + at * 22, water + 28 + at * 13], 8),
    ),
  );
  return [
    box(0, water + 26, width, height, river),
    run('#6b4f31', 90, 5),
    run('#a9854f', 60, 4),
    run(foam, 46, 2),
    cuts(stone, curls),
  ].join('');
}

function walkers(): string {
  const one = (x: number, coat: string, tall: number) => {
    const y = deckAt(x) - 6;
    return [
      shape(coat, [x - 11, y], [x - 8, y - tall * 0.74], [x + 8, y - tall * 0.74], [x + 12, y]),
      `<circle cx="${x}" cy="${round(y - tall * 0.87)}" r="7" fill="${ink}"/>`,
    ].join('');
  };
  return [
    one(520, ink, 64),
    one(552, red, 58),
    one(770, ink, 66),
    one(1010, '#38505a', 62),
    one(1034, ink, 42),
    one(1180, red, 64),
  ].join('');
}

function driftwood(): string {
  return [
    shape(ink, [250, 905], [470, 868], [482, 880], [262, 922]),
    cuts(ink, [
      cut([380, 886], [430, 836], 9),
      cut([320, 898], [296, 858], 8),
      cut([1120, 960], [1350, 940], 12),
      cut([1240, 950], [1290, 915], 8),
    ]),
    cuts(foam, [cut([236, 926], [500, 886], 5), cut([1110, 972], [1366, 952], 5)]),
  ].join('');
}
