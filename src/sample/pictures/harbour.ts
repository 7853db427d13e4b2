import { box, cut, cuts, disc, hand, height, line, type Point, shape, sheet, times, width } from './print.ts';

const ink = '#14222b';
const sea = '#1f4a55';
const dusk = '#d9673d';
const glow = '#f2b45c';
const pale = '#f3e3c0';

const quay = 745;

/** Cranes over a freighter at dusk. */
export function harbour(): string {
  return sheet(
    glow,
    pale,
    sky(),
    disc(1130, 640, 168, pale),
    breakwater(),
    box(0, quay - 40, width, height, sea),
    water(),
    shape(ink, [0, quay + 55], [1010, quay + 55], [1024, quay + 95], [0, quay + 100]),
    shape(ink, [1390, quay + 40], [width, quay + 40], [width, quay + 70], [1382, quay + 66]),
    ...[120, 430, 735].map((x, at) => crane(x, 0.98 - at * 0.07, at < 2)),
    crane(1430, 0.74, true),
    ship(),
    shape(ink, [0, 940], [560, 925], [640, 965], [1010, 985], [1060, height], [0, height]),
    cuts(
      sea,
      times(26, (at) => cut([20 + at * 39, 985 + (at % 3) * 22], [90 + at * 39, 990 + (at % 3) * 22], 4)),
    ),
    gulls(),
  );
}

function sky(): string {
  const draw = hand(3);
  const bands = [
    box(0, 0, width, 170, '#2d5f68'),
    box(0, 170, width, 120, '#7a7a62'),
    box(0, 290, width, 170, dusk),
  ];
  const edge = (y: number, colour: string) =>
    cuts(
      colour,
      times(34, () => {
        const x = draw(-80, width);
        const at = y + draw(-46, 46);
        return cut([x, at], [x + draw(120, 420), at + draw(-4, 4)], draw(5, 13));
      }),
    );
  return [
    ...bands,
    edge(170, '#7a7a62'),
    edge(140, '#2d5f68'),
    edge(295, dusk),
    edge(462, dusk),
    edge(480, glow),
  ].join('');
}

function breakwater(): string {
  return [
    shape(
      ink,
      [820, 712],
      [900, 692],
      [1340, 690],
      [1370, 655],
      [1384, 655],
      [1392, 690],
      [width, 700],
      [width, 720],
    ),
    box(1371, 606, 12, 52, ink),
    disc(1377, 602, 12, dusk),
  ].join('');
}

function water(): string {
  const draw = hand(11);
  const ripple = (colour: string, count: number, from: Point, to: Point) =>
    cuts(
      colour,
      times(count, () => {
        const y = draw(from[1], to[1]);
        const x = draw(from[0], to[0]);
        const long = draw(40, 120) * (0.5 + (y - 700) / 260);
        return cut([x - long / 2, y], [x + long / 2, y], draw(3, 9));
      }),
    );
  return [
    ripple(ink, 90, [0, 720], [width, 1060]),
    ripple(dusk, 46, [960, 716], [1310, 1050]),
    ripple(pale, 26, [1030, 714], [1240, 1000]),
  ].join('');
}

/** A quay crane whose seaward boom is level or lifted; `x` is the landward leg, on the quay. */
function crane(x: number, size: number, lifted: boolean): string {
  const at = (dx: number, dy: number): Point => [x + dx * size, quay + 70 - dy * size];
  const thick = 15 * size;
  const tip = lifted ? at(300, 640) : at(420, 388);
  return [
    line(ink, thick, at(0, 0), at(22, 380), at(34, 560)),
    line(ink, thick, at(150, 0), at(132, 380), at(34, 560)),
    line(ink, thick * 0.7, at(8, 150), at(142, 150)),
    line(ink, thick * 0.5, at(8, 150), at(134, 330), at(18, 330), at(142, 150)),
    line(ink, thick * 1.3, at(-170, 388), at(150, 388), tip),
    line(ink, 5 * size, at(-165, 392), at(34, 560), tip),
    line(ink, 5 * size, at(34, 560), at(150, 392)),
    shape(ink, at(-168, 382), at(-168, 436), at(-82, 436), at(-82, 382)),
    ...(lifted
      ? []
      : [
          line(ink, 4 * size, at(330, 388), at(330, 190)),
          shape(dusk, at(290, 190), at(370, 190), at(370, 152), at(290, 152)),
        ]),
  ].join('');
}

function ship(): string {
  const draw = hand(5);
  const inks = [dusk, glow, pale, '#2d5f68', dusk, ink];
  const stacks = times(13, (column) =>
    times(2 + Math.floor(draw(0, 3.4)), (row) =>
      box(560 + column * 46, 800 - row * 27, 43, 24, inks[Math.floor(draw(0, inks.length))] as string),
    ),
  ).flat();
  return [
    ...stacks,
    shape(ink, [505, 822], [1290, 822], [1330, 790], [1262, 905], [545, 905]),
    shape(pale, [1172, 822], [1172, 690], [1250, 690], [1250, 822]),
    box(1188, 655, 34, 36, ink),
    box(1180, 708, 62, 13, ink),
    box(1180, 742, 62, 10, sea),
    shape(dusk, [541, 892], [1270, 892], [1262, 912], [548, 912]),
  ].join('');
}

function gulls(): string {
  const bird = (x: number, y: number, span: number) =>
    cut([x, y], [x - span, y - span * 0.35], 6) + cut([x, y], [x + span, y - span * 0.45], 6);
  return cuts(ink, [bird(1010, 300, 46), bird(1110, 250, 34), bird(930, 225, 26)]);
}
