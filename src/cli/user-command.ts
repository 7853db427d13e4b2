/** `bin/wireroom user add|reset|list`: people, from outside: for the first of them, and for whoever is locked out. */
import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../database/open-database.ts';
import { listDesks } from '../desk/desk-store.ts';
import { readAgency } from '../editions/agency-store.ts';
import { byCommand } from '../people/audit.ts';
import { invitationDays, invitationLink, invitePerson } from '../people/invite-person.ts';
import { type PeopleResult, peopleSentence } from '../people/people-refusal.ts';
import { findPersonByEmail, listPeople, type PersonRow } from '../people/people-store.ts';
import { type Grant, type Role, roles } from '../people/policy.ts';
import { resetPerson, signInLink } from '../people/sign-in-link.ts';
import { inTransaction } from '../record/transaction.ts';
import { addressForLinks } from '../served-address.ts';
import { printable } from './import-lines.ts';
import { noteStopSignals } from './stop-signals.ts';
import { type Command, readWords, WrongUse } from './words.ts';

export const userCommand: Command = {
  summary: 'invites a person, lets one in who is locked out, lists them',
  help: `Usage: bin/wireroom user add EMAIL --name NAME --role ROLE [--desk DESK] [--lang LANG] [--json]
       bin/wireroom user reset EMAIL [--json]
       bin/wireroom user list [--json]

  add     prints an invitation: a link with which the person sets a password, once, within ${invitationDays} days
          ROLE is one of ${roles.join(', ')}
          --desk, --lang: on that desk, in that language alone; without them on every desk, in every language
  reset   for whoever is locked out: drops the person's password, authenticator app, recovery codes and passkeys, ends all
          sessions, and prints a link that signs in once, within the hour, to set them anew
  list    who there is, with which roles

Links begin with PUBLIC_URL, or with where the program runs or last ran. Exit code 1: refused; the sentence says why.`,
  run: async (words) => {
    const { values, positionals } = readWords('user', words, {
      name: { type: 'string' },
      role: { type: 'string' },
      desk: { type: 'string' },
      lang: { type: 'string' },
      json: { type: 'boolean', default: false },
    });
    const [what = '', email = ''] = positionals;
    const takes = { add: 2, reset: 2, list: 1 }[what];
    if (takes === undefined || positionals.length !== takes)
      throw new WrongUse('user takes add EMAIL, reset EMAIL, or list.');
    const given = [values.name, values.role, values.desk, values.lang].some((one) => one !== undefined);
    if (what !== 'add' && given) throw new WrongUse(`user ${what} takes no --name, --role, --desk, --lang.`);
    const grant = what === 'add' ? readGrant(values) : null;
    const config = readConfig(process.env);
    noteStopSignals();
    const database = await openDatabase(config, { what: 'bin/wireroom user', server: false });
    try {
      const links = addressForLinks(config, process.env);
      const asked = { database, links, email, json: values.json };
      if (grant) return await add(asked, (values.name ?? '').trim(), grant);
      return what === 'reset' ? await reset(asked) : await list(asked);
    } finally {
      await database.close();
    }
  },
};

type Asked = {
  database: Database;
  /** What a printed link begins with. */
  links: string;
  email: string;
  json: boolean;
};

function readGrant(given: { name?: string; role?: string; desk?: string; lang?: string }): Grant {
  if (!given.name?.trim() || given.name.length > 200)
    throw new WrongUse('user add needs --name NAME, with which acts are signed.');
  const role = roles.find((one) => one === given.role);
  if (!role) throw new WrongUse(`user add needs --role, one of ${roles.join(', ')}.`);
  for (const [option, value] of [
    ['--desk', given.desk],
    ['--lang', given.lang],
  ] as const)
    if (value !== undefined && !/^[a-z0-9-]{1,60}$/.test(value))
      throw new WrongUse(`${option} is “${value}”: it must be of small letters, digits and hyphens.`);
  return { role, desk: given.desk ?? null, lang: given.lang ?? null };
}

async function add({ database, links, email, json }: Asked, name: string, grant: Grant): Promise<number> {
  const person = await findPersonByEmail(database.pool, email);
  if (person?.grants.some((one) => sameGrant(one, grant))) {
    if (json) console.log(JSON.stringify({ outcome: 'already there', email: person.email, id: person.id }));
    else console.log(printable(`${person.name} <${person.email}> is there already, as ${describe(grant)}.`));
    return 0;
  }
  const nowhere = await nowhereIn(database, grant);
  if (nowhere) {
    const { refusal, sentence } = nowhere;
    if (json) console.log(JSON.stringify({ outcome: 'refused', email, refusal, sentence }));
    else console.error(printable(sentence));
    return 1;
  }
  const invited = await inTransaction(database.pool, (db) =>
    invitePerson({ db, now: new Date() }, { by: null, name, email, grants: [grant] }),
  );
  if (!invited.ok) return refused(invited, email, json);
  const link = invitationLink(links, invited.value.token);
  if (json)
    console.log(JSON.stringify({ outcome: 'invited', email, link, expiresAt: invited.value.expiresAt }));
  else {
    console.log(
      printable(
        `Invited: ${name} <${email}>, ${describe(grant)}. The link holds once, for ${invitationDays} days:`,
      ),
    );
    console.log(link);
  }
  return 0;
}

/** A role on a desk or in a language that there is not would be good for nothing, and nobody would see why. */
async function nowhereIn({ pool }: Database, { desk, lang }: Grant) {
  const desks = (await listDesks(pool)).map(({ slug }) => slug);
  if (desk !== null && !desks.includes(desk))
    return {
      refusal: { kind: 'no-such-desk', desk, known: desks },
      sentence: `There is no desk “${desk}”: say one of ${desks.join(', ')}, or leave --desk out.`,
    };
  const langs = (await readAgency(pool)).editions.map((edition) => edition.lang);
  if (lang !== null && !langs.includes(lang))
    return {
      refusal: { kind: 'no-edition', lang, known: langs },
      sentence: `There is no edition in “${lang}”: say one of ${langs.join(', ')}, or leave --lang out.`,
    };
  return null;
}

async function reset({ database, links, email, json }: Asked): Promise<number> {
  const done = await inTransaction(database.pool, (db) =>
    resetPerson({ db, now: new Date() }, { by: byCommand, email }),
  );
  if (!done.ok) return refused(done, email, json);
  const { token, name, sessions } = done.value;
  const link = signInLink(links, token);
  if (json) console.log(JSON.stringify({ outcome: 'reset', email, link, sessionsEnded: sessions }));
  else {
    console.log(
      printable(
        `${name} <${email}>: password, authenticator app, recovery codes and passkeys are dropped, and ${sessions === 1 ? 'one session has' : `${sessions} sessions have`} ended. This link signs in once, within the hour; set a new password then:`,
      ),
    );
    console.log(link);
  }
  return 0;
}

async function list({ database, json }: Asked): Promise<number> {
  const people = await listPeople(database.pool);
  if (json) {
    const shown = people.map(({ disabledAt, ...person }) => ({ ...person, disabled: disabledAt !== null }));
    console.log(JSON.stringify(shown, null, 2));
  } else if (people.length === 0) console.log('Nobody yet: the first start of the program makes the owner.');
  else for (const person of people) console.log(printable(line(person)));
  return 0;
}

function line(person: PersonRow): string {
  const does = person.grants.map(describe).join('; ') || 'no role';
  return `${person.name} <${person.email}>: ${does}${person.disabledAt ? ' (disabled)' : ''}`;
}

function describe({ role, desk, lang }: { role: Role; desk: string | null; lang: string | null }): string {
  return `${role} ${desk ? `on ${desk}` : 'on every desk'}${lang ? ` in ${lang}` : ''}`;
}

function sameGrant(one: Grant, other: Grant): boolean {
  return one.role === other.role && one.desk === other.desk && one.lang === other.lang;
}

function refused(result: PeopleResult<unknown> & { ok: false }, email: string, json: boolean): number {
  const sentence = peopleSentence(result.refusal);
  if (json) console.log(JSON.stringify({ outcome: 'refused', email, refusal: result.refusal, sentence }));
  else console.error(printable(sentence));
  return 1;
}
