/** An act that makes no version: it changes what readers get of the newest one. */
import type { ActFacts } from '../record/act-facts.ts';
import { recordAct } from '../record/record-act.ts';
import { type Acted, type Begun, coded, noFacts } from './begin-act.ts';
import type { Result } from './refusal.ts';
import type { Client } from './story-store.ts';

type Act = {
  kind: 'hold' | 'release' | 'kill' | 'redact' | 'withdraw';
  begun: Begun;
  now: Date;
  facts?: Partial<Pick<ActFacts, 'replacement' | 'redacts'>> & {
    withdraws?: { actId: number; leafIndex: number };
  };
};

export async function actWithoutWords(
  db: Client,
  { kind, begun, now, facts = {} }: Act,
): Promise<Result<Acted>> {
  const story = coded(begun.story);
  const version = begun.soFar.last?.version;
  if (version === undefined) throw new Error(`Story ${story.code} has no version to ${kind}.`);
  const { actId, actedAt } = await recordAct(db, {
    ...noFacts,
    ...begun,
    ...facts,
    story,
    kind,
    version,
    fields: null,
    now,
  });
  return { ok: true, value: { code: story.code, version, actId, actedAt } };
}
