/** The agency's settings over HTTP. Who may read and who may change them is in web/route-rules.ts. */
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { commentSchema, commentSetting } from '../comments/comment-setting.ts';
import { object } from '../desk/desk-schemas.ts';
import { deskSetting } from '../desk/desk-setting.ts';
import { templateSetting } from '../desk/template-setting.ts';
import { spellingSetting } from '../house-style/spelling-setting.ts';
import { styleSetting } from '../house-style/style-setting.ts';
import { machineSetting } from '../machines/machine-setting.ts';
import type { People } from '../people/people.ts';
import { countHolders, roleSetting } from '../people/role-setting.ts';
import type { Person } from '../people/session-store.ts';
import { decide, refuseStory } from '../web/refusal-answers.ts';
import { agencySetting } from './agency-setting.ts';
import { readAgency } from './agency-store.ts';
import { logoRoutes } from './logo-routes.ts';
import { lookSetting } from './look-setting.ts';
import { pagesSetting } from './pages-setting.ts';
import { changeSetting, type Setting, settingsMark } from './setting.ts';
import {
  agencySchema,
  deskSchema,
  lookSchema,
  machineSchema,
  pagesSchema,
  roleSchema,
  spellingSchema,
  styleSchema,
  templateSchema,
} from './settings-schemas.ts';
import { listTopicsOfEditions } from './topics-in-use.ts';

type Deps = { pool: pg.Pool; people: People; clock: () => Date };

export function settingsRoutes(app: FastifyInstance, deps: Deps): void {
  settingRoutes(app, deps, agencySetting, agencySchema);
  settingRoutes(app, deps, lookSetting, lookSchema);
  logoRoutes(app, deps);
  settingRoutes(app, deps, machineSetting, machineSchema);
  settingRoutes(app, deps, pagesSetting, pagesSchema);
  app.get('/api/settings/topics', async () => {
    const langs = (await readAgency(deps.pool)).editions.map(({ lang }) => lang);
    return { topics: await listTopicsOfEditions(deps.pool, langs) };
  });
  settingRoutes(app, deps, deskSetting, deskSchema);
  settingRoutes(app, deps, roleSetting, roleSchema);
  app.get('/api/settings/role-holders', async () => ({ holders: await countHolders(deps.pool) }));
  settingRoutes(app, deps, templateSetting, templateSchema);
  settingRoutes(app, deps, styleSetting, styleSchema);
  settingRoutes(app, deps, spellingSetting, spellingSchema);
  settingRoutes(app, deps, commentSetting, commentSchema);
}

/**
 * `GET /api/settings/{name}` answers {name: value, mark}, `PUT` takes {name: value, seen} and answers as GET would.
 * @param schema of the value as a person may say it.
 */
function settingRoutes<T, Asked>(
  app: FastifyInstance,
  { pool, people, clock }: Deps,
  setting: Setting<T, Asked>,
  schema: object,
): void {
  const { name } = setting;
  const url = `/api/settings/${name}`;
  app.get(url, async () => {
    const value = await setting.read(pool);
    return { [name]: value, mark: settingsMark(value) };
  });
  app.put<{ Body: Record<string, unknown> & { seen: string } }>(
    url,
    { schema: { body: object({ [name]: schema, seen: { type: 'string', maxLength: 64 } }, [name, 'seen']) } },
    async (request, reply) => {
      // The gate lets nobody through who is not signed in.
      const by = (await people.personOf(request)) as Person;
      const { seen, [name]: asked } = request.body;
      const { lang } = request.saying;
      const changed = await decide(pool, (db) =>
        changeSetting({ db, now: clock(), by, lang }, setting, { asked: asked as Asked, seen }),
      );
      if (!changed.ok) return refuseStory(reply, changed.refusal);
      return { [name]: changed.value.value, mark: changed.value.mark };
    },
  );
}
