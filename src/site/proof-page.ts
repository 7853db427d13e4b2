/** `/{lang}/proof/{code}/{n}`: the page on which a reader's browser checks a version, and the proof that it fetches. */
import { editionOf } from '../editions/edition.ts';
import { proveVersion, type VersionProof } from '../record/prove-version.ts';
import { storyPath } from '../stories/story-address.ts';
import { renderProof } from './pages/ProofPage.tsx';
import { type PreparedPage, preparePage } from './prepared-page.ts';
import type { ReaderSite, SiteDeps } from './reader-site.ts';
import { statusOf } from './status-of.ts';

const again = { 'cache-control': 'no-store' };

/** Null where there is no such version; whoever asks for another language's is sent on. */
export async function proofPage(
  deps: SiteDeps,
  site: ReaderSite,
  asked: { lang: string; code: number; version: number },
): Promise<PreparedPage | null> {
  const proof = await proveVersion(deps.pool, asked.code, asked.version);
  const edition = proof && editionOf(deps.agency, proof.lang);
  if (!proof || !edition || !editionOf(deps.agency, asked.lang)) return null;
  const { code, version, lang, index, leaf, checkpoint, keys } = proof;
  const path = `/${lang}/proof/${code}/${version}`;
  if (asked.lang !== lang)
    return preparePage({
      status: 302,
      type: 'text/html',
      body: '',
      headers: { ...deps.headers.page, location: path },
    });
  if (proof.state !== 'public') return site.answer(`/${code}`, new URLSearchParams());
  const headline = String(proof.fields.headline?.value ?? code);
  const body = renderProof(site.frame(edition, path), {
    code,
    version,
    headline,
    proof: `/log/version/${code}/${version}`,
    page: `/${lang}/v/${code}/${version}`,
    href: storyPath({ lang, code, headline }),
    index,
    leaf,
    checkpoint,
    keys,
    script: deps.assets.prove,
  });
  return preparePage({
    type: 'text/html; charset=utf-8',
    body,
    headers: { ...deps.headers.proof, ...again },
  });
}

/** The same as JSON, for the script and for other programs. A withheld story's words and salts stay inside. */
export async function proofJson(deps: SiteDeps, code: number, version: number): Promise<PreparedPage | null> {
  const proof: VersionProof | null = await proveVersion(deps.pool, code, version);
  return (
    proof &&
    preparePage({
      status: statusOf[proof.state],
      type: 'application/json; charset=utf-8',
      body: JSON.stringify(proof),
      headers: { ...deps.headers.page, ...again, 'access-control-allow-origin': '*' },
    })
  );
}
