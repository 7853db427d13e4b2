/**
 * A mail as HTML: ink on paper, small, with its styles inline since most programs read no others. It loads nothing from
 * anywhere: no picture, no font, no mark that would tell whether it was opened.
 */
import type { CSSProperties, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { each, Lines } from '../text/lines.tsx';
import type { MailContent, MailPart } from './mail-content.ts';

export function mailHtml(mail: MailContent): string {
  const { lang, dir, agency, home, subject, title, parts, foot } = mail;
  const look = looks[dir];
  // Whoever hears the mail goes by its headings.
  const Name = title ? 'p' : 'h1';
  const html = renderToStaticMarkup(
    <html lang={lang} dir={dir}>
      <head>
        <Lines>
          <meta charSet="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <title>{subject}</title>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a style sheet that stands below */}
          <style dangerouslySetInnerHTML={{ __html: darkSheet }} />
        </Lines>
      </head>
      <body className="paper" style={{ margin: 0, padding: 0, ...paper }}>
        <main dir={dir} lang={lang} style={{ ...look.text, ...column }}>
          <Lines>
            <Name className="rule" style={{ ...look.name, ...masthead }}>
              <a href={home} style={plainLink}>
                {agency}
              </a>
            </Name>
            {title && <h1 style={look.title}>{title}</h1>}
            {each(parts, (part, at) => (
              <Part part={part} look={look} first={at === 0} />
            ))}
            <div className="rule grey" style={{ ...look.small, ...footRule }}>
              <Lines>
                <p style={{ margin: '0 0 8px' }}>{foot.text}</p>
                {foot.links.length > 0 && (
                  <p style={{ margin: 0 }}>
                    {each(foot.links, ({ text, href }, at) => (
                      <>
                        {at > 0 && '· '}
                        <a href={href} style={{ color: 'inherit' }}>
                          {text}
                        </a>
                      </>
                    ))}
                  </p>
                )}
              </Lines>
            </div>
          </Lines>
        </main>
      </body>
    </html>,
  );
  return `<!doctype html>\n${html}\n`;
}

function Part({ part, look, first }: { part: MailPart; look: Look; first: boolean }): ReactNode {
  switch (part.kind) {
    case 'text':
      return <p style={{ margin: '0 0 16px' }}>{part.text}</p>;
    case 'heading':
      return (
        <h2 className="rule" style={{ ...look.heading, ...sectionRule }}>
          {part.text}
        </h2>
      );
    case 'quote':
      return (
        <blockquote className="rule" style={quote}>
          {each(part.text.split('\n'), (line) => (
            <p style={{ margin: '0 0 8px' }}>{line}</p>
          ))}
        </blockquote>
      );
    case 'action':
      return (
        <p style={{ margin: '24px 0' }}>
          <a href={part.href} className="action" style={action}>
            {part.text}
          </a>
        </p>
      );
    case 'story':
      return (
        <div style={{ margin: first ? '0 0 20px' : '20px 0' }}>
          <Lines>
            <h2 style={part.first ? look.lead : look.headline}>
              <a href={part.href} style={plainLink}>
                {part.headline}
              </a>
            </h2>
            <p className="grey" style={{ ...look.small, margin: '0 0 4px', color: grey }}>
              {part.dateLine}
            </p>
            {part.lead && <p style={{ margin: 0 }}>{part.lead}</p>}
          </Lines>
        </div>
      );
  }
}

const [ink, grey, hair] = ['#16130f', '#5d574e', '#cfc9bd'];
const paper: CSSProperties = { background: '#fbfaf6', color: ink };
const column: CSSProperties = {
  display: 'block',
  maxWidth: '600px',
  margin: '0 auto',
  padding: '24px 16px 32px',
};
const plainLink: CSSProperties = { color: 'inherit', textDecoration: 'none' };
const masthead: CSSProperties = { margin: '0 0 20px', padding: '0 0 8px', borderBottom: `3px double ${ink}` };
const sectionRule: CSSProperties = {
  margin: '28px 0 0',
  padding: '8px 0 0',
  borderTop: `1px solid ${ink}`,
  color: ink,
};
const footRule: CSSProperties = {
  margin: '32px 0 0',
  padding: '12px 0 0',
  borderTop: `1px solid ${hair}`,
  color: grey,
};
const quote: CSSProperties = {
  margin: '0 0 16px',
  padding: '8px 0 0',
  borderTop: `1px solid ${hair}`,
  borderBottom: `1px solid ${hair}`,
};
const action: CSSProperties = {
  display: 'inline-block',
  padding: '9px 18px',
  border: `1px solid ${ink}`,
  color: ink,
  fontWeight: 600,
  textDecoration: 'none',
};

type Look = Record<'text' | 'name' | 'title' | 'heading' | 'lead' | 'headline' | 'small', CSSProperties>;

const serif = 'Georgia, "Times New Roman", serif';
const sans = 'system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif';
const arabic = 'Vazirmatn, "Noto Naskh Arabic", "Geeza Pro", Tahoma, Arial, sans-serif';

/** Letters of the Arabic script need more room above and below, and are never spaced. */
const looks: Record<'ltr' | 'rtl', Look> = {
  ltr: {
    text: { font: `17px/1.5 ${serif}` },
    name: { font: `600 20px/1.3 ${serif}` },
    title: { margin: '0 0 16px', font: `400 20px/1.3 ${serif}` },
    heading: { font: `600 13px/1.5 ${sans}`, letterSpacing: '0.08em', textTransform: 'uppercase' },
    lead: { margin: '0 0 4px', font: `600 27px/1.2 ${serif}` },
    headline: { margin: '0 0 4px', font: `600 20px/1.25 ${serif}` },
    small: { font: `13px/1.5 ${sans}` },
  },
  rtl: {
    text: { font: `17px/1.9 ${arabic}` },
    name: { font: `600 20px/1.6 ${arabic}` },
    title: { margin: '0 0 16px', font: `400 19px/1.7 ${arabic}` },
    heading: { font: `600 14px/1.7 ${arabic}` },
    lead: { margin: '0 0 4px', font: `600 24px/1.6 ${arabic}` },
    headline: { margin: '0 0 4px', font: `600 19px/1.6 ${arabic}` },
    small: { font: `14px/1.7 ${arabic}` },
  },
};

const darkSheet = `
@media (prefers-color-scheme: dark) {
.paper { background: #14130f !important; color: #d9d4c8 !important; }
.grey { color: #9c958a !important; }
.rule { border-color: #4a463d !important; }
h2 { color: #d9d4c8 !important; }
.action { color: #d9d4c8 !important; border-color: #9c958a !important; }
}
`;
