import { bridge } from './pictures/bridge.ts';
import { flood } from './pictures/flood.ts';
import { grain } from './pictures/grain.ts';
import { harbour } from './pictures/harbour.ts';
import { library } from './pictures/library.ts';
import { observatory } from './pictures/observatory.ts';
import { pass } from './pictures/pass.ts';
import { pitch } from './pictures/pitch.ts';
import { height, width } from './pictures/print.ts';
import { wind } from './pictures/wind.ts';

const drawn = { harbour, pass, flood, grain, pitch, observatory, library, wind, bridge };

/** Drawn for the invented agency, each the same bytes on every machine. */
export const samplePictures: { name: string; width: number; height: number; svg: string }[] = Object.entries(
  drawn,
).map(([name, draw]) => ({ name, width, height, svg: draw() }));
