/** A story as ninjs 3.1, the IPTC's JSON for news: https://iptc.org/standards/ninjs/ */
import { picturePath } from '../site/pages/Picture.tsx';
import type { StoryPageData } from '../site/page-data.ts';
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
    versioncreated: (story.updatedAt ?? story.at).toISOString(),
    firstcreated: story.at.toISOString(),
    pubstatus: 'usable',
    profile: 'text',
    altids: [{ role: 'storycode', value: String(story.code) }],
    headlines: [{ role: 'main', value: story.headline, contenttype: 'text/plain' }],
    ...(story.lead ? { descriptions: [{ role: 'lead', value: story.lead, contenttype: 'text/plain' }] } : {}),
    bodies: [
      { role: 'main', contenttype: 'text/html', value: html, charcount: plain.length, wordcount: wordCount(plain) },
      { role: 'plain', contenttype: 'text/plain', value: plain },
    ],
    ...(story.byline ? { by: story.byline } : {}),
    ...(story.dateline ? { located: story.dateline } : {}),
    ...(story.credit ? { infosources: [{ name: story.credit }] } : {}),
    ...(story.topics.length > 0 ? { subjects: story.topics.map((topic) => subjectOf(story, topic, publicUrl)) } : {}),
    ...(story.pictures.size > 0 ? { associations: picturesOf(story, publicUrl) } : {}),
    usageterms: '',
    copyrightholder: settings.agency,
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
    ...(picture.caption ? { descriptions: [{ role: 'caption', value: picture.caption }] } : {}),
    ...(picture.credit ? { by: picture.credit } : {}),
    renditions: picture.widths.map((width) => ({
      name: `w${width}`,
      href: `${publicUrl}${picturePath(picture, width)}`,
      contenttype: 'image/jpeg',
      width,
      height: Math.max(1, Math.round((picture.height * width) / picture.width)),
    })),
  }));
}
