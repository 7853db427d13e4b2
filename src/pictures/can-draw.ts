/** Which letters there are faces for. Pure. */

/** Whether there is a face for every letter: where not, boxes would be drawn. */
export function canDraw(words: string): boolean {
  return (words.match(/\p{L}/gu) ?? []).every((letter) =>
    /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}ـ]/u.test(letter),
  );
}
