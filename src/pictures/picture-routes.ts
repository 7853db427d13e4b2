/**
 * `/picture/{sha256}/{width}.{jpg|webp|avif}`, cut around a focal point `{width}-{x}-{y}.…`: a rendition of a picture that a public
 * story shows, or showed in an earlier version. AVIF takes long to make, so nobody waits for it: until it is made, WebP stands
 * at its address, and says so.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { PageCache, Tag } from '../site/page-cache.ts';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { Withheld } from '../site/record-data.ts';
import { comeBackHeaders, statusOf } from '../site/status-of.ts';
import { wordsOf } from '../site/words/catalogue.ts';
import { openMakeLater } from './make-later.ts';
import { readPictureUse } from './picture-state.ts';
import { findRendition, type PictureFormat, type Rendition, readRendition } from './picture-store.ts';
import { renditionWidths } from './rendition-widths.ts';

type Deps = {
  pool: pg.Pool;
  cache: PageCache;
  notFound: () => Promise<PreparedPage>;
  /** Headers of every answer. */
  common: Record<string, string>;
  /** In which it is said that a picture is withheld. */
  lang: string;
  send: (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;
};

export function pictureRoutes(app: FastifyInstance, deps: Deps): void {
  const { pool, cache, notFound, common, lang, send } = deps;
  app.get<{ Params: { hash: string; file: string } }>('/picture/:hash/:file', async (request, reply) => {
    const { hash, file } = request.params;
    const wanted = readName(hash, file);
    const { moment } = cache;
    const use = wanted ? await readPictureUse(pool, wanted) : null;
    if (!wanted || !use) return send(await notFound(), request, reply);
    if (use.state !== 'public') return send(await withheld(use.state), request, reply);
    const shown = await readShown(wanted);
    const bytes = await readRendition(pool, shown);
    if (!bytes) return send(await notFound(), request, reply);
    const type = types[shown.format];
    // Asked for again each time: with its last story it must be gone at once.
    const page = await preparePage({ type, body: bytes, headers: common });
    if (shown.format !== wanted.format) return send(page, request, reply);
    const tags = use.codes.map((code): Tag => `story:${code}`);
    // One spelling is kept: an address has thousands in percent signs.
    cache.put(`/picture/${hash}/${file}`, page, tags, moment);
    return send(page, request, reply);
  });

  const later = openMakeLater((sentence) => console.error(sentence));
  app.addHook('onClose', () => later.settled());

  /** What is sent for it now. */
  const readShown = async (wanted: Rendition): Promise<Rendition> => {
    if (wanted.format !== 'avif' || (await findRendition(pool, wanted))) return wanted;
    later.ask(`Picture ${wanted.hash} ${wanted.width} ${JSON.stringify(wanted.focal ?? null)}`, () =>
      readRendition(pool, wanted),
    );
    return { ...wanted, format: 'webp' };
  };

  /** Not kept: another story may use it at any time. */
  const withheld = (state: Withheld) =>
    preparePage({
      status: statusOf[state],
      type: 'text/plain; charset=utf-8',
      body: `${wordsOf(lang).record.tombstones[state].title}.\n`,
      headers: { ...common, ...comeBackHeaders(state) },
    });
}

const types: Record<PictureFormat, string> = { jpg: 'image/jpeg', webp: 'image/webp', avif: 'image/avif' };

/** @returns null where no rendition is called that. */
function readName(hash: string, file: string): Rendition | null {
  const [, width, x, y, format] =
    /^(\d{2,4})(?:-(0|[1-9]\d?|100)-(0|[1-9]\d?|100))?\.(jpg|webp|avif)$/.exec(file) ?? [];
  if (!/^[0-9a-f]{64}$/.test(hash) || !renditionWidths.includes(Number(width))) return null;
  const focal = x === undefined ? null : { x: Number(x), y: Number(y) };
  return { hash, width: Number(width), format: format as PictureFormat, focal };
}
