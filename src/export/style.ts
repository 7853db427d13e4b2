/** data/style.css: like a page of paper, with the reader's own fonts. It must be readable in any browser to come. */
export const exportStyle = `body {
  max-width: 40rem;
  margin: 0 auto;
  padding: 1rem;
  background: #fff;
  color: #111;
  font: 1.0625rem/1.6 Georgia, "Times New Roman", serif;
  overflow-wrap: break-word;
}
[dir="rtl"] body {
  font-family: Vazirmatn, Tahoma, "Noto Sans Arabic", sans-serif;
  line-height: 1.9;
}
a {
  color: inherit;
}
header,
aside {
  border-bottom: 1px solid #999;
  color: #555;
  font-size: 0.875rem;
}
h1 {
  font-size: 1.75rem;
  line-height: 1.25;
}
[dir="rtl"] h1 {
  line-height: 1.6;
}
h2 {
  font-size: 1.125rem;
}
img {
  max-width: 100%;
  height: auto;
}
figure {
  margin: 1.5rem 0;
}
figcaption,
.date-line,
.credits,
.forms,
.leaf,
.topics,
small {
  color: #555;
  font-size: 0.875rem;
}
.date-line > *,
.credits > * {
  margin-inline-end: 0.75rem;
}
.lead {
  font-size: 1.1875rem;
}
.gap,
.tombstone,
.sample {
  border-inline-start: 3px solid #999;
  padding-inline-start: 0.75rem;
}
.own {
  text-decoration: underline dotted;
}
blockquote {
  margin: 1rem 0;
  padding-inline-start: 1rem;
  border-inline-start: 1px solid #999;
}
table {
  border-collapse: collapse;
}
td,
th {
  border: 1px solid #999;
  padding: 0.25rem 0.5rem;
  text-align: start;
  vertical-align: top;
}
.table {
  overflow-x: auto;
}
.stories,
.history,
.years,
.days {
  padding-inline-start: 1.25rem;
}
.days li {
  display: inline-block;
  margin-inline-end: 0.75rem;
}
@media print {
  body {
    max-width: none;
    padding: 0;
    font-size: 11pt;
  }
}
`;
