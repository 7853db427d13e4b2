/** A story as ninjs 3.1, the IPTC's JSON for news: https://iptc.org/standards/ninjs/ */

import type { StoryPageData } from '../site/page-data.ts';
import { picturePath } from '../site/pages/Picture.tsx';
import { bodyHtml } from '../text/html-text.tsx';
import { plainText } from '../text/plain-text.ts';

export function ninjsOf(story: StoryPageData, settings: { publicUrl: string; agency: string }): object {
  const { publicUrl } = settings;
  const plain = plainText(story.body);
  const html = bodyHtml(story.body, {
    topicHref: (slug) => `${publicUrl}/${story.lang}/topic/${encodeURIComponent(slug)}`,
    picture: () => null,
  });
  return {
    standard: { name: 'ninjs', version: '3.1', schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    uri: `${publicUrl}/${story.code}`,
    type: 'text',
    language: story.lang,
    version: String(story.version),
    versionCreated: (story.updatedAt ?? story.at).toISOString(),
    firstCreated: story.at.toISOString(),
    pubStatus: 'usable',
    profile: 'text',
    altIds: [{ role: 'storycode', value: String(story.code) }],
    headlines: [{ role: 'main', value: story.headline, contentType: 'text/plain' }],
    ...(story.lead ? { descriptions: [{ role: 'lead', value: story.lead, contentType: 'text/plain' }] } : {}),
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: html,
        charCount: plain.length,
        wordCount: wordCount(plain),
      },
      { role: 'plain', contentType: 'text/plain', value: plain },
    ],
    ...(story.byline ? { by: story.byline } : {}),
    ...(story.dateline ? { located: story.dateline } : {}),
    ...(story.credit ? { infoSources: [{ name: story.credit }] } : {}),
    ...(story.topics.length > 0
      ? { subjects: story.topics.map((topic) => subjectOf(story, topic, publicUrl)) }
      : {}),
    ...(story.pictures.size > 0 ? { associations: picturesOf(story, publicUrl) } : {}),
    copyrightHolder: settings.agency,
  };
}

function wordCount(plain: string): number {
  return plain.split(/\s+/u).filter(Boolean).length;
}

function subjectOf(story: StoryPageData, topic: { slug: string; name: string }, publicUrl: string): object {
  return { name: topic.name, uri: `${publicUrl}/${story.lang}/topic/${encodeURIComponent(topic.slug)}` };
}

function picturesOf(story: StoryPageData, publicUrl: string): object[] {
  return [...story.pictures.values()].map((picture, at) => ({
    name: `picture-${at + 1}`,
    type: 'picture',
    uri: `${publicUrl}${picturePath(picture, 1280)}`,
    ...(picture.caption
      ? { descriptions: [{ role: 'caption', value: picture.caption, contentType: 'text/plain' }] }
      : {}),
    ...(picture.credit ? { by: picture.credit } : {}),
    renditions: picture.widths.map((width) => ({
      name: `w${width}`,
      href: `${publicUrl}${picturePath(picture, width)}`,
      contentType: 'image/jpeg',
      width,
      height: Math.max(1, Math.round((picture.height * width) / picture.width)),
    })),
  }));
}
