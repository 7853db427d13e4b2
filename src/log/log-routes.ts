/**
 * The log over HTTP: `/log/checkpoint` and `/log/tile/…` as C2SP tlog-tiles has them, the keys, and proofs. Everything here
 * may be read by anybody from anywhere; a tile never changes, so whoever has it need not ask again.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import { keysJson, publicKeys } from '../export/log-files.ts';
import { type PageAnswer, type PreparedPage, preparePage } from '../site/prepared-page.ts';
import { checkpointText } from './checkpoint.ts';
import { packEntries } from './entry-bundle.ts';
import { readEntries, readLogSize, readNewestCheckpoint, tileReader, tileWidth } from './log-store.ts';
import { consistencyProof, emptyRoot, inclusionProof } from './merkle.ts';
import { signNote } from './signed-note.ts';
import { describeKeys, readKeys } from './signing-keys.ts';
import { parseTilePath, type TilePath } from './tile-path.ts';
import { formatProof } from './tlog-proof.ts';

type Deps = {
  pool: pg.Pool;
  notFound: () => Promise<PreparedPage>;
  /** Headers of every answer. */
  common: Record<string, string>;
  send: (page: PreparedPage, request: FastifyRequest, reply: FastifyReply) => void;
};

const plain = 'text/plain; charset=utf-8';
const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
const forEver = { 'cache-control': 'public, max-age=31536000, immutable' };

export function logRoutes(app: FastifyInstance, { pool, notFound, common, send }: Deps): void {
  const answer = async (made: PageAnswer | null, request: FastifyRequest, reply: FastifyReply) => {
    const page = made && (await preparePage({ ...made, headers: { ...common, ...open, ...made.headers } }));
    send(page ?? (await notFound()), request, reply);
  };

  app.get('/log/checkpoint', async (request, reply) => {
    const newest = (await readNewestCheckpoint(pool))?.note ?? (await signEmptyLog(pool));
    await answer(newest === null ? null : { type: plain, body: newest }, request, reply);
  });
  app.get('/log/checkpoint/:size', async (request: FastifyRequest<{ Params: { size: string } }>, reply) => {
    const size = readNumber(request.params.size);
    const { rows } = await pool.query<{ note: string }>('select note from checkpoints where size = $1', [
      size ?? 0,
    ]);
    await answer(rows[0] ? { type: plain, body: rows[0].note, headers: forEver } : null, request, reply);
  });
  app.get('/log/keys', async (request, reply) => {
    await answer({ type: plain, body: describeKeys(await readKeys(pool)) }, request, reply);
  });
  app.get('/log/keys.json', async (request, reply) => {
    const body = keysJson(await publicKeys(pool));
    await answer({ type: 'application/json; charset=utf-8', body }, request, reply);
  });
  app.get('/log/tile/*', async (request, reply) => {
    const path = parseTilePath((request.url.split('?', 1)[0] as string).slice('/log/'.length));
    const bytes = path && (await readTile(pool, path));
    await answer(
      bytes && { type: 'application/octet-stream', body: bytes, headers: forEver },
      request,
      reply,
    );
  });
  app.get('/log/inclusion/:index', async (request: FastifyRequest<{ Params: { index: string } }>, reply) => {
    const index = readNumber(request.params.index);
    const newest = await readNewestCheckpoint(pool);
    if (index === null || !newest || index >= newest.size) return answer(null, request, reply);
    const proof = await inclusionProof(index, newest.size, tileReader(pool));
    return answer(
      { type: plain, body: formatProof({ index, proof, checkpoint: newest.note }) },
      request,
      reply,
    );
  });
  app.get(
    '/log/consistency/:from/:to',
    async (request: FastifyRequest<{ Params: { from: string; to: string } }>, reply) => {
      const [from, to] = [readNumber(request.params.from), readNumber(request.params.to)];
      const known = from !== null && to !== null && from <= to && to <= (await readLogSize(pool));
      if (!known || from === 0) return answer(null, request, reply);
      const proof = await consistencyProof(from, to, tileReader(pool));
      const body = JSON.stringify({ from, to, proof: proof.map((hash) => hash.toString('base64')) });
      return answer({ type: 'application/json; charset=utf-8', body, headers: forEver }, request, reply);
    },
  );
}

/** The head of a log in which nothing was recorded yet; null: we have no key for it. */
async function signEmptyLog(pool: pg.Pool): Promise<string | null> {
  const key = (await readKeys(pool)).at(-1);
  if (!key?.secret) return null;
  const text = checkpointText({ origin: key.origin, size: 0, root: emptyRoot });
  return signNote(text, [{ vkey: key.vkey, secret: key.secret }]);
}

/** The bytes of a tile or bundle; null where the log does not reach so far, or has no such part of one. */
async function readTile(pool: pg.Pool, path: TilePath): Promise<Buffer | null> {
  if (path.kind === 'hashes') {
    const hashes = await tileReader(pool)(path.level, path.index, path.width);
    return hashes.length === path.width * 32 ? hashes : null;
  }
  const entries = await readEntries(pool, path.index, Math.min(path.width, tileWidth));
  return entries.length === path.width ? packEntries(entries) : null;
}

/** A number has one spelling. */
function readNumber(text: string): number | null {
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null;
}
