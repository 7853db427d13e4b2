/** A whole number from 0 to 2^53 - 1 in its one spelling: ASCII digits without leading zeroes; else null. */
export function fromDecimal(text: string): number | null {
  const number = Number(text);
  return /^(0|[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(number) ? number : null;
}
