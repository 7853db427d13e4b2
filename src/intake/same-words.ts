/** Whether two lines say the same, whatever their signs, spaces and capitals. */
export function sameWords(a: string, b: string): boolean {
  const first = bareWords(a);
  return first !== '' && first === bareWords(b);
}

/** A line's letters and digits only, in small letters. */
export function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
