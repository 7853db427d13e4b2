/**
 * better-auth's tables, in SQL. What it calls a token of a session is kept as its hash alone, and the tokens of single
 * sign-on, which nobody here uses, are not kept at all.
 */
import { type CleanedWhere, type CustomAdapter, createAdapterFactory } from 'better-auth/adapters';
import pg from 'pg';
import { currentClient } from './ambient-transaction.ts';
import { hashToken } from './one-time-token.ts';

const identifier = pg.escapeIdentifier;

type Row = Record<string, unknown>;

/** Fields of better-auth that have no column. */
const neverKept = [
  'image',
  'accessToken',
  'refreshToken',
  'idToken',
  'accessTokenExpiresAt',
  'refreshTokenExpiresAt',
];

export function authAdapter(pool: pg.Pool) {
  return createAdapterFactory({
    config: {
      adapterId: 'wireroom',
      supportsBooleans: true,
      supportsDates: true,
      supportsJSON: false,
      supportsArrays: false,
      supportsNumericIds: false,
      transaction: false,
    },
    adapter: ({ getFieldName }) => sqlAdapter(pool, getFieldName),
  });
}

/** @param columnOf better-auth names columns itself everywhere but where it sorts. */
function sqlAdapter(
  pool: pg.Pool,
  columnOf: (named: { model: string; field: string }) => string,
): CustomAdapter {
  const ask = async (words: string, values: unknown[]): Promise<Row[]> =>
    (await currentClient(pool).query<Row>(words, values)).rows;

  return {
    create: async ({ model, data }) => {
      const kept = Object.entries(keep(data));
      const names = kept.map(([name]) => identifier(name));
      const places = kept.map((_, at) => `$${at + 1}`);
      const [row] = await ask(
        `insert into ${identifier(model)} (${names.join(', ')}) values (${places.join(', ')}) returning *`,
        kept.map(([name, value]) => hashed(model, name, value)),
      );
      return withToken(row as Row, data.token_hash) as typeof data;
    },
    findOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) => {
      const asked = conditions(model, where);
      const [row] = await ask(
        `select * from ${identifier(model)} where ${asked.words} limit 1`,
        asked.values,
      );
      return (row ? withToken(row, askedToken(where)) : null) as T | null;
    },
    findMany: async <T>({
      model,
      where,
      limit,
      sortBy,
      offset,
    }: Parameters<CustomAdapter['findMany']>[0]) => {
      const asked = conditions(model, where);
      const order = sortBy
        ? ` order by ${identifier(columnOf({ model, field: sortBy.field }))} ${sortBy.direction === 'desc' ? 'desc' : 'asc'}`
        : '';
      const rows = await ask(
        `select * from ${identifier(model)} where ${asked.words}${order} limit ${Number(limit)} offset ${Number(offset ?? 0)}`,
        asked.values,
      );
      return rows as T[];
    },
    count: async ({ model, where }) => {
      const asked = conditions(model, where);
      const [row] = await ask(
        `select count(*) as count from ${identifier(model)} where ${asked.words}`,
        asked.values,
      );
      return row?.count as number;
    },
    update: async <T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) => {
      const rows = await change(ask, model, where, update as Row, {}, 1);
      return (rows[0] ? withToken(rows[0], askedToken(where)) : null) as T | null;
    },
    updateMany: async ({ model, where, update }) =>
      (await change(ask, model, where, update, {}, null)).length,
    incrementOne: async <T>({
      model,
      where,
      increment,
      set,
    }: Parameters<NonNullable<CustomAdapter['incrementOne']>>[0]) =>
      ((await change(ask, model, where, set ?? {}, increment, 1))[0] ?? null) as T | null,
    delete: async ({ model, where }) => {
      const asked = conditions(model, where);
      await ask(`delete from ${identifier(model)} where ${asked.words}`, asked.values);
    },
    deleteMany: async ({ model, where }) => {
      const asked = conditions(model, where);
      return (await ask(`delete from ${identifier(model)} where ${asked.words} returning id`, asked.values))
        .length;
    },
    // Of two who come at once, one waits for the other and finds nothing.
    consumeOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) => {
      const asked = conditions(model, where);
      const [row] = await ask(
        `delete from ${identifier(model)} where id in
           (select id from ${identifier(model)} where ${asked.words} limit 1 for update) returning *`,
        asked.values,
      );
      return (row ?? null) as T | null;
    },
  };
}

/** Sets and adds, in the rows that are found (or one of them) and are still so when it is their turn. */
async function change(
  ask: (words: string, values: unknown[]) => Promise<Row[]>,
  model: string,
  where: CleanedWhere[],
  set: Row,
  add: Record<string, number>,
  limit: 1 | null,
): Promise<Row[]> {
  const asked = conditions(model, where);
  const values = [...asked.values];
  const place = (value: unknown) => `$${values.push(value)}`;
  const assignments = [
    ...Object.entries(keep(set)).map(
      ([name, value]) => `${identifier(name)} = ${place(hashed(model, name, value))}`,
    ),
    ...Object.entries(add).map(
      ([name, by]) => `${identifier(name)} = coalesce(${identifier(name)}, 0) + ${place(by)}`,
    ),
  ];
  if (assignments.length === 0) return ask(`select * from ${identifier(model)} where ${asked.words}`, values);
  const one = limit ? ` limit ${limit}` : '';
  return ask(
    `update ${identifier(model)} set ${assignments.join(', ')} where ${asked.words}
       and id in (select id from ${identifier(model)} where ${asked.words}${one}) returning *`,
    values,
  );
}

function keep(data: Row): Row {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !neverKept.includes(name)));
}

function hashed(model: string, name: string, value: unknown): unknown {
  if (model !== 'sessions' || name !== 'token_hash') return value;
  return Array.isArray(value) ? value.map((one) => hashToken(String(one))) : hashToken(String(value));
}

/** better-auth expects a session to come with the token it was found by. */
function withToken(row: Row, token: unknown): Row {
  return token === undefined ? row : { ...row, token_hash: token };
}

function askedToken(where: CleanedWhere[]): unknown {
  return where.find(({ field, operator }) => field === 'token_hash' && operator === 'eq')?.value;
}

/** Conditions joined by "and", and those joined by "or" as one more of them. */
function conditions(model: string, where: CleanedWhere[] = []): { words: string; values: unknown[] } {
  const values: unknown[] = [];
  const all = (connector: string) => where.filter((one) => one.connector === connector);
  const written = (one: CleanedWhere) => condition(model, one, values);
  const and = all('AND').map(written);
  const or = all('OR').map(written);
  if (or.length > 0) and.push(`(${or.join(' or ')})`);
  return { words: and.join(' and ') || 'true', values };
}

function condition(model: string, { field, operator, value }: CleanedWhere, values: unknown[]): string {
  const name = identifier(field);
  if (value === null && (operator === 'eq' || operator === 'ne'))
    return `${name} is ${operator === 'ne' ? 'not ' : ''}null`;
  const given = `$${values.push(hashed(model, field, value))}`;
  switch (operator) {
    case 'eq':
      return `${name} = ${given}`;
    case 'ne':
      return `${name} <> ${given}`;
    case 'lt':
      return `${name} < ${given}`;
    case 'lte':
      return `${name} <= ${given}`;
    case 'gt':
      return `${name} > ${given}`;
    case 'gte':
      return `${name} >= ${given}`;
    case 'in':
      return `${name} = any (${given})`;
    case 'not_in':
      return `${name} <> all (${given})`;
    default:
      throw new Error(`better-auth asks for “${operator}”, which none of its parts here did before.`);
  }
}
