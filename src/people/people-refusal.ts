/** Refusals about people: values, each with its status and its sentence. */
import { inEnglish, type Saying } from '../stories/saying.ts';
import { peopleRefusalInPersian } from './refusals-fa.ts';

export type PeopleRefusal =
  | { kind: 'no-such-person' }
  | { kind: 'no-such-session' }
  | { kind: 'no-such-invitation' }
  | { kind: 'link-spent' }
  | { kind: 'email-taken'; email: string }
  | { kind: 'bad-email'; email: string }
  | { kind: 'name-taken'; name: string }
  | { kind: 'disabled' }
  | { kind: 'beyond-you' }
  | { kind: 'last-administrator' }
  | { kind: 'has-password' }
  | { kind: 'not-fresh' }
  | { kind: 'too-many-tries'; waitSeconds: number };

export type PeopleResult<T> = { ok: true; value: T } | { ok: false; refusal: PeopleRefusal };

export function refusePeople<T>(refusal: PeopleRefusal): PeopleResult<T> {
  return { ok: false, refusal };
}

export const statusOf: Record<PeopleRefusal['kind'], number> = {
  'no-such-person': 404,
  'no-such-session': 404,
  'no-such-invitation': 404,
  'link-spent': 410,
  'email-taken': 409,
  'bad-email': 400,
  'name-taken': 409,
  disabled: 403,
  'beyond-you': 403,
  'last-administrator': 409,
  'has-password': 409,
  'not-fresh': 403,
  'too-many-tries': 429,
};

export function peopleSentence(refusal: PeopleRefusal, { lang }: Saying = inEnglish): string {
  if (lang === 'fa') return peopleRefusalInPersian(refusal);
  switch (refusal.kind) {
    case 'no-such-person':
      return 'There is no such person.';
    case 'no-such-session':
      return 'There is no such session: it has ended already.';
    case 'no-such-invitation':
      return 'There is no such invitation: it was used, or taken back.';
    case 'link-spent':
      return 'This link does not hold any more: it was used, or its time is over. Ask for a new one.';
    case 'email-taken':
      return `There is a person with the address ${refusal.email} already.`;
    case 'bad-email':
      return `“${refusal.email}” is no e-mail address.`;
    case 'name-taken':
      return `Somebody else is called “${refusal.name}” here, and signs with that name: add what tells you apart.`;
    case 'disabled':
      return 'This person may not sign in any more: an administrator has disabled the account.';
    case 'beyond-you':
      return 'That reaches beyond the desks and languages that you administer: ask an administrator of the whole installation.';
    case 'last-administrator':
      return 'Nobody would be left who administers the installation: make somebody else administrator of every desk first.';
    case 'has-password':
      return 'There is a password already: change it with the present one.';
    case 'not-fresh':
      return 'Sign in again first: this needs a session that began within the last hour.';
    case 'too-many-tries':
      return `Too many tries: wait ${Math.ceil(refusal.waitSeconds / 60)} minutes.`;
  }
}
