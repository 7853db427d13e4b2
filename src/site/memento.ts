/**
 * Memento (RFC 7089): a story's versions for programs that travel in time. The original is `PUBLIC_URL/{code}`, a memento
 * is `/{lang}/v/{code}/{n}`, its time the one that readers see. Pure.
 */

/** One version; `at`: from when on readers had it. */
export type Memento = { version: number; at: Date };

/** A story with its versions, oldest first: never empty. */
export type Mementos = { publicUrl: string; code: number; lang: string; list: Memento[] };

/** The version that was in force at a time, or the first where the time lies before it. RFC dates count seconds. */
export function mementoAt({ list }: Mementos, at: Date): Memento {
  const inForce = list.filter((one) => seconds(one.at) <= seconds(at));
  return (inForce.at(-1) ?? list[0]) as Memento;
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}

/** What `Accept-Datetime` says: an RFC 1123 date in GMT; null for anything else. */
export function readAcceptDatetime(said: string): Date | null {
  const shape =
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
  const at = new Date(said.trim());
  return shape.test(said.trim()) && !Number.isNaN(at.getTime()) && at.toUTCString() === said.trim()
    ? at
    : null;
}

/** "Sat, 05 Aug 2017 07:24:00 GMT" */
export function httpDate(at: Date): string {
  return new Date(seconds(at) * 1_000).toUTCString();
}

export function mementoPath({ lang, code }: Pick<Mementos, 'lang' | 'code'>, version: number): string {
  return `/${lang}/v/${code}/${version}`;
}

type Link = { path: string; rel: string } & Record<string, string>;

/** `Link` of the story's own pages: where its past is. */
export function originalLinks({ publicUrl, code }: Pick<Mementos, 'publicUrl' | 'code'>): string {
  return spell(publicUrl, resources(code));
}

/** Headers of one version. */
export function mementoHeaders(mementos: Mementos, version: number): Record<string, string> {
  const { publicUrl, code, list } = mementos;
  const at = list.findIndex((one) => one.version === version);
  const memento = list[at];
  if (!memento) throw new Error(`Story ${code} has no version ${version}.`);
  const rels: [number, string][] = [
    [0, 'first'],
    [at - 1, 'prev'],
    [at, ''],
    [at + 1, 'next'],
    [list.length - 1, 'last'],
  ];
  const links = list.flatMap((one, place) => {
    const names = rels.filter(([where]) => where === place).map(([, name]) => name);
    return names.length > 0 ? [mementoLink(mementos, one, names)] : [];
  });
  return {
    'memento-datetime': httpDate(memento.at),
    link: spell(publicUrl, [...resources(code), ...links]),
  };
}

/** Headers of the TimeGate's answer that leads to a version. */
export function timeGateHeaders(mementos: Mementos, chosen: Memento): Record<string, string> {
  const { publicUrl, code, list } = mementos;
  const first = list[0] as Memento;
  const last = list.at(-1) as Memento;
  const links = [...new Set([first, chosen, last])].map((one) =>
    mementoLink(mementos, one, [...(one === first ? ['first'] : []), ...(one === last ? ['last'] : [])]),
  );
  return {
    vary: 'accept-datetime',
    link: spell(publicUrl, [...resources(code).filter(({ rel }) => rel !== 'timegate'), ...links]),
  };
}

/** `application/link-format`: every version with its time. */
export function timeMapText(mementos: Mementos): string {
  const { publicUrl, code, list } = mementos;
  const [first, last] = [list[0] as Memento, list.at(-1) as Memento];
  const self: Link = {
    path: `/timemap/${code}`,
    rel: 'self',
    type: 'application/link-format',
    from: httpDate(first.at),
    until: httpDate(last.at),
  };
  const links = list.map((one) =>
    mementoLink(mementos, one, [...(one === first ? ['first'] : []), ...(one === last ? ['last'] : [])]),
  );
  const [original, timegate] = resources(code);
  return `${spell(publicUrl, [original as Link, self, timegate as Link, ...links], ',\n')}\n`;
}

/** The same as JSON, in the members that other TimeMap servers use. */
export function timeMapJson(mementos: Mementos): object {
  const { publicUrl, code, list } = mementos;
  const entry = (one: Memento) => ({
    datetime: one.at.toISOString(),
    uri: publicUrl + mementoPath(mementos, one.version),
  });
  return {
    original_uri: `${publicUrl}/${code}`,
    timegate_uri: `${publicUrl}/timegate/${code}`,
    timemap_uri: {
      link_format: `${publicUrl}/timemap/${code}`,
      json_format: `${publicUrl}/timemap/${code}.json`,
    },
    mementos: {
      first: entry(list[0] as Memento),
      last: entry(list.at(-1) as Memento),
      list: list.map(entry),
    },
  };
}

function resources(code: number): Link[] {
  return [
    { path: `/${code}`, rel: 'original' },
    { path: `/timegate/${code}`, rel: 'timegate' },
    { path: `/timemap/${code}`, rel: 'timemap', type: 'application/link-format' },
  ];
}

function mementoLink(mementos: Mementos, { version, at }: Memento, names: string[]): Link {
  const rel = [...names.filter(Boolean), 'memento'].join(' ');
  return { path: mementoPath(mementos, version), rel, datetime: httpDate(at) };
}

function spell(publicUrl: string, links: Link[], between = ', '): string {
  return links
    .map(({ path, rel, ...others }) => {
      const said = Object.entries({ rel, ...others }).map(([name, value]) => `${name}="${value}"`);
      return `<${publicUrl}${path}>; ${said.join('; ')}`;
    })
    .join(between);
}
