import { box, cut, cuts, hand, height, line, type Point, round, sheet, times, width } from './print.ts';

const field = '#d9c98f';
const fields = ['#c9b36f', '#b7b77a', '#e6dcae', '#93a36a', '#cfa867'];
const hedge = '#4d6144';
const pale = '#bcd5d1';
const river = '#1f5a78';
const ink = '#173447';
const roof = '#b7472f';

/** A winding river from above, with the land that it takes at its highest. */
export function flood(): string {
  return sheet(
    field,
    ink,
    patchwork(),
    stroke(course(0), pale, 330),
    contours(),
    stroke(course(0), river, 92),
    current(),
    line(ink, 9, [0, 300], [420, 345], [760, 560], [1180, 640], [1600, 610]),
    line(field, 3, [0, 300], [420, 345], [760, 560], [1180, 640], [1600, 610]),
    town(),
  );
}

/** Where the river's middle runs at `x`, shifted sideways. */
function middle(x: number, shift: number): Point {
  return [x, 540 + Math.sin(x / 205) * 235 + Math.sin(x / 93 + 1) * 48 + shift];
}

function course(shift: number): string {
  return times(60, (at) => middle(at * 32 - 200, shift))
    .map(([x, y], at) => `${at ? 'L' : 'M'}${round(x)} ${round(y)}`)
    .join('');
}

function stroke(d: string, ink: string, thick: number, dash = ''): string {
  return `<path d="${d}" fill="none" stroke="${ink}" stroke-width="${thick}" stroke-linejoin="round"${dash && ` stroke-dasharray="${dash}"`}/>`;
}

/** Ploughland in leaning strips, each with furrows one way. */
function patchwork(): string {
  const draw = hand(17);
  const tiles = times(9, (column) =>
    times(7, (row) => {
      const [x, y, w, h] = [column * 190 - 40, row * 172 - 60, 184, 166];
      const ground = fields[Math.floor(draw(0, fields.length))] as string;
      const furrow = draw() < 0.5 ? hedge : (fields[Math.floor(draw(0, fields.length))] as string);
      const along = draw() < 0.5;
      const marks = times(7, (at) => {
        const lane = ((at + 0.7) / 7.4) * (along ? h : w);
        const slip = draw(4, 30);
        return along
          ? cut([x + slip, y + lane], [x + w - slip, y + lane], 4)
          : cut([x + lane, y + slip], [x + lane, y + h - slip], 4);
      });
      return box(x, y, w, h, ground) + cuts(furrow, marks);
    }),
  ).flat();
  const trees = times(90, () => {
    const column = Math.floor(draw(0, 9)) * 190 - 43;
    return `<circle cx="${column}" cy="${round(draw(0, height))}" r="${round(draw(6, 14))}"/>`;
  });
  return `<g transform="rotate(-7 800 533) scale(1.02)">${tiles.join('')}<g fill="${hedge}">${trees.join('')}</g></g>`;
}

function contours(): string {
  return [
    stroke(course(0), river, 338, '3 15').replace('/>', ' opacity=".55"/>'),
    stroke(course(0), pale, 318),
    stroke(course(0), '#8fb9bb', 226),
    stroke(course(0), '#5f97a3', 146),
  ].join('');
}

function current(): string {
  const draw = hand(8);
  const marks = (count: number, spread: number) =>
    times(count, () => {
      const x = draw(0, width);
      const shift = draw(-spread, spread);
      return cut(middle(x, shift), middle(x + draw(24, 46), shift), draw(3, 7));
    });
  return cuts(pale, marks(90, 32)) + cuts(ink, marks(40, 32));
}

/** Roofs along the road, some of them on the flooded side. */
function town(): string {
  const draw = hand(29);
  const houses = times(96, () => {
    const [x, y] = [draw(930, 1440), draw(470, 850)];
    const [w, h] = [draw(20, 38), draw(15, 24)];
    const fromRiver = y - middle(x, 0)[1];
    const onRoad = Math.abs(y + 8 - 622) < 26;
    if (onRoad || fromRiver < 84 || fromRiver > 300) return '';
    return `${box(x + 5, y + 6, w, h, ink)}${box(x, y, w, h, roof)}${box(x, y, w, h / 2, '#d2694a')}`;
  });
  return houses.join('');
}
