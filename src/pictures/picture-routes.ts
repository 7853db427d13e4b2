/** `/picture/{sha256}/{width}.{jpg|webp}`: a rendition of a picture that a public story shows. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { PageCache } from '../site/page-cache.ts';
import { type PreparedPage, preparePage } from '../site/prepared-page.ts';
import { type PictureFormat, readRendition, renditionWidths } from './picture-store.ts';

type Deps = {
  pool: pg.Pool;
  cache: PageCache;
  notFound: () => Promise<PreparedPage>;
  /** Headers of every answer. */
  common: Record<string, string>;
  send: (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;
};

export function pictureRoutes(app: FastifyInstance, { pool, cache, notFound, common, send }: Deps): void {
  app.get<{ Params: { hash: string; file: string } }>('/picture/:hash/:file', async (request, reply) => {
    const { hash, file } = request.params;
    const [, width, format] = /^(\d{2,4})\.(jpg|webp)$/.exec(file) ?? [];
    const known = /^[0-9a-f]{64}$/.test(hash) && renditionWidths.includes(Number(width));
    const { moment } = cache;
    const bytes = known ? await readRendition(pool, hash, Number(width), format as PictureFormat) : null;
    if (!bytes) return send(await notFound(), request, reply);
    const headers = { ...common, 'cache-control': 'public, max-age=31536000, immutable' };
    const page = await preparePage({
      type: format === 'webp' ? 'image/webp' : 'image/jpeg',
      body: bytes,
      headers,
    });
    cache.put(request.url.split('?', 1)[0] as string, page, [], moment);
    return send(page, request, reply);
  });
}
