import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { pageFiles } from './page-files.ts';

/** A folder with these files, each holding its own name; a name may have folders in it. */
function folderOf(...names: string[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'wireroom-pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), name);
  }
  return folder;
}

/** What is found in a folder, each file by its name inside it. */
async function found(folder: string): Promise<{ names: string[]; leftAlone: number }> {
  const { files, leftAlone, missing } = await pageFiles([folder]);
  expect(missing).toEqual([]);
  return { names: files.map((file) => path.relative(folder, file.path)), leftAlone };
}

it('takes the pages of a folder and of those in it, in order', async () => {
  const folder = folderOf(
    'b.html',
    '10.txt',
    'a/z.htm',
    'a/b/c.xhtml',
    'saved.mhtml',
    'D.HTML',
    'story',
    'x.mht',
  );
  expect(await found(folder)).toEqual({
    names: ['10.txt', 'D.HTML', 'a/b/c.xhtml', 'a/z.htm', 'b.html', 'saved.mhtml', 'story', 'x.mht'],
    leftAlone: 0,
  });
});

it('counts the files that are no pages, and leaves them alone', async () => {
  const folder = folderOf('a.html', 'photo.jpg', 'style.css', 'deep/script.js', 'page.html.gz');
  expect(await found(folder)).toEqual({ names: ['a.html'], leftAlone: 4 });
});

it('sees nothing that is hidden', async () => {
  const folder = folderOf('.git/page.html', '.page.html', 'a.html', 'b/.hidden.txt');
  expect(await found(folder)).toEqual({ names: ['a.html'], leftAlone: 0 });
});

it('leaves out the folder that a browser lays beside a complete page', async () => {
  const folder = folderOf('Story.html', 'Story_files/frame.html', 'Story_files/photo.jpg');
  expect(await found(folder)).toEqual({ names: ['Story.html'], leftAlone: 0 });
});

it('reads a folder with such a name where no page of that name lies beside it', async () => {
  const folder = folderOf('case_files/one.html', 'other.html');
  expect((await found(folder)).names).toEqual(['case_files/one.html', 'other.html']);
});

it('follows no link inside a folder, so that none leads in circles', async () => {
  const folder = folderOf('a.html', 'in/b.html');
  symlinkSync('..', path.join(folder, 'in/up'));
  symlinkSync('a.html', path.join(folder, 'same.html'));
  symlinkSync('nowhere', path.join(folder, 'dangling.html'));
  symlinkSync('self', path.join(folder, 'self'));
  expect(await found(folder)).toEqual({ names: ['a.html', 'in/b.html'], leftAlone: 4 });
});

it('takes a named file whatever its name, a link too, and tells its size', async () => {
  const folder = folderOf('photo.jpg', '.hidden', 'page.html');
  symlinkSync('page.html', path.join(folder, 'link'));
  const given = ['photo.jpg', '.hidden', 'link'].map((name) => path.join(folder, name));
  expect(await pageFiles(given)).toEqual({
    files: [
      { path: given[0], size: 'photo.jpg'.length },
      { path: given[1], size: '.hidden'.length },
      { path: given[2], size: 'page.html'.length },
    ],
    unreadable: [],
    leftAlone: 0,
    missing: [],
  });
});

it('goes into a link to a folder that was named', async () => {
  const folder = folderOf('pages/a.html');
  symlinkSync('pages', path.join(folder, 'link'));
  const { files } = await pageFiles([path.join(folder, 'link')]);
  expect(files.map((file) => file.path)).toEqual([path.join(folder, 'link/a.html')]);
});

it('names every path that leads nowhere', async () => {
  const folder = folderOf('a.html');
  symlinkSync('nowhere', path.join(folder, 'dangling.html'));
  symlinkSync('self', path.join(folder, 'self'));
  const [there, ...missing] = ['a.html', 'none.html', 'dangling.html', 'self', 'a.html/b'].map((name) =>
    path.join(folder, name),
  );
  expect((await pageFiles([there as string, ...missing])).missing).toEqual(missing);
});

it('finds nothing in an empty folder', async () => {
  expect(await found(folderOf())).toEqual({ names: [], leftAlone: 0 });
});
