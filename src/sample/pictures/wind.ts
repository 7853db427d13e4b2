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

const sky = '#cfe0d8';
const cloud = '#f6f3e6';
const sea = '#2c7a74';
const deep = '#17484d';
const land = '#d59a3f';
const earth = '#7d4b2a';
const white = '#fbf8ee';

/** Turbines in a curve along a headland above a rough sea. */
export function wind(): string {
  return sheet(
    sky,
    white,
    clouds(),
    box(0, 560, width, height, sea),
    waves(),
    headland(),
    lighthouse(),
    grass(),
    ...turbines(),
  );
}

function clouds(): string {
  const draw = hand(12);
  const strokes = times(60, () => {
    const [x, y] = [draw(-200, width), draw(40, 520)];
    const long = draw(140, 420);
    return cut([x, y], [x + long, y - long * 0.12], draw(6, 20));
  });
  return cuts(cloud, strokes);
}

function waves(): string {
  const draw = hand(27);
  const crests = (ink: string, count: number) =>
    cuts(
      ink,
      times(count, () => {
        const y = 566 + draw() ** 1.4 * 480;
        const x = draw(-60, width);
        const long = 30 + (y - 540) * draw(0.18, 0.5);
        return cut([x, y], [x + long, y - 3], 3 + (y - 560) / 60);
      }),
    );
  return crests(deep, 150) + crests(sky, 90) + crests(white, 26);
}

function headland(): string {
  const top: Point[] = [
    [0, 600],
    [170, 640],
    [380, 660],
    [640, 650],
    [900, 610],
    [1120, 560],
    [1290, 536],
    [1420, 552],
    [1470, 590],
  ];
  const face: Point[] = [
    [1440, 640],
    [1330, 660],
    [1230, 700],
    [1040, 770],
    [800, 850],
    [640, 960],
    [600, height],
    [0, height],
  ];
  const draw = hand(33);
  const strata = times(90, () => {
    const x = draw(540, 1470);
    const y = 590 + ((1470 - x) / 900) * 260 + draw(-70, 130);
    return cut([x, y], [x + draw(10, 34), y + draw(40, 100)], draw(4, 10));
  });
  const turf: Point[] = [
    ...top.slice(0, -1),
    [1436, 574],
    [1300, 588],
    [1130, 640],
    [930, 720],
    [700, 800],
    [520, 930],
    [470, height],
    [0, height],
  ];
  return [
    shape(earth, ...top, ...face),
    within('face', [...top, ...face], cuts('#4e2d1d', strata)),
    shape(land, ...turf),
  ].join('');
}

function lighthouse(): string {
  return [
    shape(white, [1372, 556], [1379, 440], [1407, 440], [1414, 556]),
    shape('#c4452d', [1376, 488], [1377.5, 462], [1408.5, 462], [1410, 488]),
    shape('#c4452d', [1373, 540], [1375, 512], [1411, 512], [1413, 540]),
    box(1382, 416, 22, 24, deep),
    shape('#c4452d', [1376, 416], [1393, 398], [1410, 416]),
  ].join('');
}

/** Nine, the nearest first in size; far ones are drawn before near ones. */
function turbines(): string[] {
  const feet: [x: number, y: number, size: number, turn: number][] = [
    [1290, 552, 0.3, 12],
    [1206, 560, 0.34, 70],
    [1112, 584, 0.4, 38],
    [1006, 614, 0.47, 100],
    [886, 644, 0.55, 21],
    [750, 684, 0.66, 58],
    [594, 728, 0.8, 86],
    [408, 790, 1, 8],
    [160, 880, 1.28, 44],
  ];
  return feet.map(([x, y, size, turn]) => {
    const hub: Point = [x, y - 470 * size];
    const blade = (angle: number) => {
      const at = (along: number, off: number): Point => {
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        return [hub[0] + (cos * along - sin * off) * size, hub[1] + (sin * along + cos * off) * size];
      };
      return (
        shape(white, at(0, -6), at(60, -17), at(255, -3), at(255, 1), at(20, 7)) +
        shape('#9fb8b2', at(10, 7), at(80, 1), at(255, 0), at(255, 2), at(20, 9))
      );
    };
    return [
      shape(white, [x - 12 * size, y], [x - 6 * size, hub[1]], [x + 6 * size, hub[1]], [x + 12 * size, y]),
      shape('#9fb8b2', [x + 3 * size, y], [x + 2 * size, hub[1]], [x + 6 * size, hub[1]], [x + 12 * size, y]),
      ...[0, 120, 240].map((third) => blade(((turn + third) / 180) * Math.PI)),
      disc(hub[0], hub[1], 12 * size, deep),
    ].join('');
  });
}

function grass(): string {
  const draw = hand(41);
  return cuts(
    earth,
    times(120, () => {
      const y = draw(680, 1060);
      const x = draw(-30, 520 + (1060 - y) * 0.5);
      return cut([x, y], [x + draw(24, 70), y - draw(6, 26)], draw(2, 6));
    }),
  );
}
