/** `/picture/{sha256}/{width}.{jpg|webp}`, cut around a focal point `{width}-{x}-{y}.{jpg|webp}`: a rendition of a picture that a public story shows, or showed in an earlier version. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { PageCache, Tag } from '../site/page-cache.ts';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import type { Withheld } from '../site/record-data.ts';
import { statusOf, withheldHeaders } from '../site/withheld-answers.ts';
import { wordsOf } from '../site/words/catalogue.ts';
import { readPictureUse } from './picture-state.ts';
import { type PictureFormat, type Rendition, readRendition } from './picture-store.ts';
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
    const bytes = await readRendition(pool, wanted);
    if (!bytes) return send(await notFound(), request, reply);
    const type = wanted.format === 'webp' ? 'image/webp' : 'image/jpeg';
    // Asked for again each time: with its last story it must be gone at once.
    const page = await preparePage({ type, body: bytes, headers: common });
    const tags = use.codes.map((code): Tag => `story:${code}`);
    // One spelling is kept: an address has thousands in percent signs.
    cache.put(`/picture/${hash}/${file}`, page, tags, moment);
    return send(page, request, reply);
  });

  /** Not kept: another story may use it at any time. */
  const withheld = (state: Withheld) =>
    preparePage({
      status: statusOf[state],
      type: 'text/plain; charset=utf-8',
      body: `${wordsOf(lang).record.tombstones[state].title}.\n`,
      headers: { ...common, ...withheldHeaders(state) },
    });
}

/** @returns null where no rendition is called that. */
function readName(hash: string, file: string): Rendition | null {
  const [, width, x, y, format] =
    /^(\d{2,4})(?:-(0|[1-9]\d?|100)-(0|[1-9]\d?|100))?\.(jpg|webp)$/.exec(file) ?? [];
  if (!/^[0-9a-f]{64}$/.test(hash) || !renditionWidths.includes(Number(width))) return null;
  const focal = x === undefined ? null : { x: Number(x), y: Number(y) };
  return { hash, width: Number(width), format: format as PictureFormat, focal };
}
